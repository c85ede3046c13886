package se.stegen.rest;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.stegen.access.Role;
import se.stegen.access.signin.LinkTokens;
import se.stegen.calendar.CalendarService;
import se.stegen.common.Today;
import se.stegen.proof.ProofService;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.Signatures;
import se.stegen.testing.Fixtures;

/**
 * The people of the access matrix and the things that they try to reach. A word in braces is such a thing; it is made when
 * a row first needs it and made anew after a call that may have changed it.
 */
final class MatrixFixtures {
    /** The columns of the matrix. */
    static final List<String> COLUMNS = List.of(
            "anon", "doc", "xdoc", "main", "exmain", "plac", "xsup", "named", "srek", "head", "xsrek", "xhead", "over",
            "rev", "exrev", "admin");

    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, String> STATES = Map.of(
            "planned",
            "PLANNED",
            "draft",
            "DRAFT",
            "sent",
            "SENT",
            "returned",
            "RETURNED",
            "declined",
            "DECLINED",
            "signed",
            "SIGNED",
            "voided",
            "SIGNED");

    private final LocalDate today = TestServer.bean(Today.class).date();
    private final Map<String, Long> people = new HashMap<>();
    private final Map<String, String> usernames = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> lasting = new HashMap<>();
    private final Map<String, String> fresh = new LinkedHashMap<>();
    private final Map<String, Supplier<String>> makers = new HashMap<>();
    private final long organisation = Fixtures.organisation();
    private final long clinic = clinic(organisation);
    private final long curriculum =
            Fixtures.number("SELECT MAX(id) FROM curriculum WHERE regulation = '2015' AND specialty_code = 'kirurgi'");
    private final long template = Fixtures.number("SELECT MAX(id) FROM assessment_template WHERE code = 'mini-cex'");

    MatrixFixtures() {
        for (String column : COLUMNS) {
            if (!column.equals("anon")) {
                String username = TestServer.person();
                usernames.put(column, username);
                people.put(column, Fixtures.number("SELECT id FROM person WHERE username = ?", username));
                tokens.put(column, TestServer.token(username));
            }
        }
        String doctorName = Fixtures.unique("Matris Doktor ");
        Fixtures.execute("UPDATE person SET name = ? WHERE id = ?", doctorName, person("doc"));
        long elsewhere = clinic(Fixtures.organisation());
        Map.of("srek", Role.STUDIEREKTOR, "head", Role.CLINIC_HEAD, "named", Role.SUPERVISOR, "doc", Role.TRAINEE)
                .forEach((column, role) -> Fixtures.role(person(column), role, clinic));
        Map.of("xsrek", Role.STUDIEREKTOR, "xhead", Role.CLINIC_HEAD, "xsup", Role.SUPERVISOR, "xdoc", Role.TRAINEE)
                .forEach((column, role) -> Fixtures.role(person(column), role, elsewhere));
        Fixtures.role(person("admin"), Role.ADMIN, null);
        role("over", Role.OVERALL_STUDIEREKTOR, "ORGANISATION", organisation, null);
        role("rev", Role.REVIEWER, "CLINIC", clinic, today);
        role("exrev", Role.REVIEWER, "CLINIC", clinic, today.minusDays(1));
        long foreign = programme(person("xdoc"), elsewhere);
        supervisor(foreign, person("xsup"), today.minusYears(1), null);

        lasting.put("clinic", Long.toString(clinic));
        String clinicName = Fixtures.unique("Matriskliniken ");
        Fixtures.execute("UPDATE clinic SET name = ? WHERE id = ?", clinicName, clinic);
        lasting.put("curriculum", Long.toString(curriculum));
        lasting.put("clinicName", clinicName);
        lasting.put("organisation", Long.toString(organisation));
        lasting.put("trainee", Long.toString(portfolio()));
        lasting.put("doctorName", doctorName);
        lasting.put("doctorUsername", Objects.requireNonNull(usernames.get("doc")));
        lasting.put("password", TestServer.PASSWORD);
        lasting.put("today", today.toString());
        lasting.put("tomorrow", today.plusDays(1).toString());
        lasting.put("lastYear", today.minusYears(1).toString());
        lasting.put("minutes", "Hemlig anteckning åäö");
        lasting.put("leaveReason", "Hemlig orsak åäö");
        for (String column : List.of("named", "plac")) {
            lasting.put(column, Long.toString(person(column)));
        }
        makers();
    }

