package se.stegen.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.PageRequest;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.database.TestDatabase;
import se.stegen.signing.RecordState;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class SupervisionServiceTest {
    private final SupervisionService sessions = TestProgram.bean(SupervisionService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long clinic;
    private long programme;
    private Actor doctor;
    private Actor supervisor;

    @BeforeEach
    void doctorWithMainSupervisor() {
        clinic = Fixtures.clinic();
        long doctorId = Fixtures.person("Doktor");
        long supervisorId = Fixtures.person("Handledare");
        programme = Fixtures.programme(doctorId, clinic, today.minusYears(1));
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                programme,
                supervisorId,
                today.minusYears(1));
        doctor = Fixtures.actor(doctorId);
        supervisor = Fixtures.actor(supervisorId);
    }

    @Test
    void draftSentSignedAndThenNothingOfItChanges() throws SQLException {
        Supervision draft = sessions.create(doctor, programme, data(today, "Om bråck"), false);
        assertEquals(RecordState.DRAFT, draft.state());
        assertEquals(List.of("a1", "c1"), draft.goalCodes());
        Supervision saved = sessions.save(doctor, draft.id(), draft.version(), data(today, "Om ljumskbråck åäö 🙂"));
        Supervision sent = sessions.send(doctor, saved.id(), saved.version());
        assertEquals(RecordState.SENT, sent.state());
        Supervision signed = sessions.sign(supervisor, sent.id(), null);
        assertEquals(RecordState.SIGNED, signed.state());
        assertEquals("Om ljumskbråck åäö 🙂", signed.minutes());
        assertEquals(
                List.of("DRAFT", "SENT", "SIGNED"),
                signed.history().stream().map(s -> s.toState()).toList());

        TestProgram.refused(
                ProblemCode.STATE_CONFLICT,
                () -> sessions.save(doctor, signed.id(), signed.version(), data(today, "Annat")));
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> sessions.sign(supervisor, signed.id(), null));
        try (Connection program = TestDatabase.asProgram();
                Statement sql = program.createStatement()) {
            for (String attack : List.of(
                    "UPDATE supervision SET minutes = 'x' WHERE id = " + signed.id(),
                    "UPDATE supervision SET state = 'DRAFT' WHERE id = " + signed.id(),
                    "DELETE FROM supervision WHERE id = " + signed.id(),
                    "REPLACE INTO supervision SELECT * FROM supervision WHERE id = " + signed.id(),
                    "INSERT INTO supervision_goal VALUES (" + signed.id() + ", 'c2')",
                    "UPDATE supervision_goal SET goal_code = 'c2' WHERE supervision_id = " + signed.id(),
                    "DELETE FROM supervision_goal WHERE supervision_id = " + signed.id(),
                    "UPDATE programme SET person_id = " + supervisor.personId() + " WHERE id = " + programme,
                    "DELETE FROM programme WHERE id = " + programme,
                    "DELETE FROM person WHERE id = " + doctor.personId())) {
                assertThrows(SQLException.class, () -> sql.executeUpdate(attack), attack);
            }
        }
        assertEquals(
                "Om ljumskbråck åäö 🙂", sessions.get(supervisor, signed.id()).minutes());
    }

    @Test
    void voidingIsARowOfItsOwnAndHappensOnce() {
        Supervision signed = signed();
        TestProgram.refused(ProblemCode.REASON_REQUIRED, () -> sessions.markVoided(supervisor, signed.id(), "  "));
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> sessions.markVoided(doctor, signed.id(), "fel"));
        Supervision voided = sessions.markVoided(supervisor, signed.id(), "Fel dag");
        assertEquals(RecordState.VOIDED, voided.state());
        assertEquals("Fel dag", voided.reason());
        assertEquals(
                1, Fixtures.number("SELECT COUNT(*) FROM supervision WHERE id = ? AND state = 'SIGNED'", signed.id()));
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> sessions.markVoided(supervisor, signed.id(), "igen"));
    }

    @Test
    void returnedWithAReasonAndSentAgain() {
        Supervision sent = sent();
        TestProgram.refused(ProblemCode.REASON_REQUIRED, () -> sessions.giveBack(supervisor, sent.id(), null, null));
        Supervision returned = sessions.giveBack(supervisor, sent.id(), null, "Skriv vad vi kom överens om");
        assertEquals(RecordState.RETURNED, returned.state());
        assertEquals(
                "Skriv vad vi kom överens om", sessions.get(doctor, sent.id()).reason());
        assertEquals(RecordState.SENT, sessions.send(doctor, sent.id(), null).state());
    }

    @Test
    void aPlannedSessionIsReportedAsHeldNotBeforeItsDay() {
        Supervision ahead = sessions.create(doctor, programme, data(today.plusDays(5), ""), true);
        assertEquals(RecordState.PLANNED, ahead.state());
        TestProgram.refused(ProblemCode.NOT_YET_HELD, () -> sessions.reportHeld(doctor, ahead.id()));
        TestProgram.refused(ProblemCode.NOT_YET_HELD, () -> sessions.send(doctor, ahead.id(), null));
        Supervision due = sessions.create(doctor, programme, data(today, ""), true);
        assertEquals(RecordState.DRAFT, sessions.reportHeld(doctor, due.id()).state());
    }

    @Test
    void badInputChangesNothingAndNamesTheField() {
        assertRefused(ProblemCode.DATE_IN_FUTURE, data(today.plusDays(1), ""));
        assertRefused(ProblemCode.OUTSIDE_PROGRAMME, data(today.minusYears(2), ""));
        assertRefused(ProblemCode.TOO_LONG, data(today, "x".repeat(100_000)));
        assertRefused(ProblemCode.UNKNOWN_CODE, with(supervisor.personId(), List.of("STc99")));
        assertRefused(ProblemCode.OWN_RECORD, with(doctor.personId(), List.of()));
        assertRefused(ProblemCode.UNKNOWN_ID, with(Long.MAX_VALUE, List.of()));
    }

    @Test
    void minutesAreForTheTwoOnly() {
        Supervision sent = sent();
        Actor studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
        Supervision seen = sessions.get(studierektor, sent.id());
        assertNull(seen.minutes());
        assertNull(seen.agreed());
        assertFalse(seen.maySign() || seen.mayEdit() || seen.mayVoid());
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> sessions.sign(studierektor, sent.id(), null));
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> sessions.sign(doctor, sent.id(), null));
        assertTrue(sessions.get(supervisor, sent.id()).maySign());
    }

    @Test
    void whoMayNotKnowIsToldThatItDoesNotExist() {
        Supervision sent = sent();
        Stream.of(
                        Fixtures.actor(Role.STUDIEREKTOR, Fixtures.clinic()),
                        Fixtures.actor(Role.SUPERVISOR, clinic),
                        Fixtures.actor(Role.TRAINEE, clinic),
                        Fixtures.admin(),
                        Fixtures.actor(Role.REVIEWER, clinic))
                .forEach(other -> TestProgram.refused(ProblemCode.NOT_FOUND, () -> sessions.get(other, sent.id())));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> sessions.get(doctor, Long.MAX_VALUE));
        Actor reviewer = Fixtures.actor(Role.REVIEWER, clinic);
        assertEquals(0, sessions.list(reviewer, programme, PageRequest.first()).total());
        sessions.sign(supervisor, sent.id(), null);
        assertEquals(1, sessions.list(reviewer, programme, PageRequest.first()).total());
        assertNull(sessions.get(reviewer, sent.id()).minutes());
    }

    @Test
    void aStaleVersionIsRefusedAndTheFirstSaveIsKept() {
        Supervision draft = sessions.create(doctor, programme, data(today, "ett"), false);
        sessions.save(supervisor, draft.id(), draft.version(), data(today, "handledarens"));
        TestProgram.refused(
                ProblemCode.STALE_VERSION,
                () -> sessions.save(doctor, draft.id(), draft.version(), data(today, "doktorns")));
        assertEquals("handledarens", sessions.get(doctor, draft.id()).minutes());
    }

    @Test
    void twoSignaturesAtOnceGiveOne() throws Exception {
        Supervision sent = sent();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> sign = () -> {
            together.await();
            try {
                sessions.sign(supervisor, sent.id(), null);
                return true;
            } catch (Problem e) {
                assertEquals(ProblemCode.STATE_CONFLICT, e.code());
                return false;
            }
        };
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<Boolean> first = two.submit(sign);
            Future<Boolean> second = two.submit(sign);
            assertTrue(first.get() ^ second.get());
        }
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM state_change WHERE record_kind = 'SUPERVISION' AND record_id = ?"
                                + " AND to_state = 'SIGNED'",
                        sent.id()));
    }

    @Test
    void everyReadAndChangeIsLoggedWithActorAndSubject() {
        Supervision sent = sent();
        sessions.get(supervisor, sent.id());
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM access_log WHERE actor_id = ? AND subject_id = ? AND programme_id = ?"
                                + " AND action = 'READ' AND object_kind = 'SUPERVISION' AND object_id = ?",
                        supervisor.personId(),
                        doctor.personId(),
                        programme,
                        sent.id()));
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM access_log WHERE actor_id = ? AND action = 'SEND' AND object_id = ?",
                        doctor.personId(),
                        sent.id()));
    }

    private Supervision sent() {
        return sessions.send(
                doctor,
                sessions.create(doctor, programme, data(today, "Minuter"), false)
                        .id(),
                null);
    }

    private Supervision signed() {
        return sessions.sign(supervisor, sent().id(), null);
    }

    private void assertRefused(ProblemCode code, SupervisionData data) {
        long before = Fixtures.number("SELECT COUNT(*) FROM supervision WHERE programme_id = ?", programme);
        Problem problem = TestProgram.refused(code, () -> sessions.create(doctor, programme, data, false));
        assertEquals(1, problem.errors().size());
        assertEquals(before, Fixtures.number("SELECT COUNT(*) FROM supervision WHERE programme_id = ?", programme));
    }

    private SupervisionData data(LocalDate day, String minutes) {
        return new SupervisionData(day, supervisor.personId(), true, List.of("c1", "a1"), minutes, "Nästa gång");
    }

    private SupervisionData with(long supervisorId, List<String> goals) {
        return new SupervisionData(today, supervisorId, false, goals, "", "");
    }
}
