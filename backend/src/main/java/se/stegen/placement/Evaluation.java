package se.stegen.placement;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;

/**
 * What a doctor says of a placement or of a course.
 *
 * @param id key
 * @param placementId the placement; null for a course
 * @param itemId the course, as an activity of the plan; null for a placement
 * @param supervision 1-5: supervision; of a course the teaching
 * @param introduction 1-5: introduction; of a course what was said beforehand
 * @param learning 1-5: what was learnt
 * @param recommend 1-5: whether a colleague should go there
 * @param comment in the doctor's words; may be empty
 * @param createdAt UTC; it can be changed for 14 days from then
 * @param version for optimistic locking
 */
@Introspected
public record Evaluation(
        long id,
        @Nullable Long placementId,
        @Nullable Long itemId,
        int supervision,
        int introduction,
        int learning,
        int recommend,
        String comment,
        LocalDateTime createdAt,
        int version) {}
