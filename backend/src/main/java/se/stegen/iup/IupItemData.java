package se.stegen.iup;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;

/**
 * A planned activity as it is written.
 *
 * @param id the activity that is meant; null makes a new one
 * @param kind an {@link IupKind}
 * @param title 1-200 characters
 * @param from first day
 * @param to last day; null is an activity of one day
 * @param goalCodes goals of the programme
 * @param assessmentMethod up to 500 characters; null is empty
 * @param leader up to 200 characters; null is empty
 * @param note up to 2000 characters; null is empty
 */
public record IupItemData(
        @Nullable Long id,
        @Nullable String kind,
        @Nullable String title,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> goalCodes,
        @Nullable String assessmentMethod,
        @Nullable String leader,
        @Nullable String note) {

    /** The same on other days. */
    public IupItemData on(LocalDate first, LocalDate last) {
        return new IupItemData(id, kind, title, first, last, goalCodes, assessmentMethod, leader, note);
    }

    /** The same for other goals. */
    public IupItemData serving(List<String> codes) {
        return new IupItemData(id, kind, title, from, to, codes, assessmentMethod, leader, note);
    }

    /** The same as a new activity. */
    public IupItemData fresh() {
        return new IupItemData(null, kind, title, from, to, goalCodes, assessmentMethod, leader, note);
    }
}
