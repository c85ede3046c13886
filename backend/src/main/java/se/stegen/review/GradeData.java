package se.stegen.review;

import io.micronaut.core.annotation.Nullable;
import se.stegen.spur.Area;
import se.stegen.spur.Grade;

/**
 * A grade as it is written.
 *
 * @param regulation 2015 or 2021; empty where the area has one grade
 * @param grade null is unknown
 */
public record GradeData(
        Area area, String regulation, @Nullable Grade grade) {}
