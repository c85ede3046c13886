package se.stegen.demo;

import io.micronaut.core.annotation.Nullable;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Two collegia of the named doctors' clinic: one of last spring with its outcomes, and one planned in three weeks. */
final class DemoCollegia {
    private static final String COLLEGIUM =
            "clinic_id, meets_on, starts_at, minutes, place, headings, state, created_by, created_at, closed_by, closed_at";
    private static final String TRAINEE = "collegium_id, programme_id, own_levels, own_comment, own_at, own_done";
    private static final String SPECIALIST = "collegium_id, person_id, email, asked_at, answered_at";
    private static final String VIEW = "specialist_id, programme_id, levels, comment, updated_at";
    private static final String OUTCOME =
            "collegium_id, programme_id, judgement, levels, strengths, development, updated_at, updated_by, read_at";
    private static final String VERSION = "outcome_id, number, content, reason, written_by, written_at";
    private static final String ACTION = "outcome_id, text, owner, due, iup_kind, done_on, done_by";
    private static final String TALK = "outcome_id, state, held_on, starts_at, place, recorded_by, recorded_at";

    private static final String WELL = "{\"COMMUNICATION\":\"AS_EXPECTED\",\"LEADERSHIP\":\"AS_EXPECTED\","
            + "\"MEDICAL\":\"AS_EXPECTED\",\"QUALITY\":\"NOT_OBSERVED\",\"SCIENCE\":\"AS_EXPECTED\","
            + "\"TEACHING\":\"AS_EXPECTED\"}";
    private static final String BUSY = "{\"COMMUNICATION\":\"AS_EXPECTED\",\"LEADERSHIP\":\"TO_DEVELOP\","
            + "\"MEDICAL\":\"AS_EXPECTED\",\"QUALITY\":\"AS_EXPECTED\",\"SCIENCE\":\"NOT_OBSERVED\","
            + "\"TEACHING\":\"AS_EXPECTED\"}";
    private static final String WORRIED = "{\"COMMUNICATION\":\"TO_DEVELOP\",\"LEADERSHIP\":\"TO_DEVELOP\","
            + "\"MEDICAL\":\"CONCERN\",\"QUALITY\":\"NOT_OBSERVED\",\"SCIENCE\":\"NOT_OBSERVED\","
            + "\"TEACHING\":\"AS_EXPECTED\"}";

    /** An outcome: judgement, levels, strengths, development, action. */
    private record Text(String judgement, String levels, String strengths, String development, String action) {}

    private static final List<Text> TEXTS = List.of(
            new Text(
                    "ON_TRACK",
                    BUSY,
                    "Trygg vid operationsbordet, uppskattad av avdelningen och noga med återkoppling.",
                    "Ta ledningen tydligare på akutrummet och fördela uppgifter högt.",
                    "Leda fem larm med återkoppling direkt efteråt"),
            new Text(
                    "ON_TRACK",
                    WELL,
                    "Snabb att lära, läser på inför varje operation.",
                    "Operera mer som första operatör.",
                    "Tio ljumskbråck som första operatör"),
            new Text(
                    "NEEDS_SUPPORT",
                    WORRIED,
                    "Omtänksam mot patienter och anhöriga.",
                    "Prioritera på jouren och ringa bakjouren tidigare.",
                    "Dubbeljour fyra pass med genomgång efteråt"),
            new Text(
                    "ON_TRACK",
                    WELL,
                    "Undervisar gärna och håller ihop ronden.",
                    "Planera det vetenskapliga arbetet.",
                    "Projektplan till det vetenskapliga arbetet"),
            new Text(
                    "ON_TRACK",
                    WELL,
                    "Självgående på mottagningen.",
                    "Delta i förbättringsarbetet på avdelningen.",
                    "Eget förbättringsarbete valt med handledaren"));

    private final DemoWriter out;
    private final LocalDate day;
    private final long clinic;
    private final long head;
    private final long studierektor;
    private final long supervisor;
    private final long named;

    DemoCollegia(DemoWriter out, LocalDate day) throws SQLException {
        this.out = out;
        this.day = day;
        head = out.number("SELECT id FROM person WHERE username = ?", "verksamhetschef");
        studierektor = out.number("SELECT id FROM person WHERE username = ?", "studierektor");
        supervisor = out.number("SELECT id FROM person WHERE username = ?", "handledare");
        named = out.number(
                "SELECT p.id FROM programme p JOIN person d ON d.id = p.person_id WHERE d.username = ?", "st");
        clinic = out.number("SELECT scope_id FROM role_assignment WHERE role = 'CLINIC_HEAD' AND person_id = ?", head);
    }

    void fill() throws SQLException {
        out.startAbove("collegium", "collegium_specialist", "collegium_outcome", "collegium_action");
        held(DemoYear.workday(day.minusMonths(7)));
        planned(DemoYear.workday(day.plusWeeks(3)));
        out.flush();
    }

