package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.stegen.common.Today;
import se.stegen.testing.Fixtures;

/** The main job over REST, and everything that can go wrong on the way. */
class RecordsOverRestTest {
    private static final String SWEDISH = "Å i åa ä e ö 🩺👩‍⚕️ \"citat\" \\ <b>";

    @SuppressWarnings("NullAway.Init")
    private static MatrixFixtures people;

    private static String trainee = "";
    private static LocalDate today = LocalDate.EPOCH;

    @BeforeAll
    static void people() {
        people = new MatrixFixtures();
        trainee = fill("/api/v1/trainees/{trainee}");
        today = TestServer.bean(Today.class).date();
        Fixtures.execute("UPDATE clinic SET guideline_code = 'skane-2015' WHERE id = ?", fill("{clinic}"));
    }

    @BeforeEach
    void renew() {
        people.renew();
    }

    @Test
    void a_session_is_logged_sent_and_signed_and_the_figures_change() {
        long before = actual("SUPERVISION");
        String session = create(
                "/supervisions",
                session(SWEDISH).replace("\"" + fill("{named}") + "\"", "\"" + people.person("main") + "\""));
        assertHas(get("doc", "/api/v1/supervisions/" + session), "\"state\":\"DRAFT\"");
        assertHas(post("doc", "/api/v1/supervisions/" + session + "/send", ""), "\"state\":\"SENT\"");
        assertEquals(before, actual("SUPERVISION"));
        HttpResponse<String> signed = post("main", "/api/v1/supervisions/" + session + "/sign", "");
        assertHas(signed, "\"state\":\"SIGNED\"");
        assertTrue(read(signed).contains("🩺👩‍⚕️ \\\"citat\\\" \\\\ <b>"), signed.body());
        assertEquals(before + 1, actual("SUPERVISION"));
        assertHas(
                post("main", "/api/v1/supervisions/" + session + "/void", "{\"reason\":\"Fel doktor\"}"),
                "\"state\":\"VOIDED\"");
        assertEquals(before, actual("SUPERVISION"));
    }

    @Test
    void a_mini_cex_is_asked_for_answered_and_signed_and_the_figures_change() {
        long before = actual("ASSESSMENT");
        String request = create("/assessments", request("mini-cex"));
        assertHas(post("doc", "/api/v1/assessments/" + request + "/send", "{}"), "\"state\":\"SENT\"");
        HttpResponse<String> signed = post(
                "named",
                "/api/v1/assessments/" + request + "/sign",
                "{\"answers\":{},\"overall\":3,\"doMore\":\"Fråga först åäö\",\"workOn\":\"Sutur 🧵\"}");
        assertHas(signed, "\"state\":\"SIGNED\"");
        assertTrue(read(signed).contains("\"overall\":3,\"doMore\":\"Fråga först åäö\",\"workOn\":\"Sutur 🧵\""));
        assertEquals(before + 1, actual("ASSESSMENT"));
    }

    @Test
    void a_session_planned_ahead_cannot_be_sent() {
        String planned = create(
                "/supervisions",
                "{\"planned\":true,\"date\":\"" + today.plusDays(1) + "\",\"supervisorId\":\"" + fill("{named}")
                        + "\"}");
        String path = "/api/v1/supervisions/" + planned;
        assertHas(get("doc", path), "\"state\":\"PLANNED\"");
        unchanged(422, "NOT_YET_HELD", () -> post("doc", path + "/send", ""));
        unchanged(422, "NOT_YET_HELD", () -> post("doc", path + "/held", ""));
        unchanged(409, "STATE_CONFLICT", () -> post("named", path + "/sign", ""));
        assertHas(get("doc", path), "\"state\":\"PLANNED\"");
    }

    @ParameterizedTest
    @CsvSource({
        "?size=201, 422, OUT_OF_RANGE",
        "?size=0, 422, OUT_OF_RANGE",
        "?size=-1, 422, OUT_OF_RANGE",
        "?page=-1, 422, OUT_OF_RANGE",
        "?page=2147483647, 422, OUT_OF_RANGE",
        "?size=x, 400, INVALID_FIELD",
        "?page=1.5, 400, INVALID_FIELD",
        "?page=99999999999999999999, 400, INVALID_FIELD"
    })
    void a_page_has_limits(String query, int status, String code) {
        for (String list : List.of("/supervisions", "/assessments", "/log")) {
            unchanged(status, code, () -> get("doc", trainee + list + query));
        }
    }