    private void makers() {
        makers.put("newName", () -> Fixtures.unique("Nytt "));
        makers.put("newUsername", () -> {
            String username = TestServer.person();
            fresh.put("newPerson", id("SELECT id FROM person WHERE username = ?", username));
            return username;
        });
        makers.put("newPerson", () -> Long.toString(Fixtures.person("Ny Person")));
        makers.put("newClinic", () -> Long.toString(clinic(organisation)));
        makers.put(
                "newRole",
                () -> Long.toString(Fixtures.insert(
                        "INSERT INTO role_assignment (person_id, role, scope_type, scope_id, valid_from)"
                                + " VALUES (?, 'SUPERVISOR', 'CLINIC', ?, '2026-01-01')",
                        value("newPerson"),
                        clinic)));
        makers.put(
                "newQualification",
                () -> Long.toString(Fixtures.insert(
                        "INSERT INTO qualification (person_id, kind, obtained_on)"
                                + " VALUES (?, 'SUPERVISOR_TRAINING', '2026-01-01')",
                        value("newPerson"))));
        makers.put("organisationVersion", () -> id("SELECT version FROM organisation WHERE id = ?", organisation));
        makers.put("freshTrainee", () -> Long.toString(portfolio()));
        makers.put("freshPost", () -> part("post"));
        makers.put("freshAppointment", () -> part("main_supervisor"));
        makers.put("freshPlacement", () -> part("placement"));
        makers.put("freshLeave", () -> part("leave_period"));
        makers.put("draftPlan", () -> plan("DRAFT"));
        makers.put("sentPlan", () -> plan("SENT"));
        makers.put("approvedPlan", () -> plan("APPROVED"));
        makers.put("planItem", () -> id("SELECT MAX(id) FROM iup_item WHERE programme_id = ?", value("draftPlan")));
        makers.put("calendarToken", this::calendarToken);
        makers.put("freshRate", () -> part("employment_rate"));
        makers.put("freshCredit", () -> part("credit"));
        makers.put("generalItem", this::generalItem);
        makers.put("clinicForm", this::clinicForm);
        makers.put("linkAssessment", this::signedByLink);
        makers.put("openLink", this::openLink);
        makers.put("openRound", () -> round("OPEN", 8));
        makers.put("startedRound", () -> round("OPEN", 4));
        makers.put("releasedRound", () -> round("RELEASED", 8));
        makers.put("raterLink", this::raterLink);
        makers.put("plannedCollegium", () -> collegium("PLANNED"));
        makers.put(
                "collegiumSpecialist",
                () -> id("SELECT MIN(id) FROM collegium_specialist WHERE collegium_id = ?", value("plannedCollegium")));
        makers.put("collegiumLink", this::collegiumLink);
        makers.put("closedOutcome", this::outcome);
        makers.put(
                "outcomeAction",
                () -> id("SELECT MIN(id) FROM collegium_action WHERE outcome_id = ?", value("closedOutcome")));
        makers.put("assessorsDraft", () -> assessment("DRAFT", person("named")));
        makers.put("shownTrainee", () -> Long.toString(shown()));
        makers.put("attestedTrainee", () -> Long.toString(attested(shown())));
        makers.put("linkedSupervision", this::linked);
        makers.put("signedSignature", this::signature);
        new MatrixGuidelines(organisation, clinic, person("over"), today).addTo(makers);
        new MatrixTalks(this::person, this::value, clinic, today).addTo(makers, lasting);
        new MatrixReviews(this::person, clinic, today).addTo(makers);
        new MatrixHistory(this::person, this::value, clinic, today).addTo(makers);
        new MatrixSurveys(this::person, clinic, today).addTo(makers);
        makers.put("doctorsSignIn", () -> signIn(person("doc")));
        STATES.forEach((word, state) -> {
            makers.put(word + "Supervision", () -> voided(word, "SUPERVISION", supervision(state)));
            makers.put(word + "Assessment", () -> voided(word, "ASSESSMENT", assessment(state, person("doc"))));
        });
    }

