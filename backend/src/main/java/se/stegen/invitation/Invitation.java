package se.stegen.invitation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.AssessorDetails;
import se.stegen.assessment.Invitations.Closed;

/** What a link leads to. */
public sealed interface Invitation {
    /**
     * A request that waits for an answer.
     *
     * @param details who answers, so far; a guess from the address at the first visit
     * @param lastDay the last day on which the link works
     */
    record Open(Assessment assessment, String email, AssessorDetails details, LocalDate lastDay)
            implements Invitation {}

    /**
     * The link was right, but works no longer.
     *
     * @param at UTC, when it stopped
     */
    record Over(Closed why, LocalDateTime at) implements Invitation {}

    /** There is no such link; the same answer for whatever was guessed. */
    record Unknown() implements Invitation {}
}
