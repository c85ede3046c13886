package se.stegen.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.stegen.common.ProblemCode;

class MeetingRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate START = LocalDate.of(2025, 3, 1);

    private static LocalDate held(MeetingKind kind, LocalDate day) {
        return MeetingRules.heldOn(kind, day, TODAY, START, START);
    }

    @Test
    void whatWasHeldLiesWithinTheProgramme() {
        assertEquals(TODAY, held(MeetingKind.DEVELOPMENT_TALK, TODAY));
        assertEquals(START, held(MeetingKind.RECONCILIATION, START));
        refused(ProblemCode.DATE_IN_FUTURE, () -> held(MeetingKind.DEVELOPMENT_TALK, TODAY.plusDays(1)));
        refused(ProblemCode.OUTSIDE_PROGRAMME, () -> held(MeetingKind.DEVELOPMENT_TALK, START.minusDays(1)));
    }

    @Test
    void anIntroductionMayComeThirtyDaysBeforeThePost() {
        assertEquals(START.minusDays(30), held(MeetingKind.INTRODUCTION, START.minusDays(30)));
        refused(ProblemCode.OUTSIDE_PROGRAMME, () -> held(MeetingKind.INTRODUCTION, START.minusDays(31)));
    }

    @Test
    void aPreparationIsReadOnceBothSharedOrOnTheDay() {
        LocalDate ahead = TODAY.plusDays(3);
        assertFalse(MeetingRules.opened(true, false, ahead, TODAY));
        assertTrue(MeetingRules.opened(true, true, ahead, TODAY));
        assertTrue(MeetingRules.opened(true, false, TODAY, TODAY));
        assertFalse(MeetingRules.opened(false, true, ahead, TODAY));
        assertFalse(MeetingRules.opened(false, true, TODAY, TODAY), "what is not shared is its author's");
    }

    @Test
    void whatIsPlannedLiesAhead() {
        assertEquals(TODAY, MeetingRules.plannedOn(TODAY, TODAY));
        refused(ProblemCode.DATE_IN_PAST, () -> MeetingRules.plannedOn(TODAY.minusDays(1), TODAY));
        assertEquals(60, MeetingRules.minutes(null));
        refused(ProblemCode.OUT_OF_RANGE, () -> MeetingRules.minutes(14));
    }
}
