package se.stegen.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.database.TestDatabase;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class AttestationServiceTest {
    private final AttestationService attestations = TestProgram.bean(AttestationService.class);
    private final EvidenceService evidence = TestProgram.bean(EvidenceService.class);
    private final CoverageService goals = TestProgram.bean(CoverageService.class);
    private GoalFixtures made;

    @BeforeEach
    void doctor() {
        TestProgram.reference();
        made = new GoalFixtures();
    }

    @Test
    void aGoalIsAttestedAgainstItsEvidenceAndTakenBackWithAReason() {
        made.session("a1");
        made.assessment("a1");
        GoalDetail before = goals.goal(made.main, made.programme, "a1");
        assertTrue(before.mayAttest());
        assertFalse(before.mayWithdraw());
        long changes = changes();

        GoalDetail attested = attestations.attest(made.main, made.programme, "a1", "Sett på mottagningen åäö");
        assertEquals(GoalState.ATTESTED, attested.goal().state());
        assertEquals(made.today, attested.goal().attestedOn());
        assertEquals("Handledare", attested.goal().attestedBy());
        Attestation made1 = attested.attestations().getFirst();
        assertEquals("Sett på mottagningen åäö", made1.statement());
        assertEquals(2, made1.evidence());
        assertTrue(made1.inForce());
        assertTrue(attested.evidence().stream().allMatch(Evidence::attested));
        assertFalse(attested.mayAttest());
        assertTrue(attested.mayWithdraw());
        assertEquals(changes + 1, changes());
        TestProgram.refused(
                ProblemCode.STATE_CONFLICT, () -> attestations.attest(made.main, made.programme, "a1", "igen"));

        TestProgram.refused(
                ProblemCode.REASON_REQUIRED, () -> attestations.withdraw(made.main, made.programme, "a1", " "));
        GoalDetail back = attestations.withdraw(made.main, made.programme, "a1", "Fel delmål");
        assertEquals(GoalState.EVIDENCE, back.goal().state());
        assertEquals("Fel delmål", back.attestations().getFirst().reason());
        assertEquals("Handledare", back.attestations().getFirst().withdrawnBy());
        assertEquals(changes + 2, changes());
        TestProgram.refused(
                ProblemCode.STATE_CONFLICT, () -> attestations.withdraw(made.main, made.programme, "a1", "igen"));

        attestations.attest(made.main, made.programme, "a1", null);
        assertEquals(
                2, goals.goal(made.doctor, made.programme, "a1").attestations().size());
    }

    @Test
    void withoutValidEvidenceNothingIsAttested() {
        TestProgram.refused(ProblemCode.NO_EVIDENCE, () -> attestations.attest(made.main, made.programme, "a1", "x"));
        made.voided(EvidenceKind.SUPERVISION, made.session("a1"));
        TestProgram.refused(ProblemCode.NO_EVIDENCE, () -> attestations.attest(made.main, made.programme, "a1", "x"));
        assertFalse(goals.goal(made.main, made.programme, "a1").mayAttest());
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> attestations.attest(made.main, made.programme, "x9", "x"));
        made.session("a2");
        Problem tooLong = TestProgram.refused(
                ProblemCode.TOO_LONG, () -> attestations.attest(made.main, made.programme, "a2", "x".repeat(2001)));
        assertEquals("statement", tooLong.errors().getFirst().field());
    }

    @Test
    void onlyTheMainSupervisorOfTodayAttests() {
        made.session("a1");
        for (Actor seeing : List.of(made.doctor, made.studierektor, made.reviewer, Fixtures.admin())) {
            TestProgram.refused(ProblemCode.FORBIDDEN, () -> attestations.attest(seeing, made.programme, "a1", "x"));
            TestProgram.refused(ProblemCode.FORBIDDEN, () -> attestations.withdraw(seeing, made.programme, "a1", "x"));
        }
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> attestations.attest(made.stranger, made.programme, "a1", "x"));
        Fixtures.execute(
                "UPDATE main_supervisor SET valid_to = ? WHERE programme_id = ?",
                made.today.minusDays(1),
                made.programme);
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> attestations.attest(made.main, made.programme, "a1", "x"));
    }

    @Test
    void evidenceThatIsVoidedLaterLeavesTheAttestationWithAWarning() {
        made.assessment("a1");
        long session = made.session("a1");
        attestations.attest(made.main, made.programme, "a1", "x");
        made.voided(EvidenceKind.SUPERVISION, session);
        GoalDetail detail = goals.goal(made.doctor, made.programme, "a1");
        assertEquals(GoalState.ATTESTED, detail.goal().state());
        assertTrue(detail.goal().evidenceVoided());
        assertTrue(detail.goal().lacking());
        assertEquals(1, detail.goal().evidence());
        assertEquals(1, detail.attestations().getFirst().voided());
        assertEquals(
                List.of(session),
                detail.evidence().stream()
                        .filter(Evidence::voided)
                        .map(Evidence::recordId)
                        .toList());
        attestations.withdraw(made.main, made.programme, "a1", "Underlaget är makulerat");
        GoalDetail anew = attestations.attest(made.main, made.programme, "a1", "y");
        assertFalse(anew.goal().evidenceVoided());
        assertEquals(1, anew.evidence().size());
    }

    @Test
    void twoAtOnceAttestOnce() throws Exception {
        made.session("a1");
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Boolean> attest = () -> {
            start.await();
            try {
                attestations.attest(made.main, made.programme, "a1", "x");
                return true;
            } catch (Problem refused) {
                assertEquals(ProblemCode.STATE_CONFLICT, refused.code());
                return false;
            }
        };
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            int done = 0;
            for (Future<Boolean> one : two.invokeAll(List.of(attest, attest))) {
                done += one.get() ? 1 : 0;
            }
            assertEquals(1, done);
        }
    }

    @Test
    void whatWasAttestedCanOnlyBeAddedTo() throws SQLException {
        made.session("a1");
        attestations.attest(made.main, made.programme, "a1", "x");
        attestations.withdraw(made.main, made.programme, "a1", "y");
        try (Connection program = TestDatabase.asProgram();
                Statement sql = program.createStatement()) {
            for (String attack : List.of(
                    "UPDATE goal_attestation SET statement = 'z'",
                    "DELETE FROM goal_attestation",
                    "UPDATE goal_attestation_evidence SET record_id = 1",
                    "DELETE FROM goal_attestation_evidence",
                    "UPDATE goal_attestation_withdrawal SET reason = 'z'",
                    "DELETE FROM goal_attestation_withdrawal")) {
                assertThrows(SQLException.class, () -> sql.executeUpdate(attack), attack);
            }
        }
    }

    @Test
    void aRecordShowsItsGoalsByTheRegulationOfToday() {
        long session = made.session("c1");
        long other = made.session("c5");
        link("a1", session);
        link("c3", session);
        assertEquals(new ShownGoals(List.of("c1"), List.of("a1", "c3")), shown(session));
        made.mapped("c1", "c2");
        made.mapped("a1", "a2");
        made.mapped("a1", "a3");
        made.mapped("c3", "c2");
        assertEquals(
                new ShownGoals(List.of("c2"), List.of("a2", "a3")),
                shown(session),
                "goals of the new regulation, c2 only as the record's own");
        assertEquals(new ShownGoals(List.of("c5"), List.of()), shown(other));
    }

    private ShownGoals shown(long session) {
        return evidence.shownGoals(made.doctor, made.programme, EvidenceKind.SUPERVISION, session);
    }

    @Test
    void theDoctorLinksASignedRecordAndTakesTheLinkAway() {
        long session = made.session("c1");
        long draft = made.session("DRAFT", made.today, "c1");
        long voided = made.session("c1");
        made.voided(EvidenceKind.SUPERVISION, voided);
        assertEquals(
                List.of(session),
                evidence.linkable(made.doctor, made.programme, "a1").stream()
                        .map(Evidence::recordId)
                        .toList());
        long changes = changes();
        link("a1", session);
        GoalDetail linked = link("a1", session);
        assertEquals(changes + 1, changes(), "linking twice is linking once");
        assertEquals(1, linked.goal().evidence());
        assertTrue(linked.evidence().getFirst().linked());
        assertEquals(
                List.of("a1"),
                evidence.shownGoals(made.reviewer, made.programme, EvidenceKind.SUPERVISION, session)
                        .linked(),
                "the same link seen from the record");
        TestProgram.refused(
                ProblemCode.NOT_FOUND,
                () -> evidence.shownGoals(made.stranger, made.programme, EvidenceKind.SUPERVISION, session));
        assertEquals(List.of(), evidence.linkable(made.doctor, made.programme, "a1"));
        assertEquals(
                1,
                Fixtures.number("SELECT COUNT(*) FROM supervision_goal WHERE supervision_id = ?", session),
                "the record is as it was");

        GoalFixtures other = new GoalFixtures();
        long foreign = other.session("a1");
        for (long record : List.of(draft, voided, foreign, 999_999_999L)) {
            TestProgram.refused(ProblemCode.NOT_EVIDENCE, () -> link("a1", record));
        }
        TestProgram.refused(
                ProblemCode.REQUIRED, () -> evidence.link(made.doctor, made.programme, "a1", null, session));
        for (Actor seeing : List.of(made.main, made.studierektor, made.reviewer)) {
            TestProgram.refused(
                    ProblemCode.FORBIDDEN,
                    () -> evidence.link(seeing, made.programme, "a1", EvidenceKind.SUPERVISION, session));
            TestProgram.refused(
                    ProblemCode.FORBIDDEN,
                    () -> evidence.unlink(seeing, made.programme, "a1", EvidenceKind.SUPERVISION, session));
        }
        assertEquals(0, unlink("a1", session).goal().evidence());
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> unlink("a1", session));
    }

    @Test
    void whatARecordNamesItselfIsNotUnlinked() {
        long session = made.session("a1");
        assertEquals(1, link("a1", session).evidence().size());
        TestProgram.refused(ProblemCode.EVIDENCE_IN_RECORD, () -> unlink("a1", session));
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM goal_evidence WHERE record_id = ?" + " AND record_kind = 'SUPERVISION'",
                        session));
    }

    @Test
    void attestedEvidenceIsUnlinkedOnlyAfterTheAttestationWasTakenBack() {
        long session = made.session("c1");
        link("a1", session);
        attestations.attest(made.main, made.programme, "a1", "x");
        TestProgram.refused(ProblemCode.ATTESTED_EVIDENCE, () -> unlink("a1", session));
        assertEquals(1, goals.goal(made.doctor, made.programme, "a1").goal().evidence());
        long later = made.session("c2");
        link("a1", later);
        assertEquals(1, unlink("a1", later).goal().evidence(), "linked after the attestation: not part of it");
        attestations.withdraw(made.main, made.programme, "a1", "fel");
        assertEquals(0, unlink("a1", session).goal().evidence());
    }

    private GoalDetail link(String goal, long session) {
        return evidence.link(made.doctor, made.programme, goal, EvidenceKind.SUPERVISION, session);
    }

    private GoalDetail unlink(String goal, long session) {
        return evidence.unlink(made.doctor, made.programme, goal, EvidenceKind.SUPERVISION, session);
    }

    private long changes() {
        return Fixtures.number("SELECT COUNT(*) FROM programme_change WHERE programme_id = ?", made.programme);
    }
}
