package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.stegen.common.Today;

/** A plan over REST as another program writes it, and what it gets for bad input. */
class IupOverRestTest {
    private static final MatrixFixtures PEOPLE = new MatrixFixtures();

    private final String today = TestServer.bean(Today.class).date().toString();

    @Test
    void aPlanIsWrittenSentApprovedAndRead() {
        PEOPLE.renew();
        String iup = PEOPLE.fill("/api/v1/trainees/{freshTrainee}/iup", "doc");
        String item = "{\"goalCodes\":[\"c1\",\"a1\"],\"kind\":\"PLACEMENT\",\"title\":\"Kirurgi åäö\",\"from\":\""
                + today + "\",\"to\":\"" + today + "\",\"assessmentMethod\":\"DOPS\"}";
        HttpResponse<String> empty = send("GET", "doc", iup, "");
        has(empty, "\"state\":\"DRAFT\"", "\"items\":[]", "\"version\":0");
        HttpResponse<String> written = send("PUT", "doc", iup, "{\"items\":[" + item + "],\"version\":0}");
        has(written, "\"goalCodes\":[\"a1\",\"c1\"]", "\"title\":\"Kirurgi åäö\"", "\"assessmentMethod\":\"DOPS\"");
        refused(send("PUT", "doc", iup, "{\"items\":[]}"), 400, "VERSION_MISSING");
        refused(send("PUT", "doc", iup, "{\"items\":[],\"version\":0}"), 409, "STALE_VERSION");
        refused(send("PUT", "doc", iup, "{\"version\":1}"), 422, "REQUIRED");
        refused(send("POST", "main", iup + "/approve", "{}"), 409, "STATE_CONFLICT");
        has(send("POST", "doc", iup + "/submit", ""), "\"state\":\"SENT\"", "\"approvers\":[");
        refused(send("PUT", "doc", iup, "{\"items\":[],\"version\":2}"), 409, "STATE_CONFLICT");
        refused(send("POST", "main", iup + "/return", "{}"), 422, "REASON_REQUIRED");
        has(
                send("POST", "main", iup + "/return", "{\"reason\":\"Mer\"}"),
                "\"state\":\"RETURNED\"",
                "\"reason\":\"Mer\"");
        has(send("POST", "doc", iup + "/submit", "{}"), "\"state\":\"SENT\"", "\"approvals\":[]");
        has(send("POST", "main", iup + "/approve", ""), "\"state\":\"SENT\"", "\"approver\":\"MAIN_SUPERVISOR\"");
        has(
                send("POST", "srek", iup + "/approve", "{}"),
                "\"state\":\"APPROVED\"",
                "\"approvedVersion\":1",
                "\"approvedOn\":\"" + today + "\"");
        has(
                send("GET", "rev", iup + "/versions", ""),
                "\"number\":1,\"approvedOn\":\"" + today + "\",\"approvedBy\":[\"",
                "\"total\":1");
        has(send("GET", "rev", iup + "/versions/1", ""), "\"title\":\"Kirurgi åäö\"");
        refused(send("GET", "doc", iup + "/versions/2", ""), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"items\":[null],\"version\":0} | 422 | REQUIRED",
                "{\"items\":[{}],\"version\":0} | 422 | REQUIRED",
                "{\"items\":[{\"id\":\"abc\"}],\"version\":0} | 422 | UNKNOWN_ID",
                "{\"items\":[{\"id\":\"999999999\",\"kind\":\"OTHER\",\"title\":\"x\",\"from\":\"2026-01-01\"}],\"version\":0} | 422 | UNKNOWN_ID",
                "{\"items\":[{\"kind\":\"KURS\",\"title\":\"x\",\"from\":\"2026-01-01\"}],\"version\":0} | 422 | UNKNOWN_CODE",
                "{\"items\":[{\"kind\":\"OTHER\",\"title\":\"x\",\"from\":\"2026-02-31\"}],\"version\":0} | 400 | ",
                "{\"items\":[{\"kind\":\"OTHER\",\"title\":\"x\",\"from\":\"9999-01-01\"}],\"version\":0} | 422 | OUTSIDE_PROGRAMME",
                "{\"items\":\"nej\",\"version\":0} | 400 | ",
            })
    void whatCannotBeAPlanIsRefusedAndChangesNothing(String body, int status, String code) {
        PEOPLE.renew();
        String iup = PEOPLE.fill("/api/v1/trainees/{freshTrainee}/iup", "doc");
        refused(send("PUT", "doc", iup, body), status, code == null ? "" : code);
        has(send("GET", "doc", iup, ""), "\"items\":[]", "\"version\":0");
    }

    @Test
    void nullsInListsAndNumbersBeyondAllNumbersAreNoFaultsOfTheServer() {
        PEOPLE.renew();
        String trainee = PEOPLE.fill("/api/v1/trainees/{freshTrainee}", "doc");
        String item = "{\"goalCodes\":[null,\"a1\"],\"kind\":\"OTHER\",\"title\":\"x\",\"from\":\"" + today + "\"}";
        assertEquals(201, send("POST", "doc", trainee + "/iup/items", item).statusCode());
        refused(send("GET", "doc", trainee + "/iup/versions/-9223372036854775808", ""), 404, "NOT_FOUND");
        String placement = "{\"title\":\"x\",\"goalCodes\":[null],\"from\":\"" + today + "\",\"to\":\"" + today + "\"}";
        assertEquals(
                201, send("POST", "srek", trainee + "/placements", placement).statusCode());
        for (String mapping : List.of("[null]", "[{\"from\":\"a1\",\"to\":[null]}]", "[{}]")) {
            refused(
                    send(
                            "POST",
                            "doc",
                            trainee + "/regulation",
                            "{\"regulation\":\"2021\",\"mapping\":" + mapping + "}"),
                    422,
                    "REQUIRED");
        }
        has(send("GET", "doc", trainee + "/iup", ""), "\"goalCodes\":[\"a1\"]");
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

    private static void has(HttpResponse<String> answer, String... parts) {
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