    /** The public name of the signature of a signed session. */
    private String signature() {
        long session = Long.parseLong(supervision("SIGNED"));
        TestServer.bean(Signatures.class).add(SignatureKind.SUPERVISION, session);
        return TestServer.bean(ProofService.class)
                .signature(Fixtures.actor(person("doc")), SignatureKind.SUPERVISION, session)
                .orElseThrow()
                .publicId();
    }

    /** The person of a column. */
    long person(String column) {
        return people.getOrDefault(column, 0L);
    }

    /** The Bearer token of a column; empty for nobody. */
    String token(String column) {
        return tokens.getOrDefault(column, "");
    }

    /** The text with every word in braces replaced, for the caller of a column. */
    String fill(String text, String column) {
        return WORD.matcher(text).replaceAll((MatchResult word) -> switch (word.group(1)) {
            case "me" -> Long.toString(person(column));
            case "mySignIn" -> signIn(column.equals("anon") ? person("doc") : person(column));
            default -> Matcher.quoteReplacement(value(word.group(1)));
        });
    }

    /** Forgets what a call may have changed. */
    void renew() {
        fresh.clear();
    }

    private String value(String word) {
        String known = lasting.getOrDefault(word, fresh.get(word));
        if (known == null) {
            Supplier<String> maker = makers.get(word);
            if (maker == null) {
                throw new AssertionError("The matrix has no {" + word + "}");
            }
            known = maker.get();
            fresh.put(word, known);
        }
        return known;
    }

    /** A programme of the doctor with everybody's relation to it. */
    private long portfolio() {
        long programme = programme(person("doc"), clinic);
        supervisor(programme, person("exmain"), today.minusYears(1), today.minusMonths(1));
        supervisor(programme, person("main"), today.minusMonths(1).plusDays(1), null);
        Fixtures.insert(
                "INSERT INTO placement (programme_id, title, supervisor_id, start_date, end_date) VALUES (?, 'x', ?, ?, ?)",
                programme,
                person("plac"),
                today.minusDays(1),
                today);
        Fixtures.insert(
                "INSERT INTO leave_period (programme_id, start_date, end_date, extent, reason, entered_by)"
                        + " VALUES (?, ?, ?, 100, ?, ?)",
                programme,
                today.minusMonths(3),
                today.minusMonths(2),
                "Hemlig orsak åäö",
                person("srek"));
        Fixtures.insert(
                "INSERT INTO employment_rate (programme_id, valid_from, rate) VALUES (?, ?, 80)",
                programme,
                today.minusMonths(6));
        Fixtures.insert(
                "INSERT INTO credit (programme_id, kind, months, days, note, entered_by)"
                        + " VALUES (?, 'DISSERTATION', 6, 0, 'x', ?)",
                programme,
                person("srek"));
        return programme;
    }

    /** A portfolio with a signed session that shows the goal a1. */
    private long shown() {
        long programme = portfolio();
        long session = Fixtures.insert(
                "INSERT INTO supervision (programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed, state,"
                        + " created_by, created_at, updated_at) VALUES (?, ?, ?, TRUE, '', '', 'DRAFT', ?, NOW(6), NOW(6))",
                programme,
                person("main"),
                today,
                person("doc"));
        Fixtures.insert("INSERT INTO supervision_goal (supervision_id, goal_code) VALUES (?, 'a1')", session);
        Fixtures.execute("UPDATE supervision SET state = 'SIGNED' WHERE id = ?", session);
        return programme;
    }

    private long attested(long programme) {
        Fixtures.insert(
                "INSERT INTO goal_attestation (programme_id, curriculum_id, goal_code, statement, attested_by,"
                        + " attested_at, attested_on) VALUES (?, ?, 'a1', '', ?, NOW(6), ?)",
                programme,
                curriculum,
                person("main"),
                today);
        return programme;
    }

    /** A signed session that the doctor has linked to the goal a1. */
    private String linked() {
        String session = supervision("SIGNED");
        Fixtures.insert(
                "INSERT INTO goal_evidence (programme_id, goal_code, record_kind, record_id, linked_by, linked_at)"
                        + " VALUES (?, 'a1', 'SUPERVISION', ?, ?, NOW(6))",
                value("trainee"),
                session,
                person("doc"));
        return session;
    }

