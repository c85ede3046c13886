package se.stegen.demo;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import se.stegen.common.Today;

/**
 * Talks of the region's doctors; of the named doctor a reconciliation ahead, self-study and a yearly report; of a colleague a
 * support plan.
 */
final class DemoTalks {
    private static final String MEETING = "programme_id, kind, held_on, starts_at, minutes, place, state, holder_id,"
            + " template_id, summary, closed_at, created_by, created_at";
    private static final List<String> TALKS = List.of(
            "Trivs i gruppen och vill ta mer ansvar på akuten. Önskar forskningstid under våren.",
            "Bra år. Arbetsbelastningen på jouren behöver ses över.",
            "Utvecklas som planerat. Vill handleda kandidater nästa termin.");
    private static final int PLANNED_IN_DAYS = 20;

    private final DemoWriter out;
    private final LocalDate day;

    DemoTalks(DemoWriter out, LocalDate day) {
        this.out = out;
        this.day = day;
    }

    void fill() throws SQLException {
        out.startAbove(
                "meeting",
                "meeting_agreement",
                "self_study",
                "support_plan",
                "support_plan_follow_up",
                "annual_report",
                "supervisor_report",
                "appointment");
        long st =
                out.number("SELECT p.id FROM programme p JOIN person d ON d.id = p.person_id WHERE d.username = 'st'");
        long introduction = template("INTRODUCTION");
        long talk = template("DEVELOPMENT_TALK");
        for (String row : out.texts("SELECT CONCAT(o.programme_id, ' ', o.start_date, ' ',"
                + " (SELECT MIN(r.person_id) FROM role_assignment r WHERE r.role = 'STUDIEREKTOR'"
                + "  AND r.scope_type = 'CLINIC' AND r.scope_id = o.clinic_id), ' ',"
                + " (SELECT MIN(r.person_id) FROM role_assignment r WHERE r.role = 'CLINIC_HEAD'"
                + "  AND r.scope_type = 'CLINIC' AND r.scope_id = o.clinic_id)) FROM post o ORDER BY o.programme_id")) {
            String[] part = row.split(" ");
            long programme = Long.parseLong(part[0]);
            LocalDate start = LocalDate.parse(part[1]);
            boolean named = programme == st;
            if (named || programme % 6 != 0) {
                LocalDate first = start.plusDays(programme % 20);
                if (!first.isAfter(day)) {
                    held(programme, "INTRODUCTION", first, part[2], introduction, "Genomgång av kliniken och IUP.");
                }
            }
            LocalDate last = day.minusDays(40 + programme * 37 % 280);
            if (named || (programme % 5 != 0 && last.isAfter(start))) {
                long id = held(programme, "DEVELOPMENT_TALK", last, part[3], talk, TALKS.get((int)
                        (programme % TALKS.size())));
                if (named) {
                    out.add(
                            "meeting_agreement",
                            "meeting_id, agreement, due_on",
                            id,
                            "Egen mottagning en dag i veckan",
                            last.plusMonths(6));
                }
            }
        }
        studies(st);
        ahead(st);
        report(st);
        supportPlan(st);
        out.flush();
    }

    private long template(String kind) throws SQLException {
        return out.number("SELECT MAX(id) FROM meeting_template WHERE clinic_id IS NULL AND kind = ?", kind);
    }

    private long held(long programme, String kind, LocalDate on, String holder, long template, String summary) {
        LocalDateTime closed = at(on, 16);
        return out.add(
                "meeting",
                MEETING,
                programme,
                kind,
                on,
                LocalTime.of(14, 0),
                60,
                "",
                "HELD",
                holder,
                template,
                summary,
                closed,
                holder,
                closed);
    }

    /** An hour and a quarter a week, and more before courses: above what one guideline asks for. */
    private void studies(long st) throws SQLException {
        List<String> codes = out.texts(
                "SELECT g.code FROM goal g JOIN programme p ON p.curriculum_id = g.curriculum_id"
                        + " WHERE p.id = ? AND g.goal_group = 'C' ORDER BY g.sort_order LIMIT 6",
                st);
        List<String> notes =
                List.of("Riktlinje för akut buk", "Kapitel om bråck", "", "Artiklar inför journal club", "");
        int week = 0;
        for (LocalDate on = day.with(DayOfWeek.MONDAY).plusDays(1);
                on.isAfter(day.minusYears(1));
                on = on.minusWeeks(1)) {
            if (on.isAfter(day)) {
                continue;
            }
            long id = out.add(
                    "self_study",
                    "programme_id, studied_on, hours, note, created_at",
                    st,
                    on,
                    new BigDecimal(week % 6 == 0 ? "2.50" : "1.25"),
                    notes.get(week % notes.size()),
                    at(on, 18));
            if (!codes.isEmpty()) {
                out.link("self_study_goal", "self_study_id, goal_code", id, codes.get(week % codes.size()));
            }
            week++;
        }
    }

