package se.stegen.signing;

import java.util.EnumSet;
import java.util.Set;

/** Where a record stands. Stored with who, when and why; changed only along {@link #canBecome}. */
public enum RecordState {
    /** Planerad: a supervision session whose day may lie ahead. */
    PLANNED,
    /** Inställd: a planned session that was not held and will not be. */
    CANCELLED,
    /** Utkast. */
    DRAFT,
    /** Skickad: waits for the one who signs. */
    SENT,
    /** Signerad: never changes again. */
    SIGNED,
    /** Åter för komplettering. */
    RETURNED,
    /** Avböjd by the assessor. */
    DECLINED,
    /** Återtagen by the doctor. */
    WITHDRAWN,
    /** Utgången: nobody answered in time. */
    EXPIRED,
    /** Makulerad: signed once, counts on no date. Not stored in the record but as a row of its own. */
    VOIDED;

    /** Whether a record in this state may get the other one. */
    public boolean canBecome(RecordState next) {
        return next(this).contains(next);
    }

    /** Whether the text can still be changed by the one who wrote it. */
    public boolean editable() {
        return this == PLANNED || this == DRAFT || this == RETURNED;
    }

    private static Set<RecordState> next(RecordState state) {
        return switch (state) {
            case PLANNED -> EnumSet.of(DRAFT, CANCELLED);
            case DRAFT, RETURNED -> EnumSet.of(SENT);
            case SENT -> EnumSet.of(SIGNED, RETURNED, DECLINED, WITHDRAWN, EXPIRED);
            case SIGNED -> EnumSet.of(VOIDED);
            case CANCELLED, DECLINED, WITHDRAWN, EXPIRED, VOIDED -> EnumSet.noneOf(RecordState.class);
        };
    }
}
