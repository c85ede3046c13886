package se.stegen.selfstudy;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;

/**
 * How much was studied, beside what the clinic's guideline says.
 *
 * @param week hours of this week, Monday to Sunday
 * @param year hours of the past twelve months
 * @param perWeek hours a week that the guideline asks for; null where it says nothing
 * @param lastGoals the goals of the latest entry, to begin the next with
 */
public record SelfStudySum(
        BigDecimal week, BigDecimal year, @Nullable BigDecimal perWeek, List<String> lastGoals) {}