    private long programme(long doctor, long atClinic) {
        long programme = Fixtures.insert(
                "INSERT INTO programme (person_id, regulation, specialty_code, curriculum_id, start_date, planned_months)"
                        + " VALUES (?, '2015', 'kirurgi', ?, ?, 60)",
                doctor,
                curriculum,
                today.minusYears(1));
        Fixtures.insert(
                "INSERT INTO employment_rate (programme_id, valid_from, rate) VALUES (?, ?, 100)",
                programme,
                today.minusYears(1));
        Fixtures.insert(
                "INSERT INTO post (programme_id, clinic_id, start_date) VALUES (?, ?, ?)",
                programme,
                atClinic,
                today.minusYears(1));
        return programme;
    }

    private static void supervisor(long programme, long person, LocalDate from, @Nullable LocalDate to) {
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from, valid_to) VALUES (?, ?, ?, ?)",
                programme,
                person,
                from,
                to);
    }

    private static long clinic(long organisation) {
        return Fixtures.insert(
                "INSERT INTO clinic (name, organisation_id, specialty_code) VALUES (?, ?, 'kirurgi')",
                Fixtures.unique("Kirurgkliniken "),
                organisation);
    }

    private void role(String column, Role role, String scopeType, long scope, @Nullable LocalDate to) {
        Fixtures.insert(
                "INSERT INTO role_assignment (person_id, role, scope_type, scope_id, valid_from, valid_to)"
                        + " VALUES (?, ?, ?, ?, '2020-01-01', ?)",
                person(column),
                role.name(),
                scopeType,
                scope,
                to);
    }

    private String supervision(String state) {
        boolean signed = state.equals("SIGNED");
        return Long.toString(Fixtures.insert(
                "INSERT INTO supervision (programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed, state,"
                        + " created_by, created_at, updated_at, sent_at, signed_at, signed_by)"
                        + " VALUES (?, ?, ?, TRUE, ?, '', ?, ?, NOW(6), NOW(6), NOW(6), "
                        + (signed ? "NOW(6)" : "NULL") + ", ?)",
                value("trainee"),
                person("named"),
                today,
                value("minutes"),
                state,
                person("doc"),
                signed ? person("named") : null));
    }

    private String assessment(String state, long createdBy) {
        boolean signed = state.equals("SIGNED");
        return Long.toString(Fixtures.insert(
                "INSERT INTO assessment (programme_id, template_id, assessor_id, observed_on, context, competences, state,"
                        + " answers, do_more, work_on, created_by, created_at, updated_at, sent_at, signed_at, signed_by)"
                        + " VALUES (?, ?, ?, ?, '', '', ?, '{}', '', '', ?, NOW(6), NOW(6), NOW(6), "
                        + (signed ? "NOW(6)" : "NULL") + ", ?)",
                value("trainee"),
                template,
                person("named"),
                today,
                state,
                createdBy,
                signed ? person("named") : null));
    }

    private String voided(String word, String kind, String record) {
        if (word.equals("voided")) {
            Fixtures.insert(
                    "INSERT INTO voiding (record_kind, record_id, voided_by, voided_at, reason)"
                            + " VALUES (?, ?, ?, NOW(6), 'x')",
                    kind,
                    record,
                    person("named"));
        }
        return record;
    }

    /** Answered without sign-in; nobody has confirmed it. */
    private String signedByLink() {
        String id = assessment("SENT", person("doc"));
        Fixtures.execute(
                "UPDATE assessment SET state = 'SIGNED', assessor_id = NULL, assessor_email = 'x@example.se',"
                        + " assessor_name = 'Anna Svensson', assessor_title = 'x', assessor_workplace = 'x',"
                        + " assessor_specialty = '', signing_method = 'LINK', signed_at = NOW(6) WHERE id = ?",
                id);
        return id;
    }

    /** The random part of the doctor's private calendar address. */
    private String calendarToken() {
        return TestServer.bean(CalendarService.class)
                .makeFeed(Fixtures.actor(person("doc")))
                .replaceFirst(".*/", "")
                .replace(".ics", "");
    }

    /** The token of a link that works. */
    private String openLink() {
        String id = assessment("SENT", person("doc"));
        Fixtures.execute("UPDATE assessment SET assessor_id = NULL, assessor_email = 'x@example.se' WHERE id = ?", id);
        String token = Fixtures.unique("token");
        Fixtures.insert(
                "INSERT INTO assessment_link (token_hash, assessment_id, email, created_at, expires_at)"
                        + " VALUES (?, ?, 'x@example.se', NOW(6), DATE_ADD(NOW(6), INTERVAL 2 DAY))",
                LinkTokens.hash(token),
                id);
        return token;
    }

    /** A 360 that so many of up to eight have answered; the named one was asked and has not answered. */
    private String round(String state, int answers) {
        long id = Fixtures.insert(
                "INSERT INTO feedback_round (programme_id, template_id, state, started_at, closes_on, min_raters,"
                        + " min_professions) VALUES (?, (SELECT MAX(id) FROM assessment_template WHERE code = 'msf-360'),"
                        + " 'OPEN', NOW(6), ?, 8, 3)",
                value("trainee"),
                today.plusDays(7));
        for (String profession : List.of("NURSE", "NURSE", "NURSE", "NURSE", "ASSISTANT", "ASSISTANT", "OTHER", "OTHER")
                .subList(0, answers)) {
            Fixtures.execute(
                    "INSERT INTO feedback_answer (id, round_id, profession, answers, do_more, work_on)"
                            + " VALUES (?, ?, ?, '{\"patients\":\"1\"}', '', '')",
                    UUID.randomUUID().toString(),
                    id,
                    profession);
        }
        Fixtures.insert(
                "INSERT INTO feedback_rater (round_id, person_id, asked_by, asked_at, answered)"
                        + " VALUES (?, ?, ?, NOW(6), FALSE)",
                id,
                person("named"),
                person("doc"));
        Fixtures.execute("UPDATE feedback_round SET state = ? WHERE id = ?", state, id);
        return Long.toString(id);
    }

    /** The token of a link to answer a 360. */
    private String raterLink() {
        String token = Fixtures.unique("token");
        Fixtures.insert(
                "INSERT INTO feedback_rater (round_id, email, token_hash, asked_by, asked_at, answered)"
                        + " VALUES (?, 'x@example.se', ?, ?, NOW(6), FALSE)",
                round("OPEN", 8),
                LinkTokens.hash(token),
                person("doc"));
        return token;
    }

    /** A collegium today about the doctor, in which the named one takes part, with a draft. */
    private String collegium(String state) {
        long id = Fixtures.insert(
                "INSERT INTO collegium (clinic_id, meets_on, state, created_by, created_at, closed_by, closed_at)"
                        + " VALUES (?, ?, ?, ?, NOW(6), ?, " + (state.equals("CLOSED") ? "NOW(6)" : "NULL") + ")",
                clinic,
                today,
                state,
                person("srek"),
                state.equals("CLOSED") ? person("head") : null);
        Fixtures.insert(
                "INSERT INTO collegium_trainee (collegium_id, programme_id) VALUES (?, ?)", id, value("trainee"));
        Fixtures.insert(
                "INSERT INTO collegium_specialist (collegium_id, person_id, asked_at) VALUES (?, ?, NOW(6))",
                id,
                person("named"));
        Fixtures.insert(
                "INSERT INTO collegium_outcome (collegium_id, programme_id, judgement, strengths, development,"
                        + " updated_at) VALUES (?, ?, 'ACTION_PLAN', 'x', 'x', NOW(6))",
                id,
                value("trainee"));
        return Long.toString(id);
    }

    /** The validated outcome of a collegium, with an action. */
    private String outcome() {
        String outcome = id("SELECT id FROM collegium_outcome WHERE collegium_id = ?", collegium("CLOSED"));
        Fixtures.insert(
                "INSERT INTO collegium_action (outcome_id, text, owner, due, iup_kind) VALUES (?, 'x', 'DOCTOR', ?, 'OTHER')",
                outcome,
                today);
        Fixtures.execute(
                "INSERT INTO collegium_outcome_version (outcome_id, number, content, reason, written_by, written_at)"
                        + " VALUES (?, 1, ?, '', ?, NOW(6))",
                outcome,
                "{\"judgement\":\"ACTION_PLAN\",\"levels\":{},\"strengths\":\"x\",\"development\":\"x\",\"actions\":[]}",
                person("head"));
        return outcome;
    }

    /** The token of a link to the short form. */
    private String collegiumLink() {
        String token = Fixtures.unique("token");
        Fixtures.insert(
                "INSERT INTO collegium_specialist (collegium_id, email, token_hash, asked_at)"
                        + " VALUES (?, 'x@example.se', ?, NOW(6))",
                collegium("PLANNED"),
                LinkTokens.hash(token));
        return token;
    }

    /** A new programme of the doctor with a plan of one activity. */
    private String plan(String state) {
        long programme = portfolio();
        Fixtures.insert(
                "INSERT INTO iup_item (programme_id, kind, title, start_date, end_date, assessment_method, leader, note,"
                        + " created_by, updated_at) VALUES (?, 'COURSE', 'Kurs', ?, ?, '', '', '', ?, NOW(6))",
                programme,
                today,
                today,
                person("doc"));
        Long submission = state.equals("DRAFT")
                ? null
                : Fixtures.insert(
                        "INSERT INTO iup_submission (programme_id, number, content, approvers, sent_by, sent_at) VALUES"
                                + " (?, 1, ?, 'MAIN_SUPERVISOR+STUDIEREKTOR', ?, NOW(6))",
                        programme,
                        "{\"regulation\":\"2015\",\"curriculumId\":" + curriculum + ",\"items\":[]}",
                        person("doc"));
        Fixtures.insert(
                "INSERT INTO iup (programme_id, state, submission_id, changed_at) VALUES (?, ?, ?, NOW(6))",
                programme,
                state,
                submission);
        if (state.equals("APPROVED")) {
            Fixtures.insert(
                    "INSERT INTO iup_version (programme_id, number, submission_id, approved_on) VALUES (?, 1, ?, ?)",
                    programme,
                    submission,
                    today);
        }
        return Long.toString(programme);
    }

    private static String signIn(long person) {
        String id = UUID.randomUUID().toString();
        Fixtures.insert(
                "INSERT INTO sign_in (id, person_id, channel, user_agent, address, started_at, last_active_at)"
                        + " VALUES (?, ?, 'API', 'x', '127.0.0.1', NOW(6), NOW(6))",
                id,
                person);
        return id;
    }

    /** A form of the clinic that was never published. */
    private String clinicForm() {
        String code = Fixtures.unique("k" + clinic + "-rond-");
        Fixtures.insert(
                "INSERT INTO template_draft (clinic_id, code, kind, name, formal, competences, definition, updated_by,"
                        + " updated_at) VALUES (?, ?, 'ASSESSMENT', 'Rond', TRUE, '', ?, ?, '2026-01-01')",
                clinic,
                code,
                "{\"format\":1,\"sections\":[{\"code\":\"s1\",\"heading\":\"\",\"fields\":[{\"code\":\"f1\","
                        + "\"label\":\"Hur?\",\"type\":\"TEXT\",\"required\":false,\"options\":[]}]}],\"procedures\":[]}",
                person("head"));
        return code;
    }

    private String generalItem() {
        Fixtures.execute(
                "INSERT IGNORE INTO general_programme (clinic_id, specialty_code, regulation)"
                        + " VALUES (?, 'kirurgi', '2021')",
                clinic);
        return Long.toString(Fixtures.insert(
                "INSERT INTO general_programme_item (general_programme_id, kind, title, start_month, months,"
                        + " assessment_method, updated_by, updated_at) VALUES (?, 'COURSE', 'x', 0, 1, '', ?, NOW(6))",
                Fixtures.number("SELECT id FROM general_programme WHERE clinic_id = ?", clinic),
                person("srek")));
    }

    private String part(String table) {
        return id("SELECT MAX(id) FROM " + table + " WHERE programme_id = ?", value("freshTrainee"));
    }

    private static String id(String sql, Object argument) {
        return Long.toString(Fixtures.number(sql, argument));
    }
}
