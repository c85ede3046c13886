package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.stegen.common.Today;
import se.stegen.testing.Fixtures;

/** A new post moves who reads a portfolio, over REST; and a placement that is booked, held and asked for again. */
class PortfolioFollowsRestTest {
    private final MatrixFixtures people = new MatrixFixtures();
    private final LocalDate today = TestServer.bean(Today.class).date();

    private String fill(String text) {
        return people.fill(text, "doc");
    }

    private HttpResponse<String> get(String column, String path) {
        return TestServer.get(fill(path), people.token(column));
    }

    private HttpResponse<String> post(String column, String path, String json) {
        return TestServer.post(fill(path), people.token(column), fill(json));
    }

    @Test
    void the_new_clinic_reads_and_the_old_one_keeps_its_past_figures() {
        String session = fill("{signedSupervision}");
        assertEquals(200, get("srek", "/api/v1/supervisions/" + session).statusCode());
        assertEquals(404, get("xsrek", "/api/v1/trainees/{trainee}").statusCode());
        long elsewhere = Fixtures.number(
                "SELECT scope_id FROM role_assignment WHERE person_id = ? AND role = 'STUDIEREKTOR'",
                people.person("xsrek"));
        assertEquals(
                201,
                post(
                                "admin",
                                "/api/v1/trainees/{trainee}/posts",
                                "{\"clinicId\":\"" + elsewhere + "\",\"startDate\":\"" + today + "\"}")
                        .statusCode());
        for (String path : List.of("", "/supervisions", "/assessments", "/placements", "/courses", "/regulation")) {
            assertEquals(200, get("xsrek", "/api/v1/trainees/{trainee}" + path).statusCode(), path);
            assertEquals(404, get("srek", "/api/v1/trainees/{trainee}" + path).statusCode(), path);
        }
        assertEquals(200, get("xsrek", "/api/v1/supervisions/" + session).statusCode());
        assertEquals(404, get("srek", "/api/v1/supervisions/" + session).statusCode());
        assertEquals(
                404, post("srek", "/api/v1/trainees/{trainee}/placements", "{}").statusCode());

        String named = fill("\"traineeId\":\"{trainee}\",\"name\":\"{doctorName}\"");
        String figures = "/api/v1/clinics/{clinic}/compliance";
        assertTrue(get("srek", figures + "?date=" + today.minusDays(1)).body().contains(named));
        assertFalse(get("srek", figures).body().contains(named));
        assertFalse(get("srek", figures).body().contains(fill("{doctorName}")));
    }

    @Test
    void a_placement_that_holds_records_answers_why_it_stays() {
        HttpResponse<String> made = post(
                "srek",
                "/api/v1/trainees/{trainee}/placements",
                "{\"title\":\"Randning\",\"supervisorId\":\"{named}\",\"from\":\"{lastYear}\",\"to\":\"{tomorrow}\","
                        + "\"goalCodes\":[\"c1\"]}");
        assertEquals(201, made.statusCode(), made.body());
        String id = TestServer.part(made.body(), "\"id\":\"(\\d+)\"");
        assertTrue(get("doc", "/api/v1/trainees/{trainee}").body().contains("\"title\":\"Randning\""));
        people.fill("{signedSupervision}", "doc");
        HttpResponse<String> refused =
                TestServer.send(TestServer.request(fill("/api/v1/trainees/{trainee}/placements/" + id + "?version=0"))
                        .header("Authorization", "Bearer " + people.token("srek"))
                        .DELETE());
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("\"code\":\"HAS_RECORDS\""), refused.body());
        assertTrue(refused.body().contains("1 handledningssamtal"), refused.body());
    }
}
