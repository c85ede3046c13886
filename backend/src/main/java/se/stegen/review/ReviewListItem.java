package se.stegen.review;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;

/**
 * A review in a list.
 *
 * @param open actions that are still to be done
 * @param overdue those of them whose day has passed
 */
public record ReviewListItem(
        long id,
        ReviewKind kind,
        ReviewState state,
        LocalDate date,
        @Nullable LocalDate reportedOn,
        boolean twoRegulations,
        List<ReviewGrade> grades,
        int actions,
        int open,
        int overdue,
        int version) {}
