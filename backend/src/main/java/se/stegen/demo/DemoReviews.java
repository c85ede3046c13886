package se.stegen.demo;

import io.micronaut.core.annotation.Nullable;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import se.stegen.common.Today;
import se.stegen.spur.Area;

/** Reviews of some of the region's clinics, with actions in every state; the texts are made up. */
final class DemoReviews {
    private static final String REVIEW =
            "clinic_id, kind, state, reviewed_on, day_known, reported_on, inspectors, grading,"
                    + " strengths, weaknesses, potential, unsorted, file_name, created_by, created_at, updated_at, confirmed_by,"
                    + " confirmed_at";
    private static final String ACTION = "review_id, position, area, item, item_code, planned_action, due_text, due_on,"
            + " responsible, follow_up_text, follow_up_on, follow_up_responsible, checked, owner_id, state, evidence, proof,"
            + " closed_on, closed_by, updated_at";
    private static final String EVENT =
            "action_id, kind, state, due_on, area, item_code, effective_on, note, person_id, logged_at";
    /** Grades of clinics A-H, one a clinic in turn; a dash is unknown. */
    private static final List<String> GRADES =
            List.of("ABABACBC", "AAABBBAB", "BBACCBCB", "AAAAABAA", "ABBCDBCC", "AABBB-B-", "ABACBCAD", "BAABCBBC");
    /** Years since the last external review, in turn; the fifth clinic never had one. */
    private static final List<Integer> YEARS = List.of(0, 2, 4, 1, -1, 3, 5, 1, 6, 2);

    private static final int REPORT_DAYS = 20;

    private final DemoWriter out;
    private final LocalDate day;

    DemoReviews(DemoWriter out, LocalDate day) {
        this.out = out;
        this.day = day;
    }

    void fill() throws SQLException {
        out.startAbove("review", "review_action");
        long named = out.number(
                "SELECT id FROM clinic WHERE name = ?",
                DemoClinic.ALL.getFirst().name());
        int index = 0;
        for (String id : out.texts("SELECT id FROM clinic ORDER BY id")) {
            long clinic = Long.parseLong(id);
            long head = out.number(
                    "SELECT MIN(person_id) FROM role_assignment WHERE role = 'STUDIEREKTOR' AND scope_type = 'CLINIC'"
                            + " AND scope_id = ?",
                    clinic);
            int years = YEARS.get(index % YEARS.size());
            if (clinic == named) {
                named(clinic, head);
            } else if (years >= 0) {
                LocalDate on = day.minusYears(years).minusDays(17L * (index % 9) + 5);
                long review = review(clinic, "EXTERNAL", "CONFIRMED", on, head);
                grades(review, GRADES.get(index % GRADES.size()), on, head);
                if (index % 3 == 0) {
                    internal(clinic, on.plusYears(1), head);
                }
                if (index % 4 != 3) {
                    action(
                            review,
                            0,
                            "F1",
                            "Ny mall för utbildningsprogrammet",
                            on.plusMonths(8),
                            "OPEN",
                            null,
                            on,
                            head);
                }
            }
            index++;
        }
        out.flush();
    }

    private void internal(long clinic, LocalDate on, long head) {
        if (on.isBefore(day)) {
            review(clinic, "INTERNAL", "CONFIRMED", on, head);
        }
    }

