package se.stegen.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.common.ProblemCode;
import se.stegen.curriculum.GoalGroup;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class CoverageServiceTest {
    private final CoverageService goals = TestProgram.bean(CoverageService.class);
    private final AttestationService attestations = TestProgram.bean(AttestationService.class);
    private GoalFixtures made;

    @BeforeEach
    void doctor() {
        Fixtures.reference();
        TestProgram.reference();
        made = new GoalFixtures();
    }

    @Test
    void anEmptyPlanCoversNothing() {
        Coverage coverage = goals.coverage(made.doctor, made.programme);
        assertTrue(coverage.goals().size() > 10);
        assertEquals(GoalGroup.A, coverage.goals().getFirst().group());
        assertTrue(coverage.goals().stream().allMatch(goal -> goal.state() == GoalState.NOT_COVERED));
        assertEquals(List.of("KLIN", "KURS"), goal("a1").missingActivities());
        assertEquals(0, coverage.standing().covered());
    }

    @Test
    void whatIsPlannedCountsWhateverItsTime() {
        made.item("PLACEMENT", -90, -30, "a1", "c1");
        made.item("COURSE", -1, 1, "a1");
        made.item("COURSE", 30, 40, "a1", "b1");
        assertEquals(3, goal("a1").planned());
        assertEquals(1, goal("a1").underWay());
        assertEquals(GoalState.UNDER_WAY, goal("a1").state());
        assertEquals(List.of(), goal("a1").missingActivities());
        assertEquals(GoalState.PLANNED, goal("b1").state());
        assertEquals(List.of("KLIN"), goal("b1").missingActivities());
        assertEquals(GoalState.EVIDENCE_MISSING, goal("c1").state());
        GoalDetail detail = goals.goal(made.studierektor, made.programme, "a1");
        assertEquals(List.of("KLIN", "KURS"), detail.required());
        assertEquals(
                List.of("Punkt PLACEMENT", "Punkt COURSE", "Punkt COURSE"),
                detail.activities().stream().map(PlannedActivity::title).toList());
        assertEquals("Mini-CEX", detail.activities().getFirst().assessmentMethod());
    }

    @Test
    void aPlacementCountsOnceAlsoWhenAnItemRefersToIt() {
        long booked = made.placement(10, 20, "c1");
        assertEquals(1, goal("c1").planned());
        made.itemFor(booked, "PLACEMENT", 10, 20, "c1", "c2");
        assertEquals(1, goal("c1").planned());
        assertEquals(1, goal("c2").planned());
    }

    @Test
    void signedRecordsThatNameTheGoalAreEvidenceUntilTheyAreVoided() {
        long session = made.session("a1", "c1");
        made.session("SENT", made.today, "c2");
        long assessment = made.assessment("a1");
        assertEquals(2, goal("a1").evidence());
        assertEquals(GoalState.EVIDENCE, goal("a1").state());
        assertEquals(1, goal("c1").evidence());
        assertEquals(0, goal("c2").evidence());
        List<Evidence> shown = goals.goal(made.reviewer, made.programme, "a1").evidence();
        assertEquals(
                List.of(assessment, session),
                shown.stream().map(Evidence::recordId).toList());
        assertEquals("Mini-CEX", shown.getFirst().title());
        assertNull(shown.getLast().title());
        assertEquals("Handledare", shown.getLast().byName());
        made.voided(EvidenceKind.SUPERVISION, session);
        assertEquals(1, goal("a1").evidence());
        assertEquals(GoalState.NOT_COVERED, goal("c1").state());
        assertEquals(1, goals.goal(made.doctor, made.programme, "a1").evidence().size());
    }

    @Test
    void listsTellTheSameAsTheWholePicture() {
        made.item("PLACEMENT", -90, -30, "a1", "c1");
        made.placement(10, 20, "b1");
        made.session("a1", "a2");
        made.session("a2");
        made.voided(EvidenceKind.SUPERVISION, made.session("c3"));
        attestations.attest(made.main, made.programme, "a2", "");
        attestations.attest(made.main, made.programme, "a1", "");
        attestations.withdraw(made.main, made.programme, "a1", "fel");
        GoalStanding standing = goals.coverage(made.doctor, made.programme).standing();
        assertEquals(4, standing.covered());
        assertEquals(2, standing.evidenced());
        assertEquals(1, standing.attested());
        GoalFixtures other = new GoalFixtures();
        Map<Long, GoalStanding> seen = goals.standings(made.studierektor, List.of(made.programme, other.programme));
        assertEquals(Map.of(made.programme, standing), seen);
        assertEquals(Map.of(), goals.standings(made.stranger, List.of(made.programme)));
        assertEquals(Map.of(), goals.standings(Fixtures.admin(), List.of(made.programme)));
        assertEquals(Map.of(), goals.standings(made.doctor, List.of()));
    }

    @Test
    void onlyThoseWhoReadThePortfolioSeeIt() {
        for (var reader : List.of(made.doctor, made.main, made.studierektor, made.reviewer)) {
            assertEquals(made.programme, goals.coverage(reader, made.programme).programmeId());
        }
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> goals.coverage(made.stranger, made.programme));
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> goals.coverage(Fixtures.admin(), made.programme));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> goals.goal(made.stranger, made.programme, "a1"));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> goals.goal(made.doctor, made.programme, "x9"));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> goals.goal(made.doctor, made.programme, "A1"));
    }

    @Test
    void goalsOfAnotherCurriculumAreLeftOut() {
        made.item("COURSE", 1, 2, "STa1", "a1");
        made.session("STa1");
        assertEquals(
                List.of("a1"),
                goals.coverage(made.doctor, made.programme)
                        .activities()
                        .getFirst()
                        .goalCodes());
        assertFalse(goals.coverage(made.doctor, made.programme).goals().stream()
                .anyMatch(goal -> goal.code().equals("STa1")));
        assertEquals(1, goals.coverage(made.doctor, made.programme).standing().covered());
    }

    private GoalCoverage goal(String code) {
        return goals.goal(made.doctor, made.programme, code).goal();
    }
}
