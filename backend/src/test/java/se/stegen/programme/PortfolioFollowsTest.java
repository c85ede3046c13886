package se.stegen.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.access.Role;
import se.stegen.assessment.AssessmentService;
import se.stegen.common.PageRequest;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.guideline.ComplianceService;
import se.stegen.placement.EvaluationService;
import se.stegen.placement.PlacementService;
import se.stegen.regulation.RegulationService;
import se.stegen.supervision.SupervisionService;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** A doctor who moves takes the portfolio along: the new clinic reads all of it, the old one its own past figures. */
class PortfolioFollowsTest {
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final long oldClinic = Fixtures.clinic();
    private final long newClinic = Fixtures.clinic();
    private final Actor before = Fixtures.actor(Role.STUDIEREKTOR, oldClinic);
    private final Actor after = Fixtures.actor(Role.STUDIEREKTOR, newClinic);
    private final long doctorId = Fixtures.person(Fixtures.unique("Dr Flytt "));
    private final long programme = Fixtures.programme(doctorId, oldClinic, today.minusYears(2));
    private final long session = session();

    private long session() {
        return Fixtures.insert(
                "INSERT INTO supervision (programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed, state,"
                        + " created_by, created_at, updated_at, sent_at, signed_at, signed_by)"
                        + " VALUES (?, ?, ?, FALSE, '', '', 'SIGNED', ?, NOW(6), NOW(6), NOW(6), NOW(6), ?)",
                programme,
                Fixtures.person("Handledare"),
                today.minusMonths(6),
                doctorId,
                doctorId);
    }

    private void moves(LocalDate first) {
        TestProgram.bean(ProgrammeService.class).addPost(Fixtures.admin(), programme, newClinic, first, null);
    }

    private void readsAll(Actor actor) {
        assertEquals(PortfolioAccess.ALL, TestProgram.bean(AccessPolicy.class).portfolioAccess(actor, programme));
        TestProgram.bean(ProgrammeService.class).get(actor, programme);
        TestProgram.bean(PlacementService.class).list(actor, programme);
        TestProgram.bean(EvaluationService.class).courses(actor, programme);
        TestProgram.bean(RegulationService.class).get(actor, programme);
        TestProgram.bean(SupervisionService.class).get(actor, session);
        assertEquals(
                1,
                TestProgram.bean(SupervisionService.class)
                        .list(actor, programme, PageRequest.first())
                        .total());
        assertEquals(
                1,
                TestProgram.bean(ProgrammeService.class)
                        .list(actor, "Dr Flytt", null, PageRequest.first())
                        .total());
    }

    private void knowsNothing(Actor actor) {
        refused(
                ProblemCode.NOT_FOUND,
                () -> TestProgram.bean(ProgrammeService.class).get(actor, programme));
        refused(
                ProblemCode.NOT_FOUND,
                () -> TestProgram.bean(ProgrammeService.class).change(actor, programme, 0, 60, null));
        refused(
                ProblemCode.NOT_FOUND,
                () -> TestProgram.bean(PlacementService.class).list(actor, programme));
        refused(
                ProblemCode.NOT_FOUND,
                () -> TestProgram.bean(EvaluationService.class).courses(actor, programme));
        refused(
                ProblemCode.NOT_FOUND,
                () -> TestProgram.bean(RegulationService.class).get(actor, programme));
        refused(
                ProblemCode.NOT_FOUND,
                () -> TestProgram.bean(SupervisionService.class).list(actor, programme, PageRequest.first()));
        refused(
                ProblemCode.NOT_FOUND,
                () -> TestProgram.bean(SupervisionService.class).get(actor, session));
        refused(
                ProblemCode.NOT_FOUND,
                () -> TestProgram.bean(AssessmentService.class).list(actor, programme, PageRequest.first()));
        refused(
                ProblemCode.NOT_FOUND,
                () -> TestProgram.bean(ComplianceService.class).trainee(actor, programme));
        assertEquals(
                0,
                TestProgram.bean(ProgrammeService.class)
                        .list(actor, "Dr Flytt", null, PageRequest.first())
                        .total());
    }

    private List<Long> counted(Actor actor, long clinic, LocalDate day) {
        return TestProgram.bean(ComplianceService.class).clinic(actor, clinic, day).trainees().stream()
                .map(one -> one.traineeId())
                .toList();
    }

    @Test
    void beforeTheMoveTheOldClinicReadsAndTheNewOneDoesNot() {
        moves(today.plusDays(1));
        readsAll(before);
        knowsNothing(after);
    }

    @Test
    void fromTheDayOfTheMoveTheNewClinicReadsAndTheOldOneDoesNot() {
        moves(today);
        readsAll(after);
        knowsNothing(before);
    }

    @Test
    void theOldClinicKeepsItsPastFigures() {
        moves(today.minusDays(10));
        assertEquals(List.of(programme), counted(before, oldClinic, today.minusDays(11)));
        assertEquals(List.of(), counted(before, oldClinic, today.minusDays(10)));
        assertEquals(List.of(), counted(before, oldClinic, today));
        assertEquals(List.of(), counted(after, newClinic, today.minusDays(11)));
        assertEquals(List.of(programme), counted(after, newClinic, today));
        assertTrue(TestProgram.bean(ComplianceService.class)
                .trainee(after, programme)
                .isPresent());
    }
}