    /** The clinic of the named accounts: an old review, a new one with its plan at work, and a draft just imported. */
    private void named(long clinic, long studierektor) throws SQLException {
        long supervisor = out.number("SELECT id FROM person WHERE username = 'handledare'");
        LocalDate old = day.minusYears(6);
        grades(review(clinic, "EXTERNAL", "CONFIRMED", old, studierektor), "BBACDBCD", old, studierektor);
        review(clinic, "INTERNAL", "CONFIRMED", day.minusMonths(20), studierektor);
        LocalDate on = day.minusMonths(9);
        long review = review(clinic, "EXTERNAL", "CONFIRMED", on, studierektor);
        grades(review, "ABABBCBC", on, studierektor);
        out.link(
                "review_area",
                "review_id, area, text",
                review,
                "F",
                "Kurserna planeras men står inte i varje program.");
        out.link(
                "review_area",
                "review_id, area, text",
                review,
                "H",
                "Läkarna leder ronder och får återkoppling ibland.");
        action(
                review,
                0,
                "F1",
                "Ny mall för det individuella utbildningsprogrammet, som alla går över till.",
                day.minusMonths(2),
                "DONE",
                studierektor,
                on,
                studierektor);
        action(
                review,
                1,
                "H7",
                "Minst en bedömning av undervisning per läkare och år, med handledaren på plats.",
                day.minusDays(12),
                "IN_PROGRESS",
                supervisor,
                on,
                studierektor);
        action(
                review,
                2,
                "H9",
                "Bedömning av handledning när läkaren handleder studenter eller AT-läkare.",
                day.plusDays(20),
                "OPEN",
                supervisor,
                on,
                studierektor);
        action(
                review,
                3,
                "G10",
                "Journal club en gång i månaden.",
                null,
                "IN_PROGRESS",
                studierektor,
                on,
                studierektor);
        long draft = review(clinic, "EXTERNAL", "DRAFT", day, studierektor);
        action(
                draft,
                0,
                "F1",
                "En ny mall för planen är framtagen och används från och med våren.",
                day.plusMonths(3),
                "OPEN",
                null,
                null,
                studierektor);
        action(
                draft,
                1,
                null,
                "Två bedömningar av undervisning görs varje år.",
                null,
                "OPEN",
                null,
                null,
                studierektor);
        out.link(
                "review_grade",
                "review_id, area, regulation, grade, printed, since, set_by, set_at",
                draft,
                "F",
                "",
                "C",
                "Graderingen är ändrad till C.",
                null,
                studierektor,
                Today.startOf(day));
    }

    private long review(long clinic, String kind, String state, LocalDate on, long by) {
        boolean draft = state.equals("DRAFT");
        boolean external = kind.equals("EXTERNAL");
        LocalDate reported = on.plusDays(REPORT_DAYS);
        return out.add(
                "review",
                REVIEW,
                clinic,
                kind,
                state,
                on,
                !draft,
                external && !reported.isAfter(day) ? reported : null,
                external ? "Två specialister i klinikens specialitet" : "Klinikens studierektor",
                external ? "NEWER" : null,
                "Gott klimat och intresserade handledare.\nBred verksamhet.",
                "Utbildningsprogrammen följs inte alltid upp.",
                "Gå igenom programmet varje termin.",
                "",
                draft ? "spur-rapport.pdf" : null,
                by,
                Today.startOf(on),
                Today.startOf(on),
                draft ? null : by,
                draft ? null : Today.startOf(on));
    }

    private void grades(long review, String grades, LocalDate on, long by) {
        for (Area area : Area.values()) {
            char grade = grades.charAt(area.name().charAt(0) - 'A');
            if (grade != '-') {
                out.link(
                        "review_grade",
                        "review_id, area, regulation, grade, printed, since, set_by, set_at",
                        review,
                        area.name(),
                        "",
                        String.valueOf(grade),
                        "",
                        null,
                        by,
                        Today.startOf(on));
            }
        }
    }

    private void action(
            long review,
            int position,
            @Nullable String item,
            String what,
            @Nullable LocalDate due,
            String state,
            @Nullable Long owner,
            @Nullable LocalDate since,
            long by) {
        boolean done = state.equals("DONE");
        LocalDate closed = done && due != null ? due.minusDays(3) : null;
        String area = item == null ? null : item.substring(0, 1);
        long id = out.add(
                "review_action",
                ACTION,
                review,
                position,
                area,
                item == null ? "En punkt som inte känns igen" : "",
                item,
                what,
                due == null ? "Pågående" : due.getDayOfMonth() + "/" + due.getMonthValue() + " " + due.getYear(),
                due,
                "Studierektor och handledare",
                due == null ? "" : due.plusMonths(1).toString(),
                due == null ? null : due.plusMonths(1),
                "Verksamhetschef",
                false,
                owner,
                state,
                "",
                done ? "Mallen är beslutad och används av alla." : null,
                closed,
                done ? by : null,
                Today.startOf(day));
        if (since != null) {
            event(id, "CREATED", "OPEN", due, area, item, since, "", by);
            if (state.equals("IN_PROGRESS")) {
                event(id, "STATE", state, due, area, item, since.plusMonths(1), "", by);
                event(id, "COMMENT", state, due, area, item, since.plusMonths(2), "Handledarna är informerade.", by);
            }
            if (closed != null) {
                event(id, "STATE", state, due, area, item, closed, "Mallen är beslutad och används av alla.", by);
            }
        }
    }

    private void event(
            long action,
            String kind,
            String state,
            @Nullable LocalDate due,
            @Nullable String area,
            @Nullable String item,
            LocalDate on,
            String note,
            long by) {
        out.link("review_action_event", EVENT, action, kind, state, due, area, item, on, note, by, Today.startOf(on));
    }
}
