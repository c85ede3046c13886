package se.stegen.feedback;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A round in a list.
 *
 * @param startedAt UTC
 * @param answers how many have answered
 * @param asked how many were asked
 */
@Introspected
public record FeedbackListItem(
        long id,
        FeedbackState state,
        LocalDateTime startedAt,
        LocalDate closesOn,
        int asked,
        int answers,
        @Nullable LocalDate talkOn) {}
