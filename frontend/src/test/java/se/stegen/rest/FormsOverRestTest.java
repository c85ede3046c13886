package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms, delay and procedures over REST: fields, codes and texts. */
class FormsOverRestTest {
    private static final MatrixFixtures PEOPLE = new MatrixFixtures();

    @BeforeEach
    void renew() {
        PEOPLE.renew();
    }

    @Test
    void the_forms_of_the_program_are_told_with_fields_sections_and_scale() {
        assertHas(
                send("GET", "doc", "/api/v1/assessment-templates", ""),
                "{\"code\":\"mini-cex\",\"name\":\"Mini-CEX\",\"version\":",
                "\"code\":\"leadership\"",
                "\"competences\":[\"LEADERSHIP\"]",
                "\"value\":\"1\",\"label\":\"Behöver utvecklas\"",
                "\"when\":{\"field\":\"leadership\",\"value\":\"2\"}",
                "\"kind\":\"SELF_RATING\"");
    }

    @Test
    void a_form_is_written_with_what_it_has_published_and_told_to_its_doctors() {
        String forms = PEOPLE.fill("/api/v1/clinics/{clinic}/forms", "srek");
        String name = PEOPLE.fill("{newName}", "srek");
        HttpResponse<String> made = send("POST", "srek", forms, "{\"name\":\"" + name + "\"}");
        assertHas(made, "\"kind\":\"ASSESSMENT\"", "\"publishedVersion\":null", "\"version\":0");
        String code = made.body().replaceFirst(".*?\"code\":\"([^\"]+)\".*", "$1");
        String body = "{\"name\":\"" + name
                + "\",\"formal\":false,\"version\":0,\"definition\":{\"format\":1,\"sections\":[{\"code\":\"s1\","
                + "\"fields\":[{\"code\":\"f1\",\"label\":\"Hur åäö?\",\"type\":\"TEXT\",\"required\":false}]}]}}";
        assertHas(
                send("PUT", "head", forms + "/" + code, body),
                "\"label\":\"Hur åäö?\"",
                "\"overall\":null",
                "\"procedures\":[]",
                "\"version\":1");
        refused(send("PUT", "head", forms + "/" + code, body), 409, "STALE_VERSION");
        refused(send("PUT", "head", forms + "/" + code, body.replace("\"version\":0,", "")), 400, "VERSION_MISSING");
        refused(send("PUT", "head", forms + "/" + code, "{\"name\":\"x\",\"version\":1}"), 422, "REQUIRED");
        refused(send("POST", "srek", forms, "{\"name\":\"x\",\"kind\":\"SELF_RATING\"}"), 422, "UNKNOWN_CODE");
        assertHas(
                send("POST", "srek", forms + "/" + code + "/publish", ""),
                "\"publishedVersion\":1",
                "\"changed\":false");
        String offered = PEOPLE.fill("/api/v1/assessment-templates?traineeId={trainee}", "doc");
        assertHas(send("GET", "doc", offered, ""), "{\"code\":\"" + code + "\"", "\"label\":\"Hur åäö?\"");
        refused(send("DELETE", "head", forms + "/" + code + "?version=1", ""), 409, "FORM_PUBLISHED");
        assertEquals(204, send("POST", "head", forms + "/" + code + "/hide", "").statusCode());
        assertTrue(!send("GET", "doc", offered, "").body().contains(code));
    }

    @Test
    void the_delay_is_told_with_a_clinics_lights() {
        PEOPLE.fill("{signedAssessment}", "doc");
        assertHas(
                send("GET", "srek", PEOPLE.fill("/api/v1/clinics/{clinic}/compliance", "srek"), ""),
                "\"code\":\"GENERAL_COMPETENCE\"",
                "\"delay\":{\"median\":",
                "\"within14\":",
                "\"open\":",
                "\"count\":");
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
        assertEquals(2, answer.statusCode() / 100, answer.body());
        for (String part : parts) {
            assertTrue(answer.body().contains(part), part + " is not in " + answer.body());
        }
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"code\":\"" + code), answer.body());
    }
}
