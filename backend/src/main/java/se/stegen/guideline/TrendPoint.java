package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * A light of a clinic on an earlier day, in the state that was then and by the guideline of that day.
 *
 * @param part 0-1 for a picture: the share, or what there is of what is asked for; null where there is none
 * @param greenFrom share from which the guideline of that day was green, 0-1
 * @param yellowFrom share from which it was yellow, 0-1
 */
public record TrendPoint(
        LocalDate date, Indicator light, @Nullable Double part, double greenFrom, double yellowFrom) {}
