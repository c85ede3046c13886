package se.stegen.common;

import io.micronaut.core.annotation.Nullable;
import java.sql.SQLException;
import java.util.Set;

/** Tells whether something failed because others changed the same rows: nothing was kept, and it can be tried again. */
public final class DatabaseContention {
    /** Deadlock, or rolled back for another reason of the same kind. */
    private static final String SERIALIZATION_FAILURE = "40001";

    /** ER_LOCK_WAIT_TIMEOUT and ER_LOCK_DEADLOCK of MySQL and MariaDB. */
    private static final Set<Integer> ERRORS = Set.of(1205, 1213);

    private DatabaseContention() {}

    /** Whether the exception or one of its causes is a deadlock, or a lock that was waited for in vain. */
    public static boolean is(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (SERIALIZATION_FAILURE.equals(sql.getSQLState()) || ERRORS.contains(sql.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }
}
