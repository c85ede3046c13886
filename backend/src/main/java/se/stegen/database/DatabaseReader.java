package se.stegen.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads a database that is there, as the program's account, without migrating anything: for commands beside the program. */
public final class DatabaseReader implements AutoCloseable {
    private final RunningDatabase database;

    private DatabaseReader(RunningDatabase database) {
        this.database = database;
    }

    /**
     * Reaches the outside database, the embedded one of the running program, or starts the embedded one.
     *
     * @throws DatabaseProblem where there is none, or it cannot be reached
     */
    public static DatabaseReader open(DatabaseSettings settings) {
        DatabaseSettings.Outside outside = settings.outside();
        if (outside != null) {
            return new DatabaseReader(new RunningDatabase(
                    false,
                    DatabaseLauncher.withParameters(outside.url()),
                    outside.user(),
                    outside.password(),
                    "",
                    "",
                    () -> {}));
        }
        Path dataDir = settings.dataDir().toAbsolutePath().normalize();
        if (!Files.isDirectory(dataDir.resolve("db").resolve("data"))) {
            throw new DatabaseProblem("There is no database in " + dataDir + ".");
        }
        try {
            return new DatabaseReader(
                    EmbeddedDatabase.isHeld(dataDir)
                            ? EmbeddedDatabase.running(dataDir)
                            : EmbeddedDatabase.start(settings, started -> started));
        } catch (IOException e) {
            throw new DatabaseProblem("The data folder " + dataDir + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** A connection; its closing is the caller's. */
    public Connection connect() throws SQLException {
        return DatabaseLauncher.connect(database.url(), database.user(), database.password());
    }

    /** Stops the embedded database where this started it. */
    @Override
    public void close() {
        database.close();
    }
}
