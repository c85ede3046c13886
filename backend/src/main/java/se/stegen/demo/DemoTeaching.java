package se.stegen.demo;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import se.stegen.common.Today;

/** Weekly teaching and journal clubs of the region's clinics; at the named one with attendance, and one today. */
final class DemoTeaching {
    private static final String SESSION =
            "clinic_id, kind, held_on, starts_at, minutes, place, title, leader_id, article,"
                    + " doi, created_by, created_at";
    private static final List<String> TITLES = List.of(
            "Akut buk hos äldre",
            "Antibiotika vid bukinfektioner",
            "Svåra besked",
            "Bråckkirurgi",
            "Trauma: första timmen",
            "Nutrition före och efter operation",
            "Händelseanalys från avdelningen",
            "Gallsten och dess komplikationer");
    private static final List<String> ARTICLES = List.of(
            "Antibiotika eller operation vid blindtarmsinflammation",
            "Mobilisering samma dag efter tarmkirurgi",
            "Återkoppling i operationssalen");
    private static final int JOURNAL_EVERY = 4;

    private final DemoWriter out;
    private final LocalDate day;

    DemoTeaching(DemoWriter out, LocalDate day) {
        this.out = out;
        this.day = day;
    }

    void fill() throws SQLException {
        out.startAbove("teaching_session", "appointment");
        long named = out.number(
                "SELECT id FROM clinic WHERE name = ?",
                DemoClinic.ALL.getFirst().name());
        for (String id : out.texts("SELECT id FROM clinic ORDER BY id")) {
            clinic(Long.parseLong(id), Long.parseLong(id) == named);
        }
        out.flush();
    }

    private void clinic(long clinic, boolean named) throws SQLException {
        long head = out.number(
                "SELECT MIN(person_id) FROM role_assignment WHERE role = 'STUDIEREKTOR' AND scope_type = 'CLINIC'"
                        + " AND scope_id = ?",
                clinic);
        List<Long> doctors = new ArrayList<>();
        for (String id : out.texts(
                "SELECT p.person_id FROM programme p JOIN post o ON o.programme_id = p.id WHERE o.clinic_id = ?"
                        + " ORDER BY p.id",
                clinic)) {
            doctors.add(Long.parseLong(id));
        }
        long every = named ? 1 : 1 + clinic % 3;
        int week = 0;
        for (LocalDate on = day.minusYears(1).with(DayOfWeek.WEDNESDAY);
                on.isBefore(day.plusWeeks(named ? 4 : 0));
                on = on.plusWeeks(1)) {
            week++;
            if (holiday(on) || week % every != 0 || on.equals(day)) {
                continue;
            }
            long id = add(clinic, "INTERNAL_TEACHING", on, TITLES.get(week % TITLES.size()), "", head);
            if (named) {
                if (on.isBefore(day)) {
                    attended(id, week, doctors, head);
                } else {
                    invited(id, "INTERNAL_TEACHING", on, TITLES.get(week % TITLES.size()), doctors);
                }
            }
            if (week % (JOURNAL_EVERY * every) == 0 && on.plusDays(1).isBefore(day)) {
                String article = ARTICLES.get(week / JOURNAL_EVERY % ARTICLES.size());
                long journal = add(clinic, "JOURNAL_CLUB", on.plusDays(1), article, article, head);
                if (named) {
                    attended(journal, week + 1, doctors, head);
                }
            }
        }
        if (named) {
            long leader = out.number("SELECT id FROM person WHERE username = 'handledare'");
            add(clinic, "JOURNAL_CLUB", day, ARTICLES.getFirst(), ARTICLES.getFirst(), leader);
        }
    }

    private long add(long clinic, String kind, LocalDate on, String title, String article, long leader) {
        return out.add(
                "teaching_session",
                SESSION,
                clinic,
                kind,
                on,
                LocalTime.of(7, 45),
                45,
                "Konferensrummet",
                title,
                leader,
                article,
                "",
                leader,
                at(on.minusWeeks(5)));
    }

    private void attended(long session, int week, List<Long> doctors, long notedBy) {
        LocalDateTime noted = at(day);
        for (int i = 0; i < doctors.size(); i++) {
            if ((i * 3 + week) % 4 != 0) {
                out.link(
                        "teaching_attendance",
                        "teaching_session_id, person_id, noted_by, noted_at",
                        session,
                        doctors.get(i),
                        i % 5 == 0 ? notedBy : doctors.get(i),
                        noted);
            }
        }
    }

    private void invited(long session, String kind, LocalDate on, String title, List<Long> doctors) {
        long appointment = out.add(
                "appointment",
                "uid, kind, record_id, day, starts_at, minutes, place, about, path, sequence, changed_at",
                "demo-teaching-" + session + "@stegen",
                kind,
                session,
                on,
                LocalTime.of(7, 45),
                45,
                "Konferensrummet",
                title,
                "teaching-session/" + session,
                0,
                at(on.minusWeeks(5)));
        doctors.forEach(doctor -> out.link("appointment_person", "appointment_id, person_id", appointment, doctor));
    }

    /** Ten weeks of the year have none: summer, Christmas. */
    private static boolean holiday(LocalDate on) {
        int week = on.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return (week >= 26 && week <= 33) || week >= 52 || week == 1;
    }

    private static LocalDateTime at(LocalDate on) {
        return Today.startOf(on).plusHours(7);
    }
}