    /** A reconciliation that is planned, further ahead than it is reminded of. */
    private void ahead(long st) throws SQLException {
        LocalDate on = DemoYear.workday(day.plusDays(PLANNED_IN_DAYS));
        long studierektor = person("studierektor");
        long id = out.add(
                "meeting",
                MEETING,
                st,
                "RECONCILIATION",
                on,
                LocalTime.of(15, 0),
                45,
                "Studierektorns rum",
                "PLANNED",
                studierektor,
                template("RECONCILIATION"),
                "",
                null,
                studierektor,
                at(day.minusDays(3), 9));
        long appointment = out.add(
                "appointment",
                "uid, kind, record_id, day, starts_at, minutes, place, about, path, sequence, changed_at",
                "demo-reconciliation@stegen",
                "RECONCILIATION",
                id,
                on,
                LocalTime.of(15, 0),
                45,
                "Studierektorns rum",
                "Anna Lind",
                "meeting/" + id,
                0,
                at(day.minusDays(3), 9));
        for (String who : List.of("st", "handledare", "studierektor")) {
            out.link("appointment_person", "appointment_id, person_id", appointment, person(who));
        }
    }

    /** Last year's report, commented and read. */
    private void report(long st) throws SQLException {
        LocalDate to = day.minusYears(1);
        String facts = "[{\"section\":\"SUPERVISION\",\"day\":\"" + to.minusDays(30)
                + "\",\"title\":\"Johan Berg\"},{\"section\":\"SELF_STUDY\",\"number\":48.5}]";
        long report = out.add(
                "annual_report",
                "programme_id, from_day, to_day, state, facts, words, updated_at, sent_at",
                st,
                to.minusYears(1).plusDays(1),
                to,
                "SENT",
                facts,
                "{\"YEAR\":\"Mitt första hela år. Akuten har gett mest.\"}",
                at(to, 10),
                at(to, 10));
        out.add(
                "supervisor_report",
                "annual_report_id, author_id, state, progress, strengths, development, needs, updated_at, sent_at,"
                        + " read_by, read_at",
                report,
                person("handledare"),
                "SENT",
                "Utvecklas i god takt.",
                "Noggrann och omtyckt av teamet.",
                "Mer egen operation under assistans.",
                "",
                at(to.plusDays(9), 15),
                at(to.plusDays(9), 15),
                person("studierektor"),
                at(to.plusDays(12), 8));
    }

    /** Of another doctor of the same main supervisor. */
    private void supportPlan(long st) throws SQLException {
        long other = out.number(
                "SELECT MAX(m.programme_id) FROM main_supervisor m WHERE m.person_id = ? AND m.programme_id <> ?",
                person("handledare"),
                st);
        long plan = out.add(
                "support_plan",
                "programme_id, state, reason, plan_changes, efforts, demands, opened_on, opened_by, updated_at",
                other,
                "OPEN",
                "Flera bedömningar visar osäkerhet i det akuta omhändertagandet.",
                "Placeringen på akuten förlängs två månader.",
                "Handledning varje vecka och medsittning på akuten.",
                "Självständig handläggning av akut buk före sommaren.",
                day.minusDays(60),
                person("studierektor"),
                at(day.minusDays(60), 11));
        out.add(
                "support_plan_follow_up",
                "support_plan_id, due_on, held_on, result, noted_by",
                plan,
                day.minusDays(30),
                day.minusDays(30),
                "Säkrare i anamnes och prioritering. Fortsätter enligt plan.",
                person("handledare"));
        out.add(
                "support_plan_follow_up",
                "support_plan_id, due_on, starts_at, result",
                plan,
                day.plusDays(10),
                LocalTime.of(13, 0),
                "");
    }

    private long person(String username) throws SQLException {
        return out.number("SELECT id FROM person WHERE username = ?", username);
    }

    private static LocalDateTime at(LocalDate on, int hour) {
        return Today.startOf(on).plusHours(hour);
    }
}