    private void held(LocalDate meeting) throws SQLException {
        LocalDateTime closed = meeting.atTime(15, 30);
        long id = collegium(meeting, "CLOSED", closed);
        List<Long> doctors = doctors(meeting, TEXTS.size());
        specialists(id, meeting.minusDays(14), meeting.minusDays(3));
        for (int i = 0; i < doctors.size(); i++) {
            Text text = TEXTS.get(i);
            long doctor = doctors.get(i);
            LocalDate due = meeting.plusMonths(6);
            out.link(
                    "collegium_trainee",
                    TRAINEE,
                    id,
                    doctor,
                    text.levels(),
                    "",
                    meeting.minusDays(5).atTime(20, 0),
                    true);
            long outcome = out.add(
                    "collegium_outcome",
                    OUTCOME,
                    id,
                    doctor,
                    text.judgement(),
                    text.levels(),
                    text.strengths(),
                    text.development(),
                    closed,
                    studierektor,
                    closed.plusDays(1));
            out.link("collegium_outcome_version", VERSION, outcome, 1, content(text, due), "", head, closed);
            boolean done = i % 2 == 0;
            out.add(
                    "collegium_action",
                    ACTION,
                    outcome,
                    text.action(),
                    "DOCTOR",
                    due,
                    "OTHER",
                    done ? meeting.plusMonths(4) : null,
                    done ? supervisor : null);
            LocalDate talk = meeting.plusDays(10);
            out.link("collegium_talk", TALK, outcome, "HELD", talk, null, "", supervisor, talk.atTime(16, 0));
        }
    }

    private void planned(LocalDate meeting) throws SQLException {
        long id = collegium(meeting, "PLANNED", null);
        List<Long> doctors = doctors(meeting, 8);
        for (long doctor : doctors) {
            boolean own = doctor == named;
            out.link(
                    "collegium_trainee",
                    TRAINEE,
                    id,
                    doctor,
                    own ? BUSY : null,
                    own ? "Tryggare på akutrummet nu. Vill operera fler kolon." : null,
                    own ? day.minusDays(1).atTime(20, 15) : null,
                    own);
        }
        List<Long> asked = specialists(id, day.minusDays(4), null);
        for (int i = 0; i < 2; i++) {
            for (long doctor : doctors) {
                out.link(
                        "collegium_view",
                        VIEW,
                        asked.get(i),
                        doctor,
                        i == 0 ? WELL : BUSY,
                        doctor == named ? "Tar ledningen på akutrummet numera." : "",
                        day.minusDays(2).atTime(12, 10 + i));
            }
        }
        out.flush();
        out.execute(
                "UPDATE collegium_specialist SET answered_at = ? WHERE id IN (?, ?)",
                day.minusDays(2).atTime(12, 20),
                asked.get(0),
                asked.get(1));
    }

    private long collegium(LocalDate meeting, String state, @Nullable LocalDateTime closed) {
        return out.add(
                "collegium",
                COLLEGIUM,
                clinic,
                meeting,
                LocalTime.of(13, 0),
                150,
                "Konferensrummet, plan 4",
                "",
                state,
                studierektor,
                (meeting.isAfter(day) ? day.minusDays(4) : meeting.minusDays(14)).atTime(9, 0),
                closed == null ? null : head,
                closed);
    }

    /** The named doctor first, then colleagues who were at the clinic that day. */
    private List<Long> doctors(LocalDate meeting, int count) throws SQLException {
        List<Long> doctors = new ArrayList<>(List.of(named));
        out.texts(
                        "SELECT o.programme_id FROM post o WHERE o.clinic_id = ? AND o.start_date <= ?"
                                + " AND (o.end_date IS NULL OR o.end_date >= ?) AND o.programme_id <> ?"
                                + " ORDER BY o.programme_id LIMIT " + (count - 1),
                        clinic,
                        meeting,
                        meeting,
                        named)
                .forEach(id -> doctors.add(Long.valueOf(id)));
        return doctors;
    }

    /** Supervisors of the clinic, two who have no part in the named accounts before the named one. */
    private List<Long> specialists(long id, LocalDate asked, @Nullable LocalDate answered) throws SQLException {
        List<Long> people = new ArrayList<>();
        out.texts(
                        "SELECT DISTINCT person_id FROM role_assignment WHERE role = 'SUPERVISOR' AND scope_id = ?"
                                + " AND person_id <> ? ORDER BY person_id LIMIT 4",
                        clinic,
                        supervisor)
                .forEach(person -> people.add(Long.valueOf(person)));
        people.add(supervisor);
        List<Long> keys = new ArrayList<>();
        for (long person : people) {
            keys.add(out.add(
                    "collegium_specialist",
                    SPECIALIST,
                    id,
                    person,
                    null,
                    asked.atTime(9, 5),
                    answered == null ? null : answered.atTime(12, 0)));
        }
        return keys;
    }

    private static String content(Text text, LocalDate due) {
        return "{\"judgement\":\"" + text.judgement() + "\",\"levels\":" + text.levels() + ",\"strengths\":\""
                + text.strengths() + "\",\"development\":\"" + text.development() + "\",\"actions\":[{\"text\":\""
                + text.action() + "\",\"owner\":\"DOCTOR\",\"due\":\"" + due + "\"}]}";
    }
}
