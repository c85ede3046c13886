package se.stegen.rest;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import se.stegen.access.signin.LinkTokens;
import se.stegen.testing.Fixtures;

/** Talks, self-study, teaching, support plans and reports that the matrix is tried on. */
final class MatrixTalks {
    private static final String TEXT = "Hemligt samtal åäö";
    private static final String PREPARATION = "Hemlig förberedelse åäö";

    private final ToLongFunction<String> person;
    private final UnaryOperator<String> value;
    private final long clinic;
    private final LocalDate today;

    MatrixTalks(ToLongFunction<String> person, UnaryOperator<String> value, long clinic, LocalDate today) {
        this.person = person;
        this.value = value;
        this.clinic = clinic;
        this.today = today;
    }

    void addTo(Map<String, Supplier<String>> makers, Map<String, String> lasting) {
        lasting.put("talkText", TEXT);
        lasting.put("talkPreparation", PREPARATION);
        makers.put("emptyTalk", () -> talk("DEVELOPMENT_TALK", "PLANNED", "head"));
        makers.put("plannedTalk", () -> prepared(false));
        makers.put("sharedTalk", () -> prepared(true));
        makers.put("heldTalk", () -> talk("DEVELOPMENT_TALK", "HELD", "head"));
        makers.put("heldReconciliation", () -> talk("RECONCILIATION", "HELD", "srek"));
        makers.put(
                "selfStudy",
                () -> text(Fixtures.insert(
                        "INSERT INTO self_study (programme_id, studied_on, hours, note, created_at)"
                                + " VALUES (?, ?, 1, '', NOW(6))",
                        value.apply("freshTrainee"),
                        today)));
        makers.put("teaching", () -> text(attended()));
        makers.put("teachingCode", this::code);
        makers.put("supportPlan", () -> text(supportPlan(value.apply("trainee"))));
        makers.put("supportTrainee", this::supportTrainee);
        makers.put(
                "followUp",
                () -> text(Fixtures.insert(
                        "INSERT INTO support_plan_follow_up (support_plan_id, due_on, result) VALUES (?, ?, '')",
                        value.apply("supportPlan"),
                        today)));
        makers.put("draftReport", () -> text(report("DRAFT", null)));
        makers.put("sentReport", () -> text(report("SENT", null)));
        makers.put("commentedReport", () -> text(report("SENT", "DRAFT")));
        makers.put("doneReport", () -> text(report("SENT", "SENT")));
    }

    private String talk(String kind, String state, String holder) {
        return text(Fixtures.insert(
                "INSERT INTO meeting (programme_id, kind, held_on, state, holder_id, template_id, summary, created_by,"
                        + " created_at) VALUES (?, ?, ?, ?, ?, (SELECT MAX(id) FROM meeting_template"
                        + " WHERE clinic_id IS NULL AND kind = ?), ?, ?, NOW(6))",
                value.apply("trainee"),
                kind,
                today,
                state,
                person.applyAsLong(holder),
                kind,
                state.equals("HELD") ? TEXT : "",
                person.applyAsLong(holder)));
    }

    private String prepared(boolean shared) {
        String talk = talk("DEVELOPMENT_TALK", "PLANNED", "head");
        Fixtures.execute(
                "INSERT INTO meeting_preparation (meeting_id, person_id, answers, shared_at, updated_at)"
                        + " VALUES (?, ?, ?, " + (shared ? "NOW(6)" : "NULL") + ", NOW(6))",
                talk,
                person.applyAsLong("doc"),
                "[\"" + PREPARATION + "\"]");
        return talk;
    }

    private long session() {
        return Fixtures.insert(
                "INSERT INTO teaching_session (clinic_id, kind, held_on, title, leader_id, created_by, created_at)"
                        + " VALUES (?, 'JOURNAL_CLUB', ?, 'Matrisens artikel', ?, ?, NOW(6))",
                clinic,
                today,
                person.applyAsLong("named"),
                person.applyAsLong("srek"));
    }

    private long attended() {
        long session = session();
        Fixtures.execute(
                "INSERT INTO teaching_attendance (teaching_session_id, person_id, noted_by, noted_at)"
                        + " VALUES (?, ?, ?, NOW(6))",
                session,
                person.applyAsLong("doc"),
                person.applyAsLong("named"));
        return session;
    }

    private String code() {
        String token = Fixtures.unique("token");
        Fixtures.execute(
                "INSERT INTO teaching_code (token_hash, teaching_session_id, expires_at)"
                        + " VALUES (?, ?, DATE_ADD(NOW(6), INTERVAL 2 DAY))",
                LinkTokens.hash(token),
                session());
        return token;
    }

    private long supportPlan(String programme) {
        return Fixtures.insert(
                "INSERT INTO support_plan (programme_id, state, reason, plan_changes, efforts, demands, opened_on,"
                        + " opened_by, updated_at) VALUES (?, 'OPEN', 'x', '', '', '', ?, ?, NOW(6))",
                programme,
                today,
                person.applyAsLong("srek"));
    }

    private String supportTrainee() {
        String programme = value.apply("freshTrainee");
        supportPlan(programme);
        return programme;
    }

    private long report(String state, @Nullable String comment) {
        long report = Fixtures.insert(
                "INSERT INTO annual_report (programme_id, from_day, to_day, state, facts, words, updated_at, sent_at)"
                        + " VALUES (?, ?, ?, ?, '[]', '{}', NOW(6), " + (state.equals("SENT") ? "NOW(6)" : "NULL")
                        + ")",
                value.apply("freshTrainee"),
                today.minusYears(1).plusDays(1),
                today,
                state);
        if (comment != null) {
            Fixtures.insert(
                    "INSERT INTO supervisor_report (annual_report_id, author_id, state, progress, strengths, development,"
                            + " needs, updated_at, sent_at) VALUES (?, ?, ?, 'x', '', '', '', NOW(6), NOW(6))",
                    report,
                    person.applyAsLong("main"),
                    comment);
        }
        return report;
    }

    private static String text(long id) {
        return Long.toString(id);
    }
}
