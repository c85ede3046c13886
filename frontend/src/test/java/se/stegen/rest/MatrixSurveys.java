package se.stegen.rest;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import se.stegen.testing.Fixtures;

/** Surveys and self-evaluations that the matrix is tried on; the named one is asked in {@code {survey}}. */
final class MatrixSurveys {
    private final ToLongFunction<String> person;
    private final long clinic;
    private final LocalDate today;

    MatrixSurveys(ToLongFunction<String> person, long clinic, LocalDate today) {
        this.person = person;
        this.clinic = clinic;
        this.today = today;
    }

    void addTo(Map<String, Supplier<String>> makers) {
        makers.put("survey", () -> Long.toString(survey("OPEN")));
        makers.put("closedSurvey", () -> Long.toString(survey("CLOSED")));
        makers.put("whenNoSurveyIsOpen", () -> {
            Fixtures.execute("UPDATE survey SET state = 'CANCELLED' WHERE clinic_id = ?", clinic);
            return today.plusDays(10).toString();
        });
        makers.put("surveyCloses", () -> today.plusDays(20).toString());
        makers.put("selfEvaluation", () -> Long.toString(selfEvaluation()));
        makers.put("whenNoneIsOpen", () -> {
            Fixtures.execute("UPDATE self_evaluation SET state = 'FINISHED' WHERE clinic_id = ?", clinic);
            return "2015";
        });
        makers.put("evaluator", () -> Long.toString(person.applyAsLong("srek")));
    }

    private long survey(String state) {
        long round = Fixtures.insert(
                "INSERT INTO survey_round (edition, opened_by, created_at) VALUES (1, ?, NOW(6))",
                person.applyAsLong("srek"));
        long survey = Fixtures.insert(
                "INSERT INTO survey (round_id, clinic_id, state, opens_on, closes_on, invited) VALUES (?, ?, ?, ?, ?, TRUE)",
                round,
                clinic,
                state,
                today.minusDays(1),
                today.plusDays(9));
        Fixtures.insert(
                "INSERT INTO survey_invitee (survey_id, person_id, respondent_group) VALUES (?, ?, 'SUPERVISOR')",
                survey,
                person.applyAsLong("named"));
        return survey;
    }

    private long selfEvaluation() {
        Fixtures.insert(
                "INSERT INTO review (clinic_id, kind, state, reviewed_on, strengths, weaknesses, potential, unsorted,"
                        + " created_by, created_at, updated_at)"
                        + " VALUES (?, 'INTERNAL', 'CONFIRMED', ?, '', '', '', '', ?, NOW(6), NOW(6))",
                clinic,
                today,
                person.applyAsLong("srek"));
        return Fixtures.insert(
                "INSERT INTO self_evaluation (clinic_id, regulations, state, owner_id, started_by, started_at)"
                        + " VALUES (?, '2015', 'OPEN', ?, ?, NOW(6))",
                clinic,
                person.applyAsLong("srek"),
                person.applyAsLong("srek"));
    }
}
