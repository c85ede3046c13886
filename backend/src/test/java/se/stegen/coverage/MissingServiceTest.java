package se.stegen.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.common.Messages;
import se.stegen.common.ProblemCode;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class MissingServiceTest {
    private final MissingService missing = TestProgram.bean(MissingService.class);
    private final AttestationService attestations = TestProgram.bean(AttestationService.class);
    private GoalFixtures made;

    @BeforeEach
    void doctor() {
        TestProgram.reference();
        made = new GoalFixtures();
    }

    @Test
    void beforeThePlacementEnds() {
        made.item("PLACEMENT", -10, 20, "c1", "c2", "c3");
        made.placement(0, 0, "c4");
        made.item("COURSE", -10, 20, "c5");
        made.item("PLACEMENT", 1, 20, "c6");
        made.session("c2");
        made.session("c3");
        attestations.attest(made.main, made.programme, "c3", "");
        List<MissingPart> parts = parts(MissingWhen.PLACEMENT);
        assertEquals(2, parts.size());
        MissingPart item = parts.getFirst();
        assertEquals("Punkt PLACEMENT", item.title());
        assertEquals(made.today.plusDays(20), item.before());
        assertEquals(List.of(new MissingLine(MissingKind.EVIDENCE, List.of("c1"), null, 0)), item.lines());
        assertEquals(
                "1 delmål saknar underlag. Be om en bedömning före " + made.today.plusDays(20)
                        + ", eller koppla en som redan finns.",
                item.words(item.lines().getFirst(), Messages.SWEDISH, LocalDate::toString));
        assertEquals(
                "Innan Punkt PLACEMENT slutar " + made.today.plusDays(20),
                item.heading(Messages.SWEDISH, LocalDate::toString));
        assertEquals(made.today, parts.getLast().before());
        assertEquals(List.of("c4"), parts.getLast().lines().getFirst().goalCodes());
    }

    @Test
    void beforeTheNextSession() {
        made.item("PLACEMENT", -90, -30, "c1", "c2");
        made.item("PLACEMENT", -10, 5, "c3");
        made.item("PLACEMENT", -10, 6, "c4");
        made.session("c2");
        MissingPart none = parts(MissingWhen.MEETING).getFirst();
        assertNull(none.before());
        assertEquals(
                List.of(
                        new MissingLine(MissingKind.NO_MEETING, List.of(), null, 0),
                        new MissingLine(MissingKind.EVIDENCE, List.of("c1"), null, 0)),
                none.lines());
        assertEquals("Inför nästa handledningssamtal", none.heading(Messages.SWEDISH, LocalDate::toString));
        made.session("PLANNED", made.today.plusDays(60));
        made.session("PLANNED", made.today.plusDays(6));
        made.session("PLANNED", made.today.minusDays(1));
        MissingPart next = parts(MissingWhen.MEETING).getFirst();
        assertEquals(made.today.plusDays(6), next.before());
        assertEquals(
                List.of(new MissingLine(MissingKind.EVIDENCE, List.of("c1", "c3"), null, 0)),
                next.lines(),
                "c4 ends on the day itself");
        assertTrue(
                missing.missing(made.reviewer, made.programme).parts().stream()
                        .noneMatch(part -> part.when() == MissingWhen.MEETING),
                "planned sessions are no signed records");
    }

    @Test
    void beforeTheProgrammeEnds() {
        made.item("PLACEMENT", -90, -30, "a1", "a3");
        made.item("COURSE", 1, 2, "a6");
        made.session("a2");
        long session = made.session("a4");
        attestations.attest(made.main, made.programme, "a4", "");
        made.voided(EvidenceKind.SUPERVISION, session);
        MissingPart part = parts(MissingWhen.PROGRAMME).getFirst();
        assertEquals(made.today.minusYears(2).plusMonths(60).minusDays(1), part.before());
        MissingLine voided = line(part, MissingKind.VOIDED_EVIDENCE);
        assertEquals(List.of("a4"), voided.goalCodes());
        List<String> uncovered = line(part, MissingKind.NOT_COVERED).goalCodes();
        assertTrue(uncovered.contains("b1") && !uncovered.contains("a1") && !uncovered.contains("a2"));
        List<MissingLine> activities = part.lines().stream()
                .filter(line -> line.kind() == MissingKind.ACTIVITY)
                .toList();
        assertEquals(
                List.of(
                        new MissingLine(MissingKind.ACTIVITY, List.of("a1", "a2"), "KURS", 0),
                        new MissingLine(MissingKind.ACTIVITY, List.of("a2"), "KLIN", 0)),
                activities);
        assertTrue(part.words(activities.getFirst(), Messages.SWEDISH, LocalDate::toString)
                .startsWith("Kurs saknas i planen för 2 delmål."));
        MissingLine open = line(part, MissingKind.ATTESTATION);
        assertEquals(1, open.ready());
        assertTrue(open.goalCodes().contains("a2") && !open.goalCodes().contains("a4"));
    }

    @Test
    void onlyThoseWhoReadThePortfolioSeeIt() {
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> missing.missing(made.stranger, made.programme));
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> missing.missing(Fixtures.admin(), made.programme));
    }

    private List<MissingPart> parts(MissingWhen when) {
        return missing.missing(made.doctor, made.programme).parts().stream()
                .filter(part -> part.when() == when)
                .toList();
    }

    private static MissingLine line(MissingPart part, MissingKind kind) {
        return part.lines().stream()
                .filter(line -> line.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
