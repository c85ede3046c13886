package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.testing.Fixtures;

/** A 360 over REST: started, asked, answered, talked of, released, read. */
class FeedbackOverRestTest {
    @SuppressWarnings("NullAway.Init")
    private static MatrixFixtures people;

    @BeforeAll
    static void people() {
        people = new MatrixFixtures();
    }

    @Test
    void a_round_goes_from_its_start_to_the_result_that_the_doctor_reads() {
        HttpResponse<String> started =
                send("doc", "POST", people.fill("/api/v1/trainees/{freshTrainee}/feedback-rounds", "doc"), "{}");
        assertEquals(201, started.statusCode(), started.body());
        assertTrue(started.body().contains("\"minRaters\":8,\"minProfessions\":3"), started.body());
        String path = "/api/v1/feedback-rounds/" + id(started.body());
        refused(422, "REQUIRED", send("doc", "POST", path + "/raters", "{}"));
        has(
                "\"raters\":[{\"name\"",
                send(
                        "doc",
                        "POST",
                        path + "/raters",
                        "{\"raters\":[{\"personId\":\"" + people.person("named") + "\"},{\"email\":\"" + address()
                                + "\"}]}"));
        has(
                "\"own\":{\"answers\":{\"patients\":\"2\"}",
                send("doc", "PUT", path + "/own", "{\"answers\":{\"patients\":\"2\"},\"doMore\":\"Lyssnar åäö\"}"));
        refused(422, "REQUIRED", send("named", "POST", path + "/answer", "{\"answers\":{\"patients\":\"1\"}}"));
        String answer = "{\"answers\":{\"role\":\"OTHER\",\"patients\":\"1\"},\"doMore\":\"Lugn åäö\"}";
        assertEquals(204, send("named", "POST", path + "/answer", answer).statusCode());
        refused(409, "STATE_CONFLICT", send("named", "POST", path + "/answer", answer));
        refused(403, "FORBIDDEN", send("main", "GET", path + "/result", ""));
        for (String profession : new String[] {"NURSE", "NURSE", "ASSISTANT", "DOCTOR_OWN"}) {
            Fixtures.execute(
                    "INSERT INTO feedback_answer (id, round_id, profession, answers, do_more, work_on)"
                            + " VALUES (UUID(), ?, ?, '{\"patients\":\"1\"}', '', '')",
                    id(started.body()),
                    profession);
        }
        has(
                "\"counts\":{\"1\":5,\"2\":0,\"0\":0},\"texts\":[],\"own\":\"2\"",
                send("main", "GET", path + "/result", ""));
        refused(422, "FEEDBACK_TOO_FEW", send("main", "POST", path + "/release", "{}"));
        refused(
                400,
                "VERSION_MISSING",
                send("main", "PUT", path + "/demand", "{\"minRaters\":5,\"minProfessions\":3}"));
        HttpResponse<String> asked = send("main", "GET", path, "");
        // From five answers on there is a result, and nobody is told who has answered.
        assertFalse(asked.body().contains("\"answered\":true"), asked.body());
        Matcher version = Pattern.compile("\"version\":(\\d+)}$").matcher(asked.body());
        assertTrue(version.find(), asked.body());
        has(
                "\"minRaters\":5",
                send(
                        "main",
                        "PUT",
                        path + "/demand",
                        "{\"minRaters\":5,\"minProfessions\":3,\"version\":" + version.group(1) + "}"));
        refused(403, "FORBIDDEN", send("doc", "GET", path + "/result", ""));
        has("\"state\":\"RELEASED\"", send("main", "POST", path + "/release", "{\"workOn\":\"Delegera\"}"));
        HttpResponse<String> result = send("doc", "GET", path + "/result", "");
        has("\"doMore\":[\"Lugn åäö\"]", result);
        assertFalse(result.body().contains("ASSISTANT"), "nobody's profession stands beside an answer");
        has(
                "\"state\":\"RELEASED\"",
                send("doc", "GET", people.fill("/api/v1/trainees/{freshTrainee}/feedback-rounds", "doc"), ""));
    }

    private static String address() {
        return Fixtures.unique("kollega") + "@sjukhus.example";
    }

    private static String id(String body) {
        Matcher id = Pattern.compile("\"id\":\"(\\d+)\"").matcher(body);
        assertTrue(id.find(), body);
        return id.group(1);
    }

    private static void has(String text, HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(text), answer.body());
    }

    private static void refused(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(code), answer.body());
    }

    private static HttpResponse<String> send(String column, String method, String path, String body) {
        HttpRequest.Builder request =
                TestServer.request(path).header("Authorization", "Bearer " + people.token(column));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return TestServer.send(request.method(
                method,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)));
    }
}
