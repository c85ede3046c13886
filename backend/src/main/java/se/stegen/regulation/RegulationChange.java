package se.stegen.regulation;

import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * A change of regulation as the doctor confirms it.
 *
 * @param regulation {@code 2021}
 * @param mapping what each old goal serves; every goal in use must be named
 * @param plannedMonths new planned length in months of full time, 1-240; null is the regulation's least length
 */
public record RegulationChange(
        @Nullable String regulation,
        List<GoalMapping> mapping,
        @Nullable Integer plannedMonths) {}
