package se.stegen.organisation;

import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.function.Supplier;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** Two people who take the same name at the same moment: the second is refused like any other. */
final class Unique {
    private Unique() {}

    static <T> T of(Supplier<T> write) {
        try {
            return write.get();
        } catch (DataAccessException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLIntegrityConstraintViolationException) {
                    throw Problem.of(ProblemCode.ALREADY_EXISTS);
                }
            }
            throw e;
        }
    }
}
