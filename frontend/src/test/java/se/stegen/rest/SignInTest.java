package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Role;
import se.stegen.testing.Fixtures;

/** Signing in, staying signed in, signing out. */
class SignInTest {
    private static final String ME = "/api/v1/me";

    @AfterEach
    void resetClock() {
        clock().reset();
    }

    private static TestClock clock() {
        return TestServer.bean(TestClock.class);
    }

    @Test
    void a_right_password_gives_a_token() {
        String username = TestServer.person();
        HttpResponse<String> answer = TestServer.login(username, TestServer.PASSWORD);
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"tokenType\":\"Bearer\",\"expiresIn\":900"), answer.body());
        HttpResponse<String> me = TestServer.get(ME, TestServer.token(username));
        assertTrue(me.body().contains("\"name\":\"Åsa Öberg\""), me.body());
        assertTrue(me.body().contains("\"roles\":[]"), me.body());
    }

    @Test
    void a_wrong_password_and_an_unknown_name_look_the_same() {
        HttpResponse<String> wrong = TestServer.login(TestServer.person(), "fel lösenord");
        HttpResponse<String> unknown = TestServer.login(Fixtures.unique("nobody"), "fel lösenord");
        assertEquals(401, wrong.statusCode());
        assertEquals(wrong.body(), unknown.body());
        assertTrue(wrong.body().contains("BAD_CREDENTIALS"));
    }

    @Test
    void five_wrong_guesses_close_an_account_for_a_while_whether_it_exists_or_not() {
        for (String username : new String[] {TestServer.person(), Fixtures.unique("nobody")}) {
            for (int i = 0; i < 5; i++) {
                assertEquals(401, TestServer.login(username, "fel").statusCode());
            }
            HttpResponse<String> closed = TestServer.login(username, TestServer.PASSWORD);
            assertEquals(429, closed.statusCode(), closed.body());
            assertTrue(closed.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
        }
    }

    @Test
    void the_account_opens_again_after_fifteen_minutes() {
        String username = TestServer.person();
        for (int i = 0; i < 6; i++) {
            TestServer.login(username, "fel");
        }
        clock().forward(Duration.ofMinutes(16));
        assertEquals(200, TestServer.login(username, TestServer.PASSWORD).statusCode());
    }

    @Test
    void a_token_ends_by_itself_and_with_its_sign_in() {
        String username = TestServer.person();
        String token = TestServer.token(username);
        String other = TestServer.token(username);
        String id = TestServer.part(TestServer.get(ME + "/sign-ins", other).body(), "\"id\":\"([^\"]+)\"");
        HttpResponse<String> ended = TestServer.send(TestServer.request(ME + "/sign-ins/" + id)
                .header("Authorization", "Bearer " + other)
                .DELETE());
        assertEquals(204, ended.statusCode(), ended.body());
        int alive = (TestServer.get(ME, token).statusCode() == 200 ? 1 : 0)
                + (TestServer.get(ME, other).statusCode() == 200 ? 1 : 0);
        assertEquals(1, alive);
        clock().forward(Duration.ofMinutes(16));
        assertEquals(401, TestServer.get(ME, token).statusCode());
        assertEquals(401, TestServer.get(ME, other).statusCode());
    }

    @Test
    void a_forged_token_is_nobody() {
        String token = TestServer.token(TestServer.person());
        String[] parts = token.split("\\.");
        String none = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
        assertEquals(401, TestServer.get(ME, none).statusCode());
        assertEquals(
                401, TestServer.get(ME, parts[0] + "." + parts[1] + ".AAAA").statusCode());
        assertEquals(401, TestServer.get(ME, "x").statusCode());
    }

    @Test
    void a_browser_gets_a_cookie_and_goes_back_where_it_wanted() {
        String username = TestServer.person();
        HttpResponse<String> answer =
                form("/api/sign-in?to=%2Fportfolio%2F7", credentials(username), "Origin", TestServer.address());
        assertEquals(303, answer.statusCode(), answer.body());
        assertEquals("/portfolio/7", location(answer));
        String cookie = answer.headers().firstValue("Set-Cookie").orElse("");
        assertTrue(
                cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Secure"), cookie);
        assertEquals(401, TestServer.get(ME, value(cookie)).statusCode(), "REST takes no browser's token");

        HttpResponse<String> left =
                form("/api/sign-out", "", "Sec-Fetch-Site", "same-origin", "Cookie", "stegen-sign-in=" + value(cookie));
        assertEquals(303, left.statusCode(), left.body());
        assertTrue(
                left.headers().firstValue("Set-Cookie").orElse("").contains("Expires=Thu, 01 Jan 1970"),
                left.headers().toString());
    }

    @Test
    void a_foreign_page_cannot_post_the_form_or_choose_where_to_go() {
        String username = TestServer.person();
        assertEquals(
                403,
                form("/api/sign-in", credentials(username), "Origin", "https://evil.example")
                        .statusCode());
        assertEquals(
                403,
                form("/api/sign-in", credentials(username), "Sec-Fetch-Site", "cross-site")
                        .statusCode());
        assertEquals(403, form("/api/sign-in", credentials(username)).statusCode());
        for (String to : new String[] {"%2F%2Fevil.example", "https:%2F%2Fevil.example", "%2F%5Cevil.example"}) {
            assertEquals(
                    "/",
                    location(form("/api/sign-in?to=" + to, credentials(username), "Sec-Fetch-Site", "same-origin")));
        }
        HttpResponse<String> wrong =
                form("/api/sign-in?to=%2Fx", "username=" + username + "&password=fel", "Sec-Fetch-Site", "same-origin");
        assertEquals("/sign-in?error=BAD_CREDENTIALS&to=%2Fx", location(wrong));
    }

    @Test
    void a_browsers_cookie_is_renewed_until_it_has_been_idle_too_long_or_is_twelve_hours_old() {
        String cookie = cookie(TestServer.person());
        clock().forward(Duration.ofMinutes(8));
        String renewed = renewed(page(cookie));
        assertNotEquals(cookie, renewed);
        for (int i = 0; i < 25; i++) {
            clock().forward(Duration.ofMinutes(28));
            renewed = renewed(page(renewed));
        }
        clock().forward(Duration.ofMinutes(20));
        assertFalse(renews(page(renewed)), "twelve hours");

        String idle = cookie(TestServer.person());
        clock().forward(Duration.ofMinutes(31));
        assertFalse(renews(page(idle)), "idle");
    }

    @Test
    void keys_rotate_and_all_instances_follow() {
        String username = TestServer.person();
        clock().forward(Duration.ofDays(29));
        clock().forward(Duration.ofHours(23).plusMinutes(55));
        String old = TestServer.token(username);
        clock().forward(Duration.ofMinutes(10));
        String fresh = TestServer.token(username);
        assertNotEquals(kid(old), kid(fresh));
        assertEquals(200, TestServer.get(ME, old).statusCode(), "the key before still verifies");
        assertEquals(200, TestServer.get(ME, fresh).statusCode());
    }

    @Test
    void an_outside_database_shares_encrypted_keys_and_a_trusted_proxy_is_believed() {
        try (ApplicationContext first = TestServer.start(
                        Map.of("stegen.database.embedded", false, "stegen.trusted-proxy", "127.0.0.0/8"));
                ApplicationContext second = TestServer.start(Map.of("stegen.database.embedded", false))) {
            String username = TestServer.person();
            HttpResponse<String> login =
                    TestServer.send(HttpRequest.newBuilder(URI.create(TestServer.address(first) + "/api/v1/login"))
                            .header("Content-Type", "application/json")
                            .header("X-Forwarded-For", "198.51.100.7, 192.0.2.55")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"username\":\"" + username
                                    + "\",\"password\":\"" + TestServer.PASSWORD + "\"}")));
            String token = TestServer.part(login.body(), "\"accessToken\":\"([^\"]+)\"");
            HttpResponse<String> there =
                    TestServer.send(HttpRequest.newBuilder(URI.create(TestServer.address(second) + ME + "/sign-ins"))
                            .header("Authorization", "Bearer " + token));
            assertEquals(200, there.statusCode(), there.body());
            assertEquals("192.0.2.55", TestServer.part(there.body(), "\"address\":\"([^\"]+)\""));
            HttpResponse<String> https =
                    TestServer.send(HttpRequest.newBuilder(URI.create(TestServer.address(first) + "/api/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Sec-Fetch-Site", "same-origin")
                            .header("X-Forwarded-Proto", "https")
                            .POST(HttpRequest.BodyPublishers.ofString(credentials(username))));
            assertTrue(
                    https.headers().firstValue("Set-Cookie").orElse("").contains("Secure"),
                    https.headers().toString());
        }
    }

    @Test
    void forwarded_headers_of_strangers_are_not_believed() {
        String username = TestServer.person();
        TestServer.send(TestServer.request("/api/v1/login")
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "192.0.2.55")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"username\":\"" + username + "\",\"password\":\"" + TestServer.PASSWORD + "\"}")));
        assertFalse(TestServer.get(ME + "/sign-ins", TestServer.token(username))
                .body()
                .contains("192.0.2.55"));
    }

    @Test
    void changing_the_password_ends_other_sign_ins() {
        String username = TestServer.person();
        String here = TestServer.token(username);
        String there = TestServer.token(username);
        assertEquals(
                422,
                put(here, "{\"oldPassword\":\"" + TestServer.PASSWORD + "\",\"newPassword\":\"kort\"}")
                        .statusCode());
        assertEquals(
                401,
                put(here, "{\"oldPassword\":\"fel\",\"newPassword\":\"ett annat långt\"}")
                        .statusCode());
        assertEquals(
                204,
                put(here, "{\"oldPassword\":\"" + TestServer.PASSWORD + "\",\"newPassword\":\"ett annat långt\"}")
                        .statusCode());
        assertEquals(200, TestServer.get(ME, here).statusCode());
        assertEquals(401, TestServer.get(ME, there).statusCode());
        assertEquals(401, TestServer.login(username, TestServer.PASSWORD).statusCode());
        assertEquals(200, TestServer.login(username, "ett annat långt").statusCode());
    }

    @Test
    void only_an_admin_makes_links() {
        String username = TestServer.person();
        long id = Fixtures.number("SELECT id FROM person WHERE username = ?", username);
        assertEquals(
                403,
                TestServer.post("/api/v1/people/" + id + "/password-links", TestServer.token(username), "")
                        .statusCode());
        Fixtures.role(id, Role.ADMIN, null);
        HttpResponse<String> link =
                TestServer.post("/api/v1/people/" + id + "/password-links", TestServer.token(username), "");
        assertEquals(201, link.statusCode(), link.body());
        assertTrue(link.body().contains("/set-password/"));
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM notice WHERE person_id = ? AND kind = 'notice.password-link-made'", id));
    }

    private static HttpResponse<String> put(String token, String json) {
        return TestServer.send(TestServer.request(ME + "/password")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static HttpResponse<String> form(String path, String body, String... headers) {
        HttpRequest.Builder request = TestServer.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return TestServer.send(request);
    }

    private static String credentials(String username) {
        return "username=" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(TestServer.PASSWORD, StandardCharsets.UTF_8);
    }

    private static String cookie(String username) {
        return value(form("/api/sign-in", credentials(username), "Sec-Fetch-Site", "same-origin")
                .headers()
                .firstValue("Set-Cookie")
                .orElse(""));
    }

    private static HttpResponse<String> page(String cookie) {
        return TestServer.send(TestServer.request("/").header("Cookie", "stegen-sign-in=" + cookie));
    }

    private static String renewed(HttpResponse<String> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("stegen"))
                .map(SignInTest::value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not renewed"));
    }

    private static boolean renews(HttpResponse<String> page) {
        return page.headers().allValues("Set-Cookie").stream().anyMatch(c -> c.startsWith("stegen"));
    }

    private static String value(String cookie) {
        return TestServer.part(cookie, "stegen-sign-in=([^;]*)");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String kid(String token) {
        return token.substring(0, token.indexOf('.'));
    }
}
