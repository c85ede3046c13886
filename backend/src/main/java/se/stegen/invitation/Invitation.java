package se.stegen.invitation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.AssessorDetails;
import se.stegen.assessment.Invitations.Closed;
import se.stegen.curriculum.Goal;

/** What a link leads to. */
public sealed interface Invitation {
    /**
     * A request that waits for an answer.
     *
     * @param goals those of the request, with their titles
     * @param details who answers, so far; a guess from the address at the first visit
     * @param lastDay the last day on which the link works
     */
    record Open(Assessment assessment, List<Goal> goals, String email, AssessorDetails details, LocalDate lastDay)
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
