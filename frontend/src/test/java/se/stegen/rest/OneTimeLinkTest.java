package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.signin.OneTimeLinkService;
import se.stegen.access.signin.PasswordService;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.testing.Fixtures;

/** Links with which people set their passwords. */
class OneTimeLinkTest {
    private static final String NEW_PASSWORD = "mitt nya lösenord";

    @AfterEach
    void resetClock() {
        TestServer.bean(TestClock.class).reset();
    }

    @Test
    void a_link_works_once_ends_other_sign_ins_and_is_told_to_the_person() {
        String username = TestServer.person();
        long id = Fixtures.number("SELECT id FROM person WHERE username = ?", username);
        String signedIn = TestServer.token(username);
        String token = link(id);
        assertEquals(username, links().look(token).username());
        assertEquals(ProblemCode.PASSWORD_TOO_SHORT, code(() -> links().setPassword(token, "för kort")));
        links().setPassword(token, NEW_PASSWORD);
        assertEquals(ProblemCode.LINK_INVALID, code(() -> links().setPassword(token, NEW_PASSWORD)));
        assertEquals(401, TestServer.get("/api/v1/me", signedIn).statusCode());
        assertEquals(200, TestServer.login(username, NEW_PASSWORD).statusCode());
        assertEquals(2, Fixtures.number("SELECT COUNT(*) FROM notice WHERE person_id = ?", id));
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM access_log WHERE actor_id = ? AND subject_id = ? AND object_kind = 'PASSWORD'",
                        id,
                        id));
    }

    @Test
    void a_link_ends_after_a_day_and_when_a_newer_one_is_made() {
        long id = Fixtures.person("Bo Ek");
        String first = link(id);
        String second = link(id);
        assertEquals(ProblemCode.LINK_INVALID, code(() -> links().look(first)));
        assertTrue(links().look(second).username() != null);
        TestServer.bean(TestClock.class).forward(Duration.ofHours(25));
        assertEquals(ProblemCode.LINK_INVALID, code(() -> links().setPassword(second, NEW_PASSWORD)));
        assertEquals(ProblemCode.LINK_INVALID, code(() -> links().look("påhittad")));
    }

    @Test
    void no_first_admin_where_there_are_people() {
        Fixtures.person("Bo Ek");
        assertTrue(links().forFirstAdmin().isEmpty());
    }

    private static String link(long personId) {
        long adminId = Fixtures.person("Ada Admin");
        Fixtures.insert(
                "INSERT INTO role_assignment (person_id, role, valid_from) VALUES (?, 'ADMIN', '2020-01-01')", adminId);
        Actor admin = TestServer.bean(se.stegen.access.ActorService.class)
                .find(adminId)
                .orElseThrow();
        String path =
                TestServer.bean(PasswordService.class).makeLink(admin, personId).path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static OneTimeLinkService links() {
        return TestServer.bean(OneTimeLinkService.class);
    }

    private static ProblemCode code(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(Problem.class, call).code();
    }
}
