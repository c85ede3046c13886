package se.stegen.rest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.stegen.access.PasswordHasher;
import se.stegen.database.TestDatabase;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** The real server on a free port, started once per JVM. */
public final class TestServer {
    /** The password of everybody that {@link #person} makes. */
    public static final String PASSWORD = "ett långt lösenord åäö";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private TestServer() {}

    private static final class Holder {
        static final ApplicationContext CONTEXT = start(Map.of());
    }

    /** A further server on the same database. */
    public static ApplicationContext start(Map<String, Object> more) {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "t");
            Map<String, Object> properties = new HashMap<>(TestDatabase.get().micronautProperties());
            properties.put("micronaut.server.port", -1);
            properties.put("stegen.data-dir", data.toString());
            System.setProperty("catalina.home", data.resolve("tomcat").toString());
            properties.put("stegen.master-key", "0123456789abcdef0123456789abcdef");
            // Tests do by hand what the clock does.
            properties.put("stegen.jobs.enabled", false);
            properties.put("stegen.proof-key", TestProgram.PROOF_KEY);
            properties.putAll(more);
            ApplicationContext context = ApplicationContext.builder(TestServer.class)
                    .properties(properties)
                    .banner(false)
                    .start();
            context.getBean(EmbeddedServer.class).start();
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The running program. */
    public static ApplicationContext context() {
        return Holder.CONTEXT;
    }

    /** A bean of the running program. */
    public static <T> T bean(Class<T> type) {
        return Holder.CONTEXT.getBean(type);
    }

    /** Where it answers. */
    public static String address() {
        return address(Holder.CONTEXT);
    }

    /** Where a further server answers. */
    public static String address(ApplicationContext context) {
        return "http://127.0.0.1:" + context.getBean(EmbeddedServer.class).getPort();
    }

    /** A new person who can sign in; the answer is the username. */
    public static String person() {
        String username = Fixtures.unique("åsa.öberg");
        Fixtures.insert(
                "INSERT INTO person (name, email, username, password_hash, created_at)"
                        + " VALUES ('Åsa Öberg', ?, ?, ?, '2026-01-01')",
                username + "@example.se",
                username,
                bean(PasswordHasher.class).hash(PASSWORD));
        return username;
    }

    /** A Bearer token of a new sign-in. */
    public static String token(String username) {
        HttpResponse<String> answer = login(username, PASSWORD);
        return part(answer.body(), "\"accessToken\":\"([^\"]+)\"");
    }

    static HttpResponse<String> login(String username, String password) {
        return send(request("/api/v1/login")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}")));
    }

    /** A request to a path of the server. */
    public static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    static HttpResponse<String> get(String path, @Nullable String token) {
        HttpRequest.Builder request = request(path);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    static HttpResponse<String> post(String path, String token, String json, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Sends it. */
    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String part(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }
}