    @Test
    void a_list_is_given_in_pages() {
        for (int i = 0; i < 3; i++) {
            create("/supervisions", session(""));
        }
        HttpResponse<String> first = get("doc", trainee + "/supervisions?size=2");
        long total = Long.parseLong(TestServer.part(first.body(), "\"total\":(\\d+)"));
        assertTrue(total >= 3);
        assertEquals(2, first.body().split("\"traineeId\"", -1).length - 1);
        assertHas(get("doc", trainee + "/supervisions?size=200&page=1000"), "{\"items\":[],\"total\":" + total + "}");
    }

    @Test
    void a_change_gives_the_version_back() {
        for (String path : List.of(
                "/api/v1/supervisions/" + fill("{draftSupervision}"),
                "/api/v1/assessments/" + fill("{draftAssessment}"))) {
            String body = path.contains("supervisions") ? session("") : request("dops");
            unchanged(400, "VERSION_MISSING", () -> put("doc", path, body));
            unchanged(409, "STALE_VERSION", () -> put("doc", path, body, "If-Match", "7"));
            unchanged(400, "INVALID_FIELD", () -> put("doc", path, body, "If-Match", "seven"));
            unchanged(409, "STALE_VERSION", () -> post("doc", path + "/send", "{\"version\":7}"));
            unchanged(400, "VERSION_MISSING", () -> delete("doc", path));
            unchanged(409, "STALE_VERSION", () -> delete("doc", path + "?version=7"));
            assertHas(put("doc", path, body, "If-Match", "\"0\""), "\"version\":1");
            unchanged(409, "STALE_VERSION", () -> put("doc", path, body, "If-Match", "0"));
            assertHas(put("doc", path, body.replaceFirst("\\{", "{\"version\":1,")), "\"version\":2");
            assertEquals(204, delete("doc", path + "?version=2").statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "named, supervisions/{draftSupervision}/sign",
        "named, supervisions/{draftSupervision}/return",
        "named, supervisions/{sentSupervision}/void",
        "doc, supervisions/{sentSupervision}/send",
        "doc, supervisions/{sentSupervision}/held",
        "named, supervisions/{returnedSupervision}/sign",
        "doc, supervisions/{signedSupervision}/send",
        "named, supervisions/{signedSupervision}/sign",
        "named, supervisions/{signedSupervision}/return",
        "named, supervisions/{voidedSupervision}/void",
        "named, supervisions/{voidedSupervision}/sign",
        "doc, assessments/{sentAssessment}/send",
        "doc, assessments/{draftAssessment}/withdraw",
        "named, assessments/{returnedAssessment}/sign",
        "named, assessments/{declinedAssessment}/sign",
        "doc, assessments/{declinedAssessment}/send",
        "doc, assessments/{signedAssessment}/send",
        "doc, assessments/{signedAssessment}/withdraw",
        "named, assessments/{signedAssessment}/sign",
        "named, assessments/{signedAssessment}/return",
        "named, assessments/{signedAssessment}/decline",
        "named, assessments/{voidedAssessment}/void",
    })
    void a_step_that_the_state_does_not_allow(String who, String call) {
        String path = "/api/v1/" + fill(call);
        unchanged(409, "STATE_CONFLICT", () -> post(who, path, "{\"reason\":\"x\"}"));
    }

    @Test
    void what_is_sent_or_signed_is_neither_saved_nor_deleted() {
        for (String state : List.of("sent", "signed", "voided")) {
            String session = "/api/v1/supervisions/" + fill("{" + state + "Supervision}");
            unchanged(409, "STATE_CONFLICT", () -> put("doc", session, session("Nytt"), "If-Match", "0"));
            unchanged(409, "STATE_CONFLICT", () -> delete("doc", session + "?version=0"));
            String request = "/api/v1/assessments/" + fill("{" + state + "Assessment}");
            unchanged(409, "STATE_CONFLICT", () -> put("doc", request, request("dops"), "If-Match", "0"));
            unchanged(409, "STATE_CONFLICT", () -> delete("doc", request + "?version=0"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "named, supervisions/{sentSupervision}/return",
        "named, supervisions/{signedSupervision}/void",
        "named, assessments/{sentAssessment}/return",
        "named, assessments/{sentAssessment}/decline",
        "doc, assessments/{sentAssessment}/withdraw",
        "named, assessments/{signedAssessment}/void",
    })
    void some_steps_need_a_reason(String who, String call) {
        String path = "/api/v1/" + fill(call);
        for (String body : List.of("", "{}", "{\"reason\":null}", "{\"reason\":\"  \\n \"}")) {
            unchanged(422, "REASON_REQUIRED", () -> post(who, path, body));
        }
        unchanged(422, "TOO_LONG", () -> post(who, path, "{\"reason\":\"" + "x".repeat(100_000) + "\"}"));
        HttpResponse<String> done = post(who, path, "{\"reason\":\"För att åäö 🙂\"}");
        assertHas(done, "\"reason\":\"För att åäö 🙂\"");
    }

    @Test
    void a_text_of_100_kB_is_refused_and_the_longest_is_kept() {
        unchanged(422, "TOO_LONG", () -> post("doc", trainee + "/supervisions", session("å".repeat(100_000))));
        String draft = "/api/v1/supervisions/" + fill("{draftSupervision}");
        unchanged(422, "TOO_LONG", () -> put("doc", draft, session("x".repeat(100_000)), "If-Match", "0"));
        String longest = "åäö🙂 ".repeat(3_333) + ".";
        String id = create("/supervisions", session(longest));
        assertHas(get("doc", "/api/v1/supervisions/" + id), "\"minutes\":\"" + longest + "\"");
        String answer = "/api/v1/assessments/" + fill("{sentAssessment}") + "/sign";
        unchanged(
                422,
                "TOO_LONG",
                () -> post("named", answer, "{\"doMore\":\"" + "x".repeat(100_000) + "\",\"answers\":{}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"date\":                                        | 400 | UNREADABLE",
                "nothing                                           | 400 | UNREADABLE",
                "[]                                                | 400 | UNREADABLE",
                "{\"date\":\"2026-02-30\"}                         | 400 | UNREADABLE",
                "{\"date\":\"2026-13-01\"}                         | 400 | UNREADABLE",
                "{\"date\":\"21 november\"}                        | 400 | UNREADABLE",
                "{\"date\":\"2026-11-01\",\"goalCodes\":\"a1\"}    | 400 | UNREADABLE",
                "{\"date\":\"2026-11-01\",\"iupReviewed\":\"ja\"}  | 400 | UNREADABLE",
                "{\"date\":\"2026-11-01\",\"version\":\"one\"}     | 400 | UNREADABLE",
                "{\"supervisorId\":\"{named}\"}                    | 422 | REQUIRED",
                "{\"date\":\"{today}\"}                            | 422 | REQUIRED",
                "{\"date\":\"{tomorrow}\",\"supervisorId\":\"{named}\"}          | 422 | DATE_IN_FUTURE",
                "{\"date\":\"1999-01-01\",\"supervisorId\":\"{named}\"}          | 422 | OUTSIDE_PROGRAMME",
                "{\"date\":\"{today}\",\"supervisorId\":\"999999999\"}           | 422 | UNKNOWN_ID",
                "{\"date\":\"{today}\",\"supervisorId\":\"Anna\"}                | 422 | UNKNOWN_ID",
                "{\"date\":\"{today}\",\"supervisorId\":\"{me}\"}                | 422 | OWN_RECORD",
                "{\"date\":\"{today}\",\"supervisorId\":\"{named}\",\"goalCodes\":[\"a1\",\"zz9\"]} | 422 | UNKNOWN_CODE",
            })
    void a_body_that_is_wrong(String body, int status, String code) {
        unchanged(status, code, () -> post("doc", trainee + "/supervisions", people.fill(body, "doc")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"assessorId\":\"{named}\"}                                     | REQUIRED",
                "{\"templateCode\":\"mini-cex\"}                                  | REQUIRED",
                "{\"templateCode\":\"no-such\",\"assessorId\":\"{named}\"}        | UNKNOWN_CODE",
                "{\"templateCode\":\"mini-cex\",\"assessorId\":\"999999999\"}      | UNKNOWN_ID",
                "{\"templateCode\":\"mini-cex\",\"assessorId\":\"{me}\"}          | OWN_RECORD",
                "{\"templateCode\":\"mini-cex\",\"assessorId\":\"{named}\",\"observedOn\":\"{tomorrow}\"} | DATE_IN_FUTURE",
                "{\"templateCode\":\"mini-cex\",\"assessorId\":\"{named}\",\"competences\":[\"X\"]} | UNKNOWN_CODE",
                "{\"templateCode\":\"mini-cex\",\"assessorId\":\"{named}\",\"goalCodes\":[\"zz9\"]} | UNKNOWN_CODE",
            })
    void a_request_that_is_wrong(String body, String code) {
        unchanged(422, code, () -> post("doc", trainee + "/assessments", people.fill(body, "doc")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"answers\":{},\"overall\":5}                 | 422 | OUT_OF_RANGE",
                "{\"answers\":{},\"overall\":0}                 | 422 | OUT_OF_RANGE",
                "{\"answers\":{\"nix\":\"1\"}}                  | 422 | UNKNOWN_CODE",
                "{\"answers\":[],\"overall\":3}                 | 400 | UNREADABLE",
                "{\"answers\":{},\"overall\":\"three\"}         | 400 | UNREADABLE",
            })
    void an_answer_that_is_wrong(String body, int status, String code) {
        String path = "/api/v1/assessments/" + fill("{sentAssessment}") + "/sign";
        unchanged(status, code, () -> post("named", path, body));
    }

    @ParameterizedTest
    @CsvSource({"999999999", "0", "-1", "abc", "99999999999999999999", "1.0", "%C3%A5"})
    void an_id_that_nothing_has(String id) {
        for (String path : List.of("/api/v1/supervisions/", "/api/v1/assessments/", "/api/v1/trainees/")) {
            unchanged(404, "NOT_FOUND", () -> get("doc", path + id));
        }
        unchanged(404, "NOT_FOUND", () -> post("doc", "/api/v1/supervisions/" + id + "/sign", ""));
        unchanged(404, "NOT_FOUND", () -> get("doc", "/api/v1/trainees/" + id + "/supervisions"));
        unchanged(404, "NOT_FOUND", () -> post("doc", "/api/v1/trainees/" + id + "/supervisions", session("")));
    }

    @Test
    void what_is_foreign_looks_like_what_does_not_exist() {
        HttpResponse<String> foreign = get("xdoc", "/api/v1/supervisions/" + fill("{signedSupervision}"));
        HttpResponse<String> nothing = get("xdoc", "/api/v1/supervisions/999999999");
        assertEquals(404, foreign.statusCode());
        assertEquals(nothing.body(), foreign.body());
    }

    @Test
    void a_call_with_a_key_is_made_once() {
        String key = Fixtures.unique("key");
        String body = session("Med nyckel");
        HttpResponse<String> first = post("doc", trainee + "/supervisions", body, "Idempotency-Key", key);
        assertEquals(201, first.statusCode(), first.body());
        unchangedAnswer(201, first.body(), () -> post("doc", trainee + "/supervisions", body, "Idempotency-Key", key));
        unchanged(
                422,
                "IDEMPOTENCY_KEY_REUSED",
                () -> post("doc", trainee + "/supervisions", session("Annat"), "Idempotency-Key", key));
        String sign = "/api/v1/supervisions/" + fill("{sentSupervision}") + "/sign";
        HttpResponse<String> signed = post("named", sign, "", "Idempotency-Key", key);
        assertHas(signed, "\"state\":\"SIGNED\"");
        unchangedAnswer(200, signed.body(), () -> post("named", sign, "", "Idempotency-Key", key));
    }

    @Test
    void of_an_answer_to_a_survey_no_key_is_kept() {
        String key = Fixtures.unique("key");
        String path = "/api/v1/surveys/" + fill("{survey}") + "/answers";
        String body = "{\"answers\":{\"A1\":4},\"comment\":\"x\"}";
        assertEquals(204, post("named", path, body, "Idempotency-Key", key).statusCode());
        assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM idempotency_key WHERE idempotency_key = ?", key));
        HttpResponse<String> again = post("named", path, body, "Idempotency-Key", key);
        assertEquals(409, again.statusCode());
        assertTrue(again.body().contains("\"SURVEY_ANSWERED\""), again.body());
    }

    @Test
    void two_calls_with_a_key_at_once_make_one_record() {
        String key = Fixtures.unique("key");
        long before = Fixtures.number("SELECT COUNT(*) FROM supervision WHERE programme_id = ?", fill("{trainee}"));
        List<HttpResponse<String>> answers =
                atOnce(() -> post("doc", trainee + "/supervisions", session("Dubbelt"), "Idempotency-Key", key));
        assertEquals(
                before + 1,
                Fixtures.number("SELECT COUNT(*) FROM supervision WHERE programme_id = ?", fill("{trainee}")));
        assertTrue(answers.stream().anyMatch(a -> a.statusCode() == 201));
        for (HttpResponse<String> answer : answers) {
            assertTrue(
                    answer.statusCode() == 201
                            || (answer.statusCode() == 409 && answer.body().contains("\"IN_PROGRESS\"")),
                    answer.body());
        }
    }

    @Test
    void of_two_who_sign_at_once_one_does() {
        for (String record : List.of("supervisions/{sentSupervision}", "assessments/{sentAssessment}")) {
            String path = "/api/v1/" + fill(record) + "/sign";
            List<HttpResponse<String>> answers = atOnce(() -> post("named", path, "{\"answers\":{}}"));
            assertEquals(
                    List.of(200, 409),
                    answers.stream().map(HttpResponse::statusCode).sorted().toList());
            assertTrue(answers.stream().anyMatch(a -> a.body().contains("\"STATE_CONFLICT\"")));
        }
    }

    @Test
    void refusals_are_told_in_the_language_asked_for() {
        String path = "/api/v1/supervisions/" + fill("{draftSupervision}") + "/sign";
        assertTrue(post("named", path, "").body().contains("Inget har ändrats"));
        HttpResponse<String> english = post("named", path, "", "Accept-Language", "en-GB,en;q=0.9");
        assertTrue(english.body().contains("othing was changed"), english.body());
    }

    @Test
    void minutes_and_reasons_of_leave_are_hidden_from_others() {
        String path = "/api/v1/supervisions/" + fill("{signedSupervision}");
        for (String who : List.of("doc", "named")) {
            assertHas(get(who, path), "\"minutes\":\"Hemlig anteckning åäö\"");
        }
        for (String who : List.of("main", "plac", "srek", "head", "rev")) {
            HttpResponse<String> answer = get(who, path);
            assertHas(answer, "\"minutes\":null,\"agreed\":null");
            assertFalse(answer.body().contains("Hemlig"));
            assertFalse(get(who, trainee + "/supervisions").body().contains("Hemlig"));
        }
        for (String who : List.of("main", "plac", "head", "rev", "admin")) {
            for (String from : List.of(trainee, trainee + "/leaves")) {
                HttpResponse<String> answer = get(who, from);
                assertHas(answer, "\"extent\":100,\"reason\":null");
                assertFalse(answer.body().contains("Hemlig"), who);
            }
        }
    }

    @Test
    void a_reviewer_sees_what_is_signed_only() {
        fill("{draftSupervision}{sentSupervision}{signedSupervision}{sentAssessment}{signedAssessment}");
        for (String list : List.of("/supervisions", "/assessments")) {
            String body = get("rev", trainee + list + "?size=200").body();
            assertTrue(body.contains("\"state\":\"SIGNED\""), body);
            assertFalse(body.replace("\"state\":\"SIGNED\"", "")
                    .replace("\"state\":\"VOIDED\"", "")
                    .contains("\"state\""));
            long all = Long.parseLong(TestServer.part(get("doc", trainee + list).body(), "\"total\":(\\d+)"));
            assertTrue(Long.parseLong(TestServer.part(body, "\"total\":(\\d+)")) < all);
        }
    }

    @Test
    void the_log_tells_who_did_what_newest_first() {
        String session = fill("{sentSupervision}");
        assertEquals(200, get("main", "/api/v1/supervisions/" + session).statusCode());
        post("named", "/api/v1/supervisions/" + session + "/sign", "");
        HttpResponse<String> log = get("srek", trainee + "/log?size=2");
        String doctor =
                "\"subject\":{\"id\":\"" + people.person("doc") + "\",\"name\":\"" + fill("{doctorName}") + "\"}";
        assertHas(
                log,
                "\"actor\":{\"id\":\"" + people.person("named") + "\",\"name\":\"Åsa Öberg\"}," + doctor
                        + ",\"action\":\"SIGN\",\"objectKind\":\"SUPERVISION\",\"objectId\":\"" + session + "\"}");
        assertTrue(
                log.body().indexOf("\"action\":\"SIGN\"")
                        < log.body().indexOf("\"actor\":{\"id\":\"" + people.person("main") + "\""),
                log.body());
        assertTrue(log.body().matches(".*\"at\":\"\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\".*"), log.body());
        assertHas(
                get("doc", trainee + "/log?size=1"),
                "\"actor\":{\"id\":\"" + people.person("srek") + "\",\"name\":\"Åsa Öberg\"}," + doctor
                        + ",\"action\":\"READ\",\"objectKind\":\"LOG\",\"objectId\":null}");
    }

    private static String session(String minutes) {
        return "{\"date\":\"" + today + "\",\"supervisorId\":\"" + fill("{named}")
                + "\",\"iupReviewed\":true,\"goalCodes\":[\"a1\",\"c1\"],\"minutes\":\""
                + minutes.replace("\\", "\\\\").replace("\"", "\\\"") + "\",\"agreed\":\"Nästa gång\"}";
    }

    private static String request(String template) {
        return "{\"templateCode\":\"" + template + "\",\"assessorId\":\"" + fill("{named}")
                + "\",\"goalCodes\":[\"c1\"],\"context\":\"Akuten\"}";
    }

    private static String create(String list, String body) {
        HttpResponse<String> answer = post("doc", trainee + list, body);
        assertEquals(201, answer.statusCode(), answer.body());
        return TestServer.part(answer.body(), "\"id\":\"(\\d+)\"");
    }

    /** What the studierektor sees as the doctor's count. */
    private static long actual(String indicator) {
        String figures = get("srek", "/api/v1/clinics/" + fill("{clinic}") + "/compliance")
                .body();
        return Long.parseLong(
                TestServer.part(figures, "\"code\":\"" + indicator + "\",\"required\":\\d+,\"actual\":(\\d+)"));
    }

    /** Refused as expected, as a problem with its code, and nothing of the portfolio changed. */
    private static void unchanged(int status, String code, Callable<HttpResponse<String>> call) {
        HttpResponse<String> answer = unchangedAnswer(status, "\"code\":\"" + code + "\"", call);
        assertTrue(
                answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                answer.headers().toString());
    }

    private static HttpResponse<String> unchangedAnswer(int status, String has, Callable<HttpResponse<String>> call) {
        long before = state();
        HttpResponse<String> answer;
        try {
            answer = call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(has), has + " is not in " + answer.body());
        assertEquals(before, state());
        return answer;
    }

    /** A sum over everything that is kept of the doctor's records. */
    private static long state() {
        long sum = 0;
        for (String table : List.of("supervision", "assessment")) {
            String kept =
                    table.equals("supervision") ? "r.minutes, r.agreed, r.held_on" : "r.answers, r.do_more, r.context";
            sum = 31 * sum
                    + Fixtures.number(
                            "SELECT COALESCE(SUM(CRC32(CONCAT_WS('|', r.id, r.state, r.version, r.updated_at, " + kept
                                    + ", (SELECT COUNT(*) FROM state_change c WHERE c.record_kind = UPPER('" + table
                                    + "') AND c.record_id = r.id), (SELECT COUNT(*) FROM voiding v WHERE v.record_kind = UPPER('"
                                    + table + "') AND v.record_id = r.id), (SELECT COUNT(*) FROM " + table
                                    + "_goal g WHERE g." + table + "_id = r.id)))), 0) FROM " + table
                                    + " r WHERE r.programme_id = ?",
                            fill("{trainee}"));
        }
        return sum;
    }

    private static List<HttpResponse<String>> atOnce(Callable<HttpResponse<String>> call) {
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<HttpResponse<String>> waiting = () -> {
            together.await();
            return call.call();
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<HttpResponse<String>> one = threads.submit(waiting);
            Future<HttpResponse<String>> other = threads.submit(waiting);
            return List.of(one.get(), other.get());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertHas(HttpResponse<String> answer, String text) {
        assertEquals(2, answer.statusCode() / 100, answer.body());
        assertTrue(read(answer).contains(text), text + " is not in " + read(answer));
    }

    /** The body with characters that JSON writes as numbers put back. */
    private static String read(HttpResponse<String> answer) {
        return Pattern.compile("\\\\u([0-9A-Fa-f]{4})")
                .matcher(answer.body())
                .replaceAll(hex -> Character.toString((char) Integer.parseInt(hex.group(1), 16)));
    }

    private static String fill(String text) {
        return people.fill(text, "doc");
    }

    private static HttpResponse<String> get(String who, String path) {
        return TestServer.get(path, people.token(who));
    }

    private static HttpResponse<String> post(String who, String path, String body, String... headers) {
        return TestServer.post(path, people.token(who), body, headers);
    }

    private static HttpResponse<String> put(String who, String path, String body, String... headers) {
        HttpRequest.Builder request = TestServer.request(path)
                .header("Authorization", "Bearer " + people.token(who))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return TestServer.send(request);
    }

    private static HttpResponse<String> delete(String who, String path) {
        return TestServer.send(TestServer.request(path)
                .header("Authorization", "Bearer " + people.token(who))
                .DELETE());
    }
}
