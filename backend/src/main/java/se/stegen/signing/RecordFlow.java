package se.stegen.signing;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/**
 * The one state machine of supervision sessions and assessments: who may do what in which state ({@code design/api.md},
 * ground rules and "who may"). Pure; services, buttons and tests ask here. The plan (IUP) has a course of its own.
 */
public final class RecordFlow {
    /** Why an action is refused. */
    public enum Refusal {
        /** It is for somebody else to do. */
        NOT_YOURS,
        /** It cannot be done in this state. */
        WRONG_STATE
    }

    private RecordFlow() {}

    /** Why somebody who is all of {@code as} may not do this now; empty where it may be done. */
    public static Optional<Refusal> refusal(
            RecordKind kind, RecordState state, RecordAction action, Set<RecordParty> as) {
        Set<RecordParty> allowed = by(kind, action);
        if (as.stream().noneMatch(allowed::contains)) {
            return Optional.of(Refusal.NOT_YOURS);
        }
        return fits(state, action) ? Optional.empty() : Optional.of(Refusal.WRONG_STATE);
    }

    /** Whether it may be done now. */
    public static boolean allows(RecordKind kind, RecordState state, RecordAction action, Set<RecordParty> as) {
        return refusal(kind, state, action, as).isEmpty();
    }

    /**
     * The state that follows.
     *
     * @throws Problem {@code FORBIDDEN} where it is for somebody else to do, {@code STATE_CONFLICT} where it cannot be
     *     done in this state
     */
    public static RecordState require(RecordKind kind, RecordState state, RecordAction action, Set<RecordParty> as) {
        refusal(kind, state, action, as).ifPresent(refusal -> {
            throw switch (refusal) {
                case NOT_YOURS -> Problem.forbidden();
                case WRONG_STATE ->
                    Problem.of(
                            ProblemCode.STATE_CONFLICT,
                            state.name(),
                            action.target(state).name());
            };
        });
        return action.target(state);
    }

    private static boolean fits(RecordState state, RecordAction action) {
        return switch (action) {
            case EDIT -> state.editable();
            case MOVE -> state == RecordState.PLANNED;
            case FORWARD, REMIND -> state == RecordState.SENT;
            case ASK_AGAIN ->
                state == RecordState.DECLINED || state == RecordState.WITHDRAWN || state == RecordState.EXPIRED;
            case DELETE -> state == RecordState.PLANNED || state == RecordState.DRAFT;
            case CANCEL, REPORT_HELD, SEND, SIGN, GIVE_BACK, DECLINE, WITHDRAW, EXPIRE, VOID ->
                state.canBecome(action.target(state));
        };
    }

    private static Set<RecordParty> by(RecordKind kind, RecordAction action) {
        return switch (kind) {
            case SUPERVISION ->
                switch (action) {
                    case EDIT, MOVE, CANCEL, REPORT_HELD, SEND, DELETE ->
                        EnumSet.of(RecordParty.DOCTOR, RecordParty.SIGNER);
                    case SIGN, GIVE_BACK, VOID -> EnumSet.of(RecordParty.SIGNER);
                    case REMIND -> EnumSet.of(RecordParty.DOCTOR);
                    case DECLINE, WITHDRAW, FORWARD, EXPIRE, ASK_AGAIN -> EnumSet.noneOf(RecordParty.class);
                };
            case ASSESSMENT ->
                switch (action) {
                    case EDIT, SEND, DELETE -> EnumSet.of(RecordParty.DOCTOR, RecordParty.STARTER);
                    case SIGN, GIVE_BACK, DECLINE -> EnumSet.of(RecordParty.SIGNER);
                    case VOID -> EnumSet.of(RecordParty.SIGNER, RecordParty.CONFIRMER);
                    case WITHDRAW, REMIND, ASK_AGAIN -> EnumSet.of(RecordParty.DOCTOR);
                    case FORWARD -> EnumSet.of(RecordParty.DOCTOR, RecordParty.SIGNER);
                    case EXPIRE -> EnumSet.of(RecordParty.CLOCK);
                    case MOVE, CANCEL, REPORT_HELD -> EnumSet.noneOf(RecordParty.class);
                };
            case IUP -> EnumSet.noneOf(RecordParty.class);
        };
    }
}
