package se.stegen.review;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import se.stegen.spur.Area;
import se.stegen.spur.GradingVersion;

/**
 * Granskning of a clinic.
 *
 * @param date day of the visit
 * @param dayKnown false in a draft whose report tells no day: that of the import stands there
 * @param reportedOn day of the report
 * @param inspectors how many, in which roles
 * @param grading null is unknown
 * @param grades by area and regulation, those that hold today; an area without a row is unknown
 * @param areas what the report says of each area
 * @param unsorted what an import could not tell apart under several headings
 * @param fileName of the report that was imported; null where it was written by hand
 * @param updatedAt UTC
 * @param voidReason why it counts on no date; null where it does
 * @param asks what areas graded D ask for
 */
public record Review(
        long id,
        long clinicId,
        String clinicName,
        ReviewKind kind,
        ReviewState state,
        LocalDate date,
        boolean dayKnown,
        @Nullable LocalDate reportedOn,
        String inspectors,
        @Nullable GradingVersion grading,
        boolean twoRegulations,
        List<ReviewGrade> grades,
        Map<Area, String> areas,
        String strengths,
        String weaknesses,
        String potential,
        String unsorted,
        @Nullable String fileName,
        String createdByName,
        LocalDateTime updatedAt,
        @Nullable String voidReason,
        List<Ask> asks,
        int version) {

    /**
     * What an area graded D asks for.
     *
     * @param plan true for the action plan, false for the internal follow-up
     * @param due the last day
     */
    public record Ask(Area area, boolean plan, LocalDate due) {}

    /** The row of an area and regulation, if there is one. */
    public java.util.Optional<ReviewGrade> grade(Area area, String regulation) {
        return grades.stream()
                .filter(one -> one.area() == area && one.regulation().equals(regulation))
                .findFirst();
    }
}
