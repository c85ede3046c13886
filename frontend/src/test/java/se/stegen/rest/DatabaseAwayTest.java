package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.database.TestDatabase;
import se.stegen.testing.Fixtures;

/** The database goes away and comes back while the program runs. */
class DatabaseAwayTest {
    private static final Duration SOME_SECONDS = Duration.ofSeconds(12);
    private static final Pattern PLACE = Pattern.compile("//([^:/?]+)(?::(\\d+))?/");

    @SuppressWarnings("NullAway.Init")
    private static CutLine line;

    @SuppressWarnings("NullAway.Init")
    private static ApplicationContext program;

    @SuppressWarnings("NullAway.Init")
    private static MatrixFixtures people;

    private static String token = "";

    @BeforeAll
    static void start() throws IOException {
        people = new MatrixFixtures();
        String url = TestDatabase.get().url();
        Matcher place = PLACE.matcher(url);
        assertTrue(place.find(), url);
        String port = place.group(2);
        line = new CutLine(place.group(1), port == null ? 3306 : Integer.parseInt(port));
        program = TestServer.start(Map.of(
                "datasources.default.url",
                place.replaceFirst("//127.0.0.1:" + line.port() + "/") + "&sslMode=DISABLED"));
        HttpResponse<String> login = send(request("/api/v1/login")
                .POST(HttpRequest.BodyPublishers.ofString("{\"username\":\"" + people.fill("{doctorUsername}", "doc")
                        + "\",\"password\":\"" + TestServer.PASSWORD + "\"}")));
        token = TestServer.part(login.body(), "\"accessToken\":\"([^\"]+)\"");
    }

    @AfterAll
    static void stop() {
        program.close();
        line.close();
    }

    @BeforeEach
    void renew() {
        people.renew();
    }

    @Test
    void calls_say_so_within_some_seconds_and_work_again_when_it_is_back() throws IOException {
        String session = "/api/v1/supervisions/" + people.fill("{draftSupervision}", "doc");
        assertEquals(200, get(session).statusCode());
        assertEquals(200, get("/api/health").statusCode());
        long changes = Fixtures.number("SELECT COUNT(*) FROM state_change");

        line.cut();
        assertUnavailable(get(session));
        assertUnavailable(post(session + "/send", ""));
        assertUnavailable(post(session + "/send", "", "Idempotency-Key", Fixtures.unique("key")));
        assertUnavailable(
                post("/api/v1/login", "{\"username\":\"nobody\",\"password\":\"" + TestServer.PASSWORD + "\"}"));
        HttpResponse<String> english = send(authorised(session).header("Accept-Language", "en"));
        assertTrue(english.body().contains("database"), english.body());
        HttpResponse<String> health = send(request("/api/health"));
        assertEquals(503, health.statusCode(), health.body());
        assertTrue(health.body().contains("\"DOWN\""), health.body());

        line.mend();
        assertBack(session);
        assertEquals(changes, Fixtures.number("SELECT COUNT(*) FROM state_change"));
        assertEquals(200, get("/api/health").statusCode());
        HttpResponse<String> sent = post(session + "/send", "");
        assertTrue(sent.body().contains("\"state\":\"SENT\""), sent.body());
    }

    @Test
    void what_was_half_done_is_not_done() throws IOException {
        String trainee = people.fill("{freshTrainee}", "doc");
        String body = "{\"date\":\"" + people.fill("{today}", "doc") + "\",\"supervisorId\":\""
                + people.fill("{named}", "doc") + "\",\"goalCodes\":[\"a1\"]}";
        String list = "/api/v1/trainees/" + trainee + "/supervisions";
        String key = Fixtures.unique("key");
        // The session's row and its goals are written by then.
        line.cutAt("INSERT INTO `state_change`");
        assertUnavailable(post(list, body, "Idempotency-Key", key));
        line.mend();
        assertBack(list);
        assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM supervision WHERE programme_id = ?", trainee));
        HttpResponse<String> again = post(list, body, "Idempotency-Key", Fixtures.unique("key"));
        assertEquals(201, again.statusCode(), again.body());
        assertEquals(1, Fixtures.number("SELECT COUNT(*) FROM supervision WHERE programme_id = ?", trainee));
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"code\":\"DATABASE_UNAVAILABLE\""), answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
    }

    /** The pool finds its way back by itself within some seconds. */
    private static void assertBack(String path) {
        long until = System.nanoTime() + SOME_SECONDS.toNanos();
        HttpResponse<String> answer = get(path);
        while (answer.statusCode() == 503 && System.nanoTime() < until) {
            answer = get(path);
        }
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private static HttpResponse<String> get(String path) {
        return send(authorised(path));
    }

    private static HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = authorised(path).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private static HttpRequest.Builder authorised(String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    /** Whoever waits longer has had no answer. */
    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(TestServer.address(program) + path))
                .header("Content-Type", "application/json")
                .timeout(SOME_SECONDS);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return TestServer.send(request);
    }
}
