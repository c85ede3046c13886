package se.stegen.feedback;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import se.stegen.access.signin.Sha256;
import se.stegen.access.signin.Throttle;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/**
 * What colleagues without account do with the link in their mail: the token says which round. Looking uses nothing up,
 * since mail scanners look; looks at unknown links are counted by network address.
 */
@Singleton
public class RaterLinkService {
    /** Where a link leads; its random part follows. */
    public static final String PATH = "feedback-link";

    private final FeedbackRepository rounds;
    private final Raters raters;
    private final Throttle throttle;

    RaterLinkService(FeedbackRepository rounds, Raters raters, Throttle throttle) {
        this.rounds = rounds;
        this.raters = raters;
        this.throttle = throttle;
    }

    /** What the link is for; {@code LINK_INVALID} where it is unknown, used or too old, {@code TOO_MANY_ATTEMPTS}. */
    public FeedbackForm form(String token, String address) {
        FeedbackForm form = raters.form(rater(token, address));
        if (form.answered()) {
            throw Problem.of(ProblemCode.LINK_INVALID);
        }
        return form;
    }

    /** Keeps what is being written; gives when it was saved, UTC. */
    public LocalDateTime keep(String token, String address, AssessmentAnswer answer) {
        return raters.keep(rater(token, address), answer);
    }

    /**
     * Answers, once; the link is used up. Refusals as for {@link RaterService#answer}.
     *
     * @param signedInAs who is signed in to that browser; null for nobody. The doctor is refused with {@code OWN_RECORD}:
     *     nobody is one's own colleague, whosever mail is at hand
     */
    public void answer(String token, String address, @Nullable Long signedInAs, AssessmentAnswer answer) {
        FeedbackRepository.RaterRow rater = rater(token, address);
        if (signedInAs != null && signedInAs == raters.doctorId(rater)) {
            throw Problem.of(ProblemCode.OWN_RECORD);
        }
        raters.answer(rater, answer);
    }

    /** Counted before any transaction is open: many scanners at once must not wait for each other's connections. */
    private FeedbackRepository.RaterRow rater(String token, String address) {
        throttle.countLink(address);
        FeedbackRepository.RaterRow rater =
                rounds.raterByToken(Sha256.hex(token)).orElseThrow(() -> Problem.of(ProblemCode.LINK_INVALID));
        throttle.forgiveLink(address);
        return rater;
    }
}
