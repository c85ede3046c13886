package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.stegen.common.Messages;
import se.stegen.common.ProblemCode;
import se.stegen.testing.Fixtures;

/** Guards the mix of Micronaut Servlet versions: every way to answer, every error in one form. */
class RestContractTest {
    private static final String PATH = "/api/v1/contract";
    private static String token = "";

    @BeforeAll
    static void signIn() {
        token = TestServer.token(TestServer.person());
    }

    @Test
    void success_no_content_and_redirect() {
        HttpResponse<String> json = TestServer.get(PATH + "/json", token);
        assertEquals(200, json.statusCode());
        assertEquals("{\"name\":\"å\",\"day\":\"2026-11-21\",\"number\":1}", json.body());
        assertEquals(204, TestServer.get(PATH + "/nothing", token).statusCode());
        HttpResponse<String> elsewhere = TestServer.get(PATH + "/elsewhere", token);
        assertEquals(303, elsewhere.statusCode());
        assertEquals(PATH + "/json", elsewhere.headers().firstValue("Location").orElse(""));
    }

    @Test
    void text_bytes_and_streams() {
        assertEquals("räksmörgås", TestServer.get(PATH + "/text", token).body());
        assertEquals(
                4,
                TestServer.get(PATH + "/bytes", token)
                        .headers()
                        .firstValueAsLong("Content-Length")
                        .orElse(-1));
        HttpResponse<String> stream = TestServer.get(PATH + "/stream", token);
        assertEquals("ström", stream.body());
        assertTrue(stream.headers().firstValue("Content-Disposition").orElse("").contains("fil.txt"));
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void every_refusal_is_a_problem_in_both_languages(ProblemCode code) {
        for (Locale locale : new Locale[] {Messages.SWEDISH, Locale.ENGLISH}) {
            HttpResponse<String> answer = TestServer.send(TestServer.request(PATH + "/problem/" + code)
                    .header("Authorization", "Bearer " + token)
                    .header("Accept-Language", locale.toLanguageTag()));
            assertProblem(answer, code.status(), code.name());
            assertFalse(answer.body().contains("problem."), answer.body());
            assertFalse(answer.body().contains("{0}"), answer.body());
            assertTrue(answer.body().contains("\"errors\":[{\"field\":\"name\""), answer.body());
        }
    }

    @Test
    void errors_are_swedish_unless_english_is_asked_for() {
        assertTrue(TestServer.get(PATH + "/nix", token).body().contains("Det finns inte"));
        assertTrue(TestServer.send(TestServer.request(PATH + "/nix")
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "de, en;q=0.8, sv;q=0.5"))
                .body()
                .contains("does not exist"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":            | UNREADABLE",
                "{\"number\":\"x\"}    | UNREADABLE",
                "{\"number\":1,\"day\":\"2026-02-30\"} | UNREADABLE",
                "[]                    | UNREADABLE"
            })
    void unreadable_bodies(String body, String code) {
        assertProblem(TestServer.post(PATH + "/echo", token, body), 400, code);
    }

    @Test
    void server_errors_have_the_same_form() {
        assertProblem(TestServer.get(PATH + "/number?n=x", token), 400, "INVALID_FIELD");
        assertProblem(TestServer.get(PATH + "/number", token), 400, "INVALID_FIELD");
        assertProblem(TestServer.get(PATH + "/json", null), 401, "NOT_SIGNED_IN");
        assertProblem(TestServer.get("/api/v1/nix", null), 401, "NOT_SIGNED_IN");
        assertProblem(TestServer.get("/api/v1/nix", token), 404, "NOT_FOUND");
        assertProblem(TestServer.get(PATH + "/echo", token), 405, "METHOD_NOT_ALLOWED");
        assertProblem(
                TestServer.send(TestServer.request(PATH + "/echo")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))),
                415,
                "UNSUPPORTED_TYPE");
        HttpResponse<String> broken = TestServer.get(PATH + "/broken", token);
        assertProblem(broken, 500, "INTERNAL");
        assertFalse(broken.body().contains("secret"));
    }

    @Test
    void too_many_says_when_to_come_back() {
        HttpResponse<String> answer = TestServer.get(PATH + "/problem/TOO_MANY_ATTEMPTS", token);
        assertEquals("420", answer.headers().firstValue("Retry-After").orElse(""));
    }

    @Test
    void forms_and_files_keep_swedish_letters() {
        HttpResponse<String> form = TestServer.send(TestServer.request(PATH + "/form")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "name=" + URLEncoder.encode("Åsa Öberg ä", StandardCharsets.UTF_8))));
        assertEquals("Åsa Öberg ä", form.body());
        assertEquals("Intyg å rapport.txt 5", upload("hello").body());
    }

    @Test
    void a_file_that_is_too_large() {
        assertProblem(upload("x".repeat(26 * 1024 * 1024)), 413, "TOO_LARGE");
    }

    private static HttpResponse<String> upload(String content) {
        String boundary = "gräns".replace('ä', 'a');
        String body =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nIntyg å\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rapport.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return TestServer.send(TestServer.request(PATH + "/file")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void a_call_with_a_key_is_carried_out_once() {
        String key = Fixtures.unique("key");
        String body = "{\"name\":\"ö\",\"number\":1}";
        int before = ContractController.CALLS.get();
        HttpResponse<String> first = TestServer.post(PATH + "/echo", token, body, "Idempotency-Key", key);
        HttpResponse<String> second = TestServer.post(PATH + "/echo", token, body, "Idempotency-Key", key);
        assertEquals(201, first.statusCode());
        assertEquals(201, second.statusCode());
        assertEquals(first.body(), second.body());
        assertEquals(before + 1, ContractController.CALLS.get());
        assertProblem(
                TestServer.post(PATH + "/echo", token, "{\"number\":2}", "Idempotency-Key", key),
                422,
                "IDEMPOTENCY_KEY_REUSED");
        assertEquals(
                201,
                TestServer.post(PATH + "/echo", TestServer.token(TestServer.person()), body, "Idempotency-Key", key)
                        .statusCode());
    }

    @Test
    void a_refusal_is_answered_again_too() {
        String key = Fixtures.unique("key");
        for (int i = 0; i < 2; i++) {
            assertProblem(
                    TestServer.post(
                            PATH + "/echo", token, "{\"name\":\"refuse\",\"number\":1}", "Idempotency-Key", key),
                    422,
                    "UNKNOWN_CODE");
        }
    }

    @Test
    void health_description_and_figures() {
        assertEquals(200, TestServer.get("/api/health", null).statusCode());
        assertTrue(TestServer.get("/api/v1/openapi.yml", null).body().startsWith("openapi:"));
        assertTrue(TestServer.get("/api/prometheus", null).body().contains("hikaricp"));
        assertEquals(
                403,
                TestServer.send(TestServer.request("/api/prometheus").header("X-Forwarded-For", "192.0.2.1"))
                        .statusCode());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(
                answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                answer.headers().toString());
        assertEquals(code, TestServer.part(answer.body(), "\"code\":\"([A-Z_]+)\""), answer.body());
    }
}
