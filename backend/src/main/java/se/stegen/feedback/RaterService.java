package se.stegen.feedback;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.common.Problem;

/**
 * What the colleagues of a round do who are signed in: they look, write and answer once. An answer is kept without its
 * rater and without its time; the log does not tell of it either.
 */
@Singleton
public class RaterService {
    private final AccessPolicy access;
    private final FeedbackRepository rounds;
    private final Raters raters;

    RaterService(AccessPolicy access, FeedbackRepository rounds, Raters raters) {
        this.access = access;
        this.rounds = rounds;
        this.raters = raters;
    }

    /** What the actor was asked to answer; {@code NOT_FOUND} for who was not asked. */
    @Transactional
    public FeedbackForm form(Actor actor, long roundId) {
        return raters.form(rater(actor, roundId));
    }

    /** Keeps what is being written; gives when it was saved, UTC. */
    @Transactional
    public LocalDateTime keep(Actor actor, long roundId, AssessmentAnswer answer) {
        return raters.keep(rater(actor, roundId), answer);
    }

    /**
     * Answers, once.
     *
     * @throws Problem {@code REQUIRED} where the form asks for more, the profession always; {@code STATE_CONFLICT} where
     *     it was answered already or the round is over
     */
    @Transactional
    public void answer(Actor actor, long roundId, AssessmentAnswer answer) {
        raters.answer(rater(actor, roundId), answer);
    }

    private FeedbackRepository.RaterRow rater(Actor actor, long roundId) {
        access.requireSignedIn(actor);
        return rounds.rater(roundId, actor.personId()).orElseThrow(Problem::notFound);
    }
}
