package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.common.Today;

/** Goals, evidence and attestations over REST: fields, codes and texts. */
class GoalsOverRestTest {
    private static final MatrixFixtures PEOPLE = new MatrixFixtures();

    private final LocalDate today = TestServer.bean(Today.class).date();

    @BeforeEach
    void renew() {
        PEOPLE.renew();
    }

    @Test
    void a_goal_is_linked_attested_and_taken_back() {
        String goals = PEOPLE.fill("/api/v1/trainees/{shownTrainee}/goals", "doc");
        assertHas(
                send("GET", "doc", goals, ""),
                "\"code\":\"a1\",\"title\":",
                "\"planned\":0,\"underWay\":0,\"evidence\":1,\"attestedOn\":null,\"attestedBy\":null,"
                        + "\"evidenceVoided\":false,\"state\":\"EVIDENCE\",\"missingActivities\":[\"KLIN\",\"KURS\"]}",
                "\"group\":\"A\",\"checked\":true",
                "\"total\":");
        refused(send("POST", "main", goals + "/a2/attest", "{\"statement\":\"x\"}"), 422, "NO_EVIDENCE");
        assertHas(
                send("POST", "main", goals + "/a1/attest", "{\"statement\":\"Sett åäö\"}"),
                "\"state\":\"ATTESTED\"",
                "\"attestedOn\":\"" + today + "\"",
                "\"statement\":\"Sett åäö\"",
                "\"attested\":true");
        assertHas(send("GET", "rev", goals, ""), "\"attestedOn\":\"" + today + "\"", "\"state\":\"ATTESTED\"");
        refused(send("POST", "main", goals + "/a1/attest", "{\"statement\":\"x\"}"), 409, "STATE_CONFLICT");
        refused(send("POST", "main", goals + "/a1/withdraw", ""), 422, "REASON_REQUIRED");
        refused(send("POST", "main", goals + "/a1/withdraw", "{\"reason\":\" \"}"), 422, "REASON_REQUIRED");
        assertHas(
                send("POST", "main", goals + "/a1/withdraw", "{\"statement\":\"Fel delmål\"}"),
                "\"state\":\"EVIDENCE\"",
                "\"reason\":\"Fel delmål\"");
        assertHas(send("POST", "main", goals + "/a1/attest", ""), "\"state\":\"ATTESTED\"");
        refused(send("POST", "main", goals + "/a99/attest", ""), 404, "NOT_FOUND");
    }

    @Test
    void evidence_is_linked_and_unlinked() {
        String goal = PEOPLE.fill("/api/v1/trainees/{trainee}/goals/a6", "doc");
        String record = PEOPLE.fill("{\"kind\":\"ASSESSMENT\",\"recordId\":\"{signedAssessment}\"}", "doc");
        assertHas(
                send("POST", "doc", goal + "/evidence", record),
                "\"kind\":\"ASSESSMENT\"",
                "\"title\":\"Mini-CEX\"",
                "\"linked\":true");
        refused(
                send("POST", "doc", goal + "/evidence", "{\"kind\":\"ASSESSMENT\",\"recordId\":\"999999999\"}"),
                422,
                "NOT_EVIDENCE");
        refused(send("POST", "doc", goal + "/evidence", "{\"kind\":\"ASSESSMENT\"}"), 422, "REQUIRED");
        refused(send("POST", "doc", goal + "/evidence", "{\"recordId\":\"1\"}"), 422, "REQUIRED");
        refused(send("POST", "doc", goal + "/evidence", "{\"kind\":\"LETTER\",\"recordId\":\"1\"}"), 400, "");
        refused(send("POST", "doc", goal + "/evidence", ""), 400, "");
        assertHas(send("DELETE", "doc", goal + "/evidence", record), "\"evidence\":[]");
        refused(send("DELETE", "doc", goal + "/evidence", record), 404, "NOT_FOUND");
    }

    @Test
    void what_is_missing_is_told_in_words() {
        String missing = PEOPLE.fill("/api/v1/trainees/{shownTrainee}/missing", "doc");
        assertHas(
                send("GET", "doc", missing, ""),
                "\"date\":\"" + today + "\"",
                "\"when\":\"PLACEMENT\",\"before\":\"" + today + "\"",
                "\"when\":\"MEETING\",\"before\":null",
                "Inget handledningssamtal är planerat. Planera nästa.",
                "\"when\":\"PROGRAMME\"",
                "\"kind\":\"NOT_COVERED\"",
                "delmål har varken aktivitet eller underlag.",
                "\"kind\":\"ACTIVITY\",\"goalCodes\":[\"a1\"],\"activity\":\"KURS\"");
    }

    private static HttpResponse<String> send(String method, String column, String path, String body) {
        HttpRequest.Builder request =
                TestServer.request(path).header("Authorization", "Bearer " + PEOPLE.token(column));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return TestServer.send(request.method(
                method,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)));
    }

    private static void assertHas(HttpResponse<String> answer, String... parts) {
        assertEquals(200, answer.statusCode(), answer.body());
        for (String part : parts) {
            assertTrue(answer.body().contains(part), part + " is not in " + answer.body());
        }
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"code\":\"" + code), answer.body());
    }
}
