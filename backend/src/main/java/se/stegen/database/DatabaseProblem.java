package se.stegen.database;

/** The database cannot be used as it is; the message tells the operator what to do. */
public final class DatabaseProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseProblem(String message) {
        super(message);
    }

    DatabaseProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
