package se.stegen.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the state machine promises, whatever is asked for and by whom. */
class RecordFlowTest {
    private static final List<Set<RecordParty>> WHO = List.of(
            EnumSet.noneOf(RecordParty.class),
            EnumSet.of(RecordParty.DOCTOR),
            EnumSet.of(RecordParty.SIGNER),
            EnumSet.of(RecordParty.SIGNER, RecordParty.STARTER),
            EnumSet.of(RecordParty.CONFIRMER),
            EnumSet.of(RecordParty.CLOCK));
    private static final List<RecordAction> ACTIONS = List.of(RecordAction.values());
    private static final Set<RecordState> ENDED = EnumSet.of(
            RecordState.CANCELLED,
            RecordState.DECLINED,
            RecordState.WITHDRAWN,
            RecordState.EXPIRED,
            RecordState.VOIDED);

    @Test
    void tenThousandRandomCoursesKeepThePromises() {
        Random random = new Random(20261122);
        int signed = 0;
        int voided = 0;
        int ended = 0;
        for (int i = 0; i < 10_000; i++) {
            RecordKind kind = random.nextBoolean() ? RecordKind.ASSESSMENT : RecordKind.SUPERVISION;
            RecordState last = course(kind, random);
            signed += last == RecordState.SIGNED ? 1 : 0;
            voided += last == RecordState.VOIDED ? 1 : 0;
            ended += ENDED.contains(last) ? 1 : 0;
        }
        // The courses do get everywhere: else the promises were kept by doing nothing.
        assertTrue(signed > 500 && voided > 500 && ended > 2_000, signed + " " + voided + " " + ended);
    }

    private static RecordState course(RecordKind kind, Random random) {
        RecordState state =
                kind == RecordKind.SUPERVISION && random.nextBoolean() ? RecordState.PLANNED : RecordState.DRAFT;
        boolean sent = false;
        int signatures = 0;
        for (int step = 0; step < 60; step++) {
            RecordAction action = ACTIONS.get(random.nextInt(ACTIONS.size()));
            Set<RecordParty> who = WHO.get(random.nextInt(WHO.size()));
            Optional<RecordFlow.Refusal> refusal = RecordFlow.refusal(kind, state, action, who);
            if (refusal.isPresent()) {
                continue;
            }
            RecordState next = action.target(state);
            promises(kind, state, next, action, who);
            sent |= next == RecordState.SENT;
            if (next == RecordState.SIGNED) {
                signatures++;
                assertTrue(sent, "signed without having been sent");
            }
            assertTrue(signatures <= 1, "signed twice");
            state = next;
        }
        return state;
    }

    private static void promises(
            RecordKind kind, RecordState state, RecordState next, RecordAction action, Set<RecordParty> who) {
        String told = kind + " " + state + " → " + next + " by " + action + " of " + who;
        assertFalse(who.isEmpty(), told);
        if (state != next) {
            assertTrue(state.canBecome(next), told);
        }
        if (state == RecordState.SIGNED) {
            assertEquals(RecordState.VOIDED, next, told);
        }
        if (ENDED.contains(state)) {
            assertEquals(RecordAction.ASK_AGAIN, action, told);
            assertEquals(state, next, told);
        }
        if (next != state
                && Set.of(RecordState.SIGNED, RecordState.DECLINED, RecordState.RETURNED, RecordState.VOIDED)
                        .contains(next)) {
            boolean confirmerVoids =
                    kind == RecordKind.ASSESSMENT && next == RecordState.VOIDED && who.contains(RecordParty.CONFIRMER);
            assertTrue(who.contains(RecordParty.SIGNER) || confirmerVoids, told);
        }
        if (who.contains(RecordParty.CONFIRMER)) {
            assertEquals(RecordAction.VOID, action, told);
        }
        if (next == RecordState.WITHDRAWN && state != next) {
            assertEquals(EnumSet.of(RecordParty.DOCTOR), who, told);
        }
        assertEquals(who.contains(RecordParty.CLOCK), next == RecordState.EXPIRED && state != next, told);
        if (kind == RecordKind.ASSESSMENT) {
            assertTrue(state != RecordState.PLANNED && next != RecordState.PLANNED, told);
            assertTrue(next != RecordState.CANCELLED, told);
        }
        if (action == RecordAction.MOVE || action == RecordAction.CANCEL) {
            assertEquals(RecordState.PLANNED, state, told);
        }
        if (action == RecordAction.EDIT || action == RecordAction.DELETE) {
            assertTrue(
                    Set.of(RecordState.PLANNED, RecordState.DRAFT, RecordState.RETURNED)
                            .contains(state),
                    told);
        }
    }

    /** A refusal must not tell strangers where a record stands. */
    @Test
    void whoeverIsNoPartyIsToldTheSameInEveryState() {
        for (RecordKind kind : RecordKind.values()) {
            for (RecordState state : RecordState.values()) {
                for (RecordAction action : RecordAction.values()) {
                    assertEquals(
                            Optional.of(RecordFlow.Refusal.NOT_YOURS),
                            RecordFlow.refusal(kind, state, action, EnumSet.noneOf(RecordParty.class)));
                }
            }
        }
    }

    /** Whoever may do something in some state is told that the state is wrong in the others. */
    @Test
    void aDoctorNeverSigns() {
        for (RecordState state : RecordState.values()) {
            for (RecordKind kind : List.of(RecordKind.SUPERVISION, RecordKind.ASSESSMENT)) {
                assertEquals(
                        Optional.of(RecordFlow.Refusal.NOT_YOURS),
                        RecordFlow.refusal(kind, state, RecordAction.SIGN, EnumSet.of(RecordParty.DOCTOR)));
                assertEquals(
                        state != RecordState.SENT,
                        RecordFlow.refusal(kind, state, RecordAction.SIGN, EnumSet.of(RecordParty.SIGNER))
                                .isPresent());
            }
        }
    }
}
