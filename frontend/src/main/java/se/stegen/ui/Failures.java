package se.stegen.ui;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.DatabaseContention;
import se.stegen.common.DatabaseOutage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** What a user is told of an exception. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int DEEPEST = 30;

    private Failures() {}

    /** The refusal behind an exception; what is no refusal goes to the program's log. */
    static Problem problem(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            cause = cause.getCause();
        }
        if (DatabaseContention.is(failure)) {
            LOG.warn("Others were at the same rows: {}", failure.toString());
            return Problem.of(ProblemCode.SAME_MOMENT);
        }
        if (DatabaseOutage.is(failure)) {
            LOG.warn("The database does not answer: {}", failure.toString());
            return Problem.of(ProblemCode.DATABASE_UNAVAILABLE);
        }
        LOG.error("A screen failed", failure);
        return Problem.of(ProblemCode.INTERNAL);
    }
}
