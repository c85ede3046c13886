package se.stegen.iup;

import java.util.EnumSet;
import java.util.Set;

/** Where a plan stands; changed only along {@link #canBecome}. */
public enum IupState {
    /** Utkast: the doctor works on it. */
    DRAFT,
    /** Skickad: waits for its approvers; nobody changes it. */
    SENT,
    /** Åter: an approver gave it back with a reason; the doctor works on it. */
    RETURNED,
    /** Godkänd: equals its latest version; the next change makes it a draft. */
    APPROVED;

    /** Whether a plan in this state may get the other one. SENT to DRAFT is the doctor's taking back. */
    public boolean canBecome(IupState next) {
        return next(this).contains(next);
    }

    /** Whether the doctor may change the plan. */
    public boolean editable() {
        return this != SENT;
    }

    private static Set<IupState> next(IupState state) {
        return switch (state) {
            case DRAFT, RETURNED -> EnumSet.of(SENT);
            case SENT -> EnumSet.of(APPROVED, RETURNED, DRAFT);
            case APPROVED -> EnumSet.of(DRAFT, SENT);
        };
    }
}
