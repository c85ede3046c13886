package se.stegen.review;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What happened with an action.
 *
 * @param state the state after it
 * @param effectiveOn the day from which it holds
 * @param note a comment, a proof, or what was changed with what stood there before
 * @param loggedAt UTC
 */
@Introspected
public record ActionEvent(
        long id,
        Kind kind,
        ActionState state,
        LocalDate effectiveOn,
        String note,
        String personName,
        LocalDateTime loggedAt) {
    /** What kind of thing. */
    public enum Kind {
        /** It was entered. */
        CREATED,
        /** Its plan was changed. */
        CHANGED,
        /** It was begun, closed, dropped or opened again. */
        STATE,
        /** Somebody wrote a comment. */
        COMMENT
    }
}
