package se.stegen.supervision;

import io.micronaut.core.annotation.Nullable;

/**
 * What is proposed to be booked.
 *
 * @param needed sessions that the guideline still asks for until the last day; 0 where it asks for none
 * @param required sessions that it asks for in the twelve months before that day; null where it says nothing
 * @param counted those that were held or are planned in these twelve months
 * @param supervisorId the main supervisor, or the actor who books as supervisor; null where there is none
 * @param rhythm a rhythm that gives the needed ones
 */
public record SeriesProposal(
        int needed,
        @Nullable Integer required,
        int counted,
        @Nullable Long supervisorId,
        @Nullable String supervisorName,
        SeriesRhythm rhythm) {}
