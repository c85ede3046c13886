package se.stegen.review;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import se.stegen.spur.Area;
import se.stegen.spur.Grade;

/**
 * The grade of an area.
 *
 * @param regulation 2015 or 2021; empty where the area has one grade
 * @param grade null is unknown
 * @param printed the sentence of the report that gives it; may be empty
 * @param since from which day it holds; null is the review's own
 */
@Introspected
public record ReviewGrade(
        long reviewId,
        Area area,
        String regulation,
        @Nullable Grade grade,
        String printed,
        @Nullable LocalDate since) {}
