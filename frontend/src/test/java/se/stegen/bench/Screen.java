package se.stegen.bench;

import io.micronaut.core.annotation.Nullable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One browser tab as the server sees it: signs in, opens a page with its push connection, and speaks Vaadin's protocol. */
final class Screen implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");
    private static final Map<String, Object> CLICK = Map.of(
            "event.shiftKey", false,
            "event.metaKey", false,
            "event.detail", 1,
            "event.ctrlKey", false,
            "event.clientX", 1,
            "event.clientY", 1,
            "event.altKey", false,
            "event.button", 0,
            "event.screenY", 1,
            "event.screenX", 1);

    private final HttpClient client;
    private final URI address;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final Map<String, Integer> nodes = new ConcurrentHashMap<>();
    private final AtomicInteger sync = new AtomicInteger();
    private final AtomicInteger pushed = new AtomicInteger();
    private String csrf = "";
    private int ui;
    private int messages;
    private @Nullable WebSocket push;

    Screen(HttpClient client, URI address) {
        this.client = client;
        this.address = address;
    }

    /** Signs in with the form. */
    void signIn(String username, String password) throws IOException, InterruptedException {
        String form = "username=" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = send(request("/api/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.statusCode() != 303 || !cookies.containsKey("stegen-sign-in")) {
            throw new IOException("sign-in of " + username + ": " + answer.statusCode());
        }
    }

    /** Opens a page: the document, its first message, the push connection, the view. */
    void open(String path) throws IOException, InterruptedException {
        text(send(request("/" + path).GET()));
        HttpResponse<byte[]> answer = send(
                request("/?v-r=init&location=" + path + "&query=").POST(HttpRequest.BodyPublishers.ofString("{}")));
        JsonNode config = JSON.readTree(text(answer)).get("appConfig");
        JsonNode uidl = config.get("uidl");
        ui = config.get("v-uiId").intValue();
        csrf = uidl.get("Vaadin-Security-Key").stringValue();
        sync.set(uidl.get("syncId").intValue());
        messages = 0;
        nodes.clear();
        connect(uidl.get("Vaadin-Push-ID").stringValue());
        go(path, "");
    }

    /** What a click on a link asks the server. */
    long navigate(String path) throws IOException, InterruptedException {
        return go(path, "link");
    }

    private long go(String path, String trigger) throws IOException, InterruptedException {
        Map<String, Object> where = Map.of(
                "route", path, "query", "", "appShellTitle", "", "trigger", trigger, "historyState", Map.of("idx", 0));
        return call(List.of(event(1, "ui-navigate", where)));
    }

    /** What a component's own script asks the server by a published method. */
    long invoke(String id, String method, Object... arguments) throws IOException, InterruptedException {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("type", "publishedEventHandler");
        call.put("node", node(id));
        call.put("templateEventMethodName", method);
        call.put("templateEventMethodArgs", List.of(arguments));
        call.put("promise", 0);
        return call(List.of(call));
    }

    /** A click on what has this id. */
    long click(String id) throws IOException, InterruptedException {
        return call(List.of(event(node(id), "click", CLICK)));
    }

    /** A text field's text, as the browser sends it a second after typing stopped. */
    long write(String id, String text) throws IOException, InterruptedException {
        int node = node(id);
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("type", "mSync");
        value.put("node", node);
        value.put("feature", 1);
        value.put("property", "value");
        value.put("value", text);
        return call(List.of(value, event(node, "input", Map.of("for", "trailing"))));
    }

    boolean shows(String id) {
        return nodes.containsKey(id);
    }

    /** How many messages the server has sent on its own. */
    int pushed() {
        return pushed.get();
    }

    private int node(String id) {
        Integer node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("no " + id + " on the screen");
        }
        return node;
    }

    private static Map<String, Object> event(int node, String event, Map<String, Object> data) {
        return Map.of("type", "event", "node", node, "event", event, "data", data);
    }

    /** Sends to the server and gives the nanoseconds until the whole answer had come. */
    private long call(List<Map<String, Object>> calls) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(
                Map.of("csrfToken", csrf, "rpc", calls, "syncId", sync.get(), "clientId", messages));
        HttpRequest.Builder request = request("/?v-r=uidl&v-uiId=" + ui)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = send(request);
        long duration = System.nanoTime() - start;
        messages++;
        String text = text(answer);
        JsonNode message = text.startsWith("{") ? JSON.readTree(text) : null;
        if (message == null || !message.has("syncId") || message.has("meta")) {
            throw new IOException("answer of the server: " + text.substring(0, Math.min(300, text.length())));
        }
        seen(text);
        for (JsonNode change : message.path("changes")) {
            if ("id".equals(change.path("key").asString("")) && change.has("value")) {
                nodes.put(change.get("value").asString(), change.get("node").intValue());
            }
        }
        return duration;
    }

    private void seen(String text) {
        Matcher found = SYNC.matcher(text);
        while (found.find()) {
            int id = Integer.parseInt(found.group(1));
            sync.accumulateAndGet(id, Math::max);
        }
    }

    private void connect(String pushId) throws IOException {
        disconnect();
        URI uri = URI.create("ws://" + address.getAuthority() + "/VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId="
                + pushId + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.0.5.slf4jvaadin4-javascript"
                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
                + "&Content-Type=application/json;%20charset=UTF-8&X-atmo-protocol=true");
        try {
            push = client.newWebSocketBuilder()
                    .header("Cookie", cookieHeader())
                    .buildAsync(uri, new Listener())
                    .join();
        } catch (CompletionException e) {
            throw new IOException("the push connection", e);
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                String text = parts.toString();
                parts.setLength(0);
                if (text.contains("\"syncId\"")) {
                    pushed.incrementAndGet();
                    seen(text);
                }
            }
            socket.request(1);
            return null;
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).header("Accept-Encoding", "gzip");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        return request;
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(answer.request().uri() + ": " + answer.statusCode());
        }
        byte[] body = answer.body();
        if (answer.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent()) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = in.readAllBytes();
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private void disconnect() {
        WebSocket open = push;
        if (open != null) {
            open.abort();
        }
    }

    @Override
    public void close() {
        disconnect();
    }
}
