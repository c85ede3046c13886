package se.stegen.review;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.stegen.spur.Area;
import se.stegen.spur.GradingVersion;

/**
 * A review as it is written; texts may be null for empty.
 *
 * @param date day of the visit, not ahead
 * @param reportedOn day of the report; null where it is not known
 * @param inspectors how many, in which roles; no names
 * @param grading null is unknown
 * @param twoRegulations whether each area has a grade for 2015 and one for 2021
 * @param grades those that are known or to become unknown; an area that is not named keeps its grade
 * @param gradesSince from which day grades that differ from before hold; null where a mistake is corrected
 * @param areas what the report says of each area; an area that is not named keeps its text
 * @param unsorted what an import could not tell apart
 */
public record ReviewData(
        @Nullable LocalDate date,
        @Nullable LocalDate reportedOn,
        @Nullable String inspectors,
        @Nullable GradingVersion grading,
        boolean twoRegulations,
        List<GradeData> grades,
        @Nullable LocalDate gradesSince,
        Map<Area, String> areas,
        @Nullable String strengths,
        @Nullable String weaknesses,
        @Nullable String potential,
        @Nullable String unsorted) {}
