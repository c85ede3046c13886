package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.web.router.Router;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every API route × role: {@code access/api.txt} says what is right, this makes the calls. */
class AccessMatrixTest {
    private static final List<Matrix.Row> ROWS = Matrix.read("/access/api.txt", 2);
    private static final String BOUNDARY = "x-x-x";

    private static final class Holder {
        static final MatrixFixtures FIXTURES = new MatrixFixtures();
    }

    @Test
    void every_route_has_a_row_and_every_row_a_route() {
        assertEquals(
                String.join("\n", routes()),
                ROWS.stream()
                        .map(row -> routes().stream()
                                .filter(route -> matches(route, row.call()))
                                .min((a, b) -> variables(a) - variables(b))
                                .orElse("no such route: " + row.call()))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }

    /** Routes as the server knows them, without those of the tests. */
    private static Set<String> routes() {
        return TestServer.bean(Router.class)
                .uriRoutes()
                .filter(route -> !Set.of("HEAD", "OPTIONS").contains(route.getHttpMethodName()))
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .filter(route -> !route.contains("/api/v1/contract"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean matches(String route, String call) {
        String[] template = route.split("/", -1);
        String[] path = call.replaceFirst("\\?.*", "").split("/", -1);
        if (template.length != path.length) {
            return false;
        }
        for (int i = 0; i < path.length; i++) {
            if (!template[i].startsWith("{") && !template[i].equals(path[i])) {
                return false;
            }
        }
        return true;
    }

    private static int variables(String route) {
        return route.split("\\{", -1).length;
    }

    @TestFactory
    Stream<DynamicTest> everyRowOfTheTableHolds() {
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.call() + " " + row.has(),
                        () -> assertEquals(List.of(), differences(row, answers(row)), row.call() + " " + row.has())));
    }

    private static List<String> differences(Matrix.Row row, List<String> answers) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (!row.cells().get(i).equals(answers.get(i))) {
                differences.add(MatrixFixtures.COLUMNS.get(i) + " should be "
                        + row.cells().get(i) + " and is " + answers.get(i));
            }
        }
        return differences;
    }

    private static List<String> answers(Matrix.Row row) {
        List<String> cells = new ArrayList<>();
        MatrixFixtures fixtures = Holder.FIXTURES;
        fixtures.renew();
        for (String column : MatrixFixtures.COLUMNS) {
            String has = fixtures.fill(row.has(), column);
            HttpResponse<String> answer = call(fixtures, row, column);
            int status = answer.statusCode();
            if (status / 100 != 2) {
                cells.add(Integer.toString(status));
                continue;
            }
            cells.add(has.isEmpty() || answer.body().contains(has) ? "+" : "-");
            if (!row.call().startsWith("GET ")) {
                fixtures.renew();
            }
        }
        return cells;
    }

    private static HttpResponse<String> call(MatrixFixtures fixtures, Matrix.Row row, String column) {
        String[] methodAndPath = row.call().split(" ", -1);
        String path = fixtures.fill(methodAndPath[1], column);
        if (path.contains("=")) {
            int query = path.indexOf('=') + 1;
            path = path.substring(0, query)
                    + URLEncoder.encode(path.substring(query), StandardCharsets.UTF_8)
                            // Between several parameters.
                            .replace("%26", "&")
                            .replace("%3D", "=");
        }
        HttpRequest.Builder request = TestServer.request(path).header("Sec-Fetch-Site", "same-origin");
        if (!fixtures.token(column).isEmpty()) {
            request.header("Authorization", "Bearer " + fixtures.token(column));
        }
        String body = fixtures.fill(row.body(), column);
        if (body.startsWith("form:")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
            body = body.substring("form:".length());
        } else if (body.startsWith("file:")) {
            request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
            body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\n"
                    + "Content-Type: text/csv\r\n\r\n"
                    + body.substring("file:".length()).replace("\\n", "\n") + "\r\n--" + BOUNDARY + "--\r\n";
        } else if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return TestServer.send(request.method(
                methodAndPath[0],
                body.isEmpty() && !row.body().startsWith("form:")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body)));
    }
}
