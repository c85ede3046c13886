package se.stegen.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one real database of a test run: an embedded MariaDB in a folder of its own under {@code target}, or the server
 * that {@code STEGEN_TEST_DB_URL} names (with {@code _USER, _PASSWORD, _OWNER_USER, _OWNER_PASSWORD}). Started once per
 * JVM, stopped at its end. Tests make their own rows and do not rely on an empty database; those that need one call
 * {@link #clear()}.
 */
public final class TestDatabase {
    private static final List<String> FAST =
            List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--innodb-buffer-pool-size=256M");

    private TestDatabase() {}

    private static final class Holder {
        static final RunningDatabase DATABASE = start();
    }

    /** The running database, started at the first call. */
    public static RunningDatabase get() {
        return Holder.DATABASE;
    }

    /** A connection of the program's account. */
    public static Connection asProgram() throws SQLException {
        return DatabaseLauncher.connect(get().url(), get().user(), get().password());
    }

    /** A connection of the owner. */
    public static Connection asOwner() throws SQLException {
        return DatabaseLauncher.connect(get().url(), get().ownerUser(), get().ownerPassword());
    }

    /** Empties every table but the migrations' history; TRUNCATE passes the triggers by, and only the owner may do it. */
    public static void clear() {
        try (Connection owner = asOwner();
                Statement statement = owner.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() AND table_name <> 'flyway_schema_history'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String table : tables) {
                statement.execute("TRUNCATE TABLE `" + table + "`");
            }
            statement.execute("SET FOREIGN_KEY_CHECKS = 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RunningDatabase start() {
        try {
            Path dir = Files.createTempDirectory(Files.createDirectories(Path.of("target", "db")), "t");
            DatabaseSettings settings = DatabaseSettings.from(System.getenv(), "STEGEN_TEST_DB_", dir);
            RunningDatabase database =
                    DatabaseLauncher.start(new DatabaseSettings(settings.dataDir(), settings.outside(), FAST));
            Shutdown.before(() -> {
                database.close();
                delete(dir);
            });
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path dir) {
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
