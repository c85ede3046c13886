package se.stegen.placement;

import io.micronaut.core.annotation.Nullable;

/**
 * What is written of a placement or a course; exactly one of the two is named.
 *
 * @param placementId a placement of the programme
 * @param itemId an activity of kind COURSE of the programme's plan
 * @param supervision 1-5
 * @param introduction 1-5
 * @param learning 1-5
 * @param recommend 1-5
 * @param comment at most 2000 characters; null is empty
 */
public record EvaluationData(
        @Nullable Long placementId,
        @Nullable Long itemId,
        @Nullable Integer supervision,
        @Nullable Integer introduction,
        @Nullable Integer learning,
        @Nullable Integer recommend,
        @Nullable String comment) {}
