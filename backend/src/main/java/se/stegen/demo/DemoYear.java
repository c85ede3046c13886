package se.stegen.demo;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Collegia of the region's clinics through the years, and self-study where the guideline asks for it: as large a part as
 * {@link DemoClinic#quality} says. The latest collegium of the named clinic is {@link DemoCollegia}'s.
 */
final class DemoYear {
    private static final String STRENGTHS = "Noggrann och trygg på mottagningen. Omtyckt av medarbetarna.";
    private static final String DEVELOPMENT = "Leda akutrummet oftare. Delegera tidigare.";
    private static final long SEED = 20;
    private static final int MONTHS_BETWEEN_COLLEGIA = 12;
    private static final int LATEST_COLLEGIUM = 8;

    private final DemoWriter out;
    private final LocalDate day;
    private final Random random = new Random(SEED);

    DemoYear(DemoWriter out, LocalDate day) {
        this.out = out;
        this.day = day;
    }

    /** A doctor as far as this needs to know. */
    private record Doctor(long programme, LocalDate start) {}

    void fill() throws SQLException {
        out.startAbove("collegium", "collegium_outcome", "self_study");
        for (int i = 0; i < DemoClinic.ALL.size(); i++) {
            DemoClinic plan = DemoClinic.ALL.get(i);
            long clinic = out.number("SELECT MAX(id) FROM clinic WHERE name = ?", plan.name());
            long head = out.number(
                    "SELECT MIN(person_id) FROM role_assignment WHERE role = 'CLINIC_HEAD' AND scope_id = ?", clinic);
            List<Doctor> doctors = doctors(clinic);
            if (plan.hospital() == DemoClinic.EKHAMN) {
                doctors.forEach(doctor -> selfStudy(plan, doctor));
            }
            collegia(plan, clinic, head, doctors, i == 0 ? 1 : 0);
        }
        out.flush();
    }

    private List<Doctor> doctors(long clinic) throws SQLException {
        List<Doctor> doctors = new ArrayList<>();
        for (String row : out.texts(
                "SELECT CONCAT(o.programme_id, ' ', o.start_date) FROM post o WHERE o.clinic_id = ? ORDER BY o.id",
                clinic)) {
            String[] parts = row.split(" ", -1);
            doctors.add(new Doctor(Long.parseLong(parts[0]), LocalDate.parse(parts[1])));
        }
        return doctors;
    }

    private boolean done(DemoClinic plan) {
        return random.nextDouble() < plan.quality() + 0.05;
    }

    /** One each year, the latest eight months ago, of those who had been there for half a year. */
    private void collegia(DemoClinic plan, long clinic, long head, List<Doctor> doctors, int latest) {
        for (int year = latest; year < 4; year++) {
            LocalDate held = workday(day.minusMonths(LATEST_COLLEGIUM + (long) MONTHS_BETWEEN_COLLEGIA * year));
            List<Doctor> there = doctors.stream()
                    .filter(doctor -> doctor.start().plusMonths(6).isBefore(held))
                    .filter(doctor -> done(plan))
                    .toList();
            if (there.isEmpty()) {
                continue;
            }
            long collegium = out.add(
                    "collegium",
                    "clinic_id, meets_on, state, created_by, created_at, closed_by, closed_at",
                    clinic,
                    held,
                    "CLOSED",
                    head,
                    held.minusDays(30).atTime(9, 0),
                    head,
                    held.atTime(16, 0));
            there.forEach(doctor -> outcome(collegium, doctor, head, held));
        }
    }

    private void outcome(long collegium, Doctor doctor, long head, LocalDate held) {
        String judgement = random.nextInt(12) == 0 ? "NEEDS_SUPPORT" : "ON_TRACK";
        out.link("collegium_trainee", "collegium_id, programme_id", collegium, doctor.programme());
        long outcome = out.add(
                "collegium_outcome",
                "collegium_id, programme_id, judgement, strengths, development, updated_at, updated_by, read_at",
                collegium,
                doctor.programme(),
                judgement,
                STRENGTHS,
                DEVELOPMENT,
                held.atTime(16, 0),
                head,
                held.plusDays(3).atTime(8, 0));
        out.link(
                "collegium_outcome_version",
                "outcome_id, number, content, reason, written_by, written_at",
                outcome,
                1,
                "{\"judgement\":\"" + judgement + "\",\"levels\":{},\"strengths\":\"" + STRENGTHS
                        + "\",\"development\":\"" + DEVELOPMENT + "\",\"actions\":[]}",
                "",
                head,
                held.atTime(16, 0));
        out.link(
                "collegium_talk",
                "outcome_id, state, held_on, place, recorded_by, recorded_at",
                outcome,
                "HELD",
                held.plusDays(10),
                "",
                head,
                held.plusDays(10).atTime(16, 0));
    }

    /** The day itself, or the Monday after a weekend. */
    static LocalDate workday(LocalDate near) {
        int weekday = near.getDayOfWeek().getValue();
        return weekday < DayOfWeek.SATURDAY.getValue() ? near : near.plusDays(8L - weekday);
    }

    private void selfStudy(DemoClinic plan, Doctor doctor) {
        for (LocalDate at = day.minusDays(364); at.isBefore(day); at = at.plusWeeks(1)) {
            if (!at.isBefore(doctor.start()) && done(plan)) {
                out.add(
                        "self_study",
                        "programme_id, studied_on, hours, note, created_at",
                        doctor.programme(),
                        at,
                        new BigDecimal("1.25"),
                        "",
                        at.atTime(17, 0));
            }
        }
    }
}
