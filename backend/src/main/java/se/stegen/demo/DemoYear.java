package se.stegen.demo;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a clinic does through the year beside supervision: introductions, talks, collegia, teaching, self-study. A clinic
 * does as large a part of it as {@link DemoClinic#quality} says.
 */
final class DemoYear {
    private static final String MEETING = "programme_id, kind, held_on, state, summary, created_by, created_at";
    private static final String STRENGTHS = "Noggrann och trygg på mottagningen. Omtyckt av medarbetarna.";
    private static final String DEVELOPMENT = "Leda akutrummet oftare. Delegera tidigare.";
    private static final MonthDay SUMMER = MonthDay.of(6, 15);
    private static final MonthDay AUTUMN = MonthDay.of(8, 20);
    private static final MonthDay CHRISTMAS = MonthDay.of(12, 18);
    private static final MonthDay SPRING = MonthDay.of(1, 10);
    private static final long SEED = 20;
    private static final int MONTHS_BETWEEN_COLLEGIA = 12;
    private static final int LATEST_COLLEGIUM = 8;

    private static final List<String> TOPICS = List.of(
            "Fall från jouren",
            "Nytt vårdprogram",
            "Läkemedel hos äldre",
            "Röntgenrond med frågor",
            "Svåra samtal",
            "Avvikelser och vad vi lärde",
            "Antibiotika",
            "Trombos och blödning");

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
        out.startAbove("meeting", "collegium", "collegium_outcome", "teaching_session", "self_study");
        long ofNamedDoctor = out.number(
                "SELECT p.id FROM programme p JOIN person d ON d.id = p.person_id WHERE d.username = ?", "st");
        for (int i = 0; i < DemoClinic.ALL.size(); i++) {
            DemoClinic plan = DemoClinic.ALL.get(i);
            long clinic = out.number("SELECT MAX(id) FROM clinic WHERE name = ?", plan.name());
            long head = leader(clinic, "CLINIC_HEAD");
            long studierektor = leader(clinic, "STUDIEREKTOR");
            List<Doctor> doctors = doctors(clinic);
            boolean named = i == 0;
            for (Doctor doctor : doctors) {
                if (doctor.programme() != ofNamedDoctor) {
                    talks(plan, doctor, head, studierektor);
                }
                if (plan.hospital() == DemoClinic.EKHAMN) {
                    selfStudy(plan, doctor);
                }
            }
            collegia(plan, clinic, head, doctors, named ? 1 : 0);
            if (!named) {
                teaching(plan, clinic, studierektor);
            }
        }
        out.flush();
    }

    private long leader(long clinic, String role) throws SQLException {
        return out.number("SELECT MIN(person_id) FROM role_assignment WHERE role = ? AND scope_id = ?", role, clinic);
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

    private void talks(DemoClinic plan, Doctor doctor, long head, long studierektor) {
        if (done(plan)) {
            meeting(doctor, "INTRODUCTION", doctor.start().plusDays(1L + random.nextInt(14)), studierektor);
        }
        for (int year = 0; year < 5; year++) {
            if (done(plan)) {
                meeting(doctor, "DEVELOPMENT_TALK", day.minusDays(20L + random.nextInt(300) + 365L * year), head);
            }
            if (done(plan)) {
                meeting(doctor, "RECONCILIATION", day.minusDays(15L + random.nextInt(300) + 365L * year), studierektor);
            }
        }
    }

    private void meeting(Doctor doctor, String kind, LocalDate held, long holder) {
        if (!held.isBefore(doctor.start()) && held.isBefore(day)) {
            out.add("meeting", MEETING, doctor.programme(), kind, held, "HELD", "", holder, held.atTime(15, 0));
        }
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
    private static LocalDate workday(LocalDate near) {
        int weekday = near.getDayOfWeek().getValue();
        return weekday < DayOfWeek.SATURDAY.getValue() ? near : near.plusDays(8L - weekday);
    }

    /** Weekly but for summer and Christmas, and a journal club every month. */
    private void teaching(DemoClinic plan, long clinic, long studierektor) {
        for (LocalDate held = day.minusDays(370).with(DayOfWeek.THURSDAY);
                held.isBefore(day);
                held = held.plusWeeks(1)) {
            if (term(held) && random.nextDouble() < plan.quality() + 0.05) {
                session(clinic, "INTERNAL_TEACHING", held, TOPICS.get(random.nextInt(TOPICS.size())), studierektor);
            }
            if (term(held) && held.getDayOfMonth() <= 7 && random.nextDouble() < plan.quality()) {
                session(clinic, "JOURNAL_CLUB", held.minusDays(2), "Månadens artikel", studierektor);
            }
        }
    }

    private static boolean term(LocalDate day) {
        MonthDay at = MonthDay.from(day);
        return !(at.isAfter(SUMMER) && at.isBefore(AUTUMN)) && !at.isAfter(CHRISTMAS) && !at.isBefore(SPRING);
    }

    private void session(long clinic, String kind, LocalDate held, String title, long by) {
        out.add(
                "teaching_session",
                "clinic_id, kind, held_on, title, cancelled, created_by, created_at",
                clinic,
                kind,
                held,
                title,
                false,
                by,
                held.minusDays(14).atTime(9, 0));
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
