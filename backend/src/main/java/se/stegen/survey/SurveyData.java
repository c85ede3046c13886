package se.stegen.survey;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * When a survey runs.
 *
 * @param opensOn first day to answer; null is today
 * @param closesOn last day to answer; null is in three weeks
 * @param remindOn when those who have not answered are reminded, once; null for never
 */
public record SurveyData(
        @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn,
        @Nullable LocalDate remindOn) {}
