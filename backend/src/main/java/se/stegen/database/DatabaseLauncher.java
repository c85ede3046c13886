package se.stegen.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Starts or reaches the database, migrates it as its owner and gives the program's account what it needs. */
public final class DatabaseLauncher {
    /** Statements stay prepared, the long ones, too; that a read is one is not told to the server by two more statements. */
    private static final String PARAMETERS =
            "connectTimeout=3000&socketTimeout=60000&useLocalSessionState=true&readOnlyPropagatesToServer=false"
                    + "&cachePrepStmts=true&prepStmtCacheSize=250&prepStmtCacheSqlLimit=32768&rewriteBatchedStatements=true"
                    + "&allowPublicKeyRetrieval=true&characterEncoding=UTF-8";

    private DatabaseLauncher() {}

    /**
     * Ends with a database whose tables are those of this program's version.
     *
     * @throws DatabaseProblem where it cannot be reached or something is missing there
     */
    public static RunningDatabase start(DatabaseSettings settings) {
        DatabaseSettings.Outside outside = settings.outside();
        if (outside == null) {
            return EmbeddedDatabase.start(settings, DatabaseLauncher::prepared);
        }
        String url = withParameters(outside.url());
        return prepared(new RunningDatabase(
                false,
                url,
                outside.user(),
                outside.password(),
                outside.ownerUser(),
                outside.ownerPassword(),
                () -> {}));
    }

    private static RunningDatabase prepared(RunningDatabase database) {
        String name = DatabaseSettings.databaseName(database.url());
        try (Connection owner = connect(database.url(), database.ownerUser(), database.ownerPassword())) {
            migrate(database, name);
            Privileges.give(owner, database, name);
        } catch (SQLException e) {
            throw new DatabaseProblem(
                    "The database does not let the owner " + database.ownerUser() + " in: " + e.getMessage() + "\n"
                            + Privileges.advice(name, database.ownerUser(), database.user()),
                    e);
        }
        return database;
    }

    private static void migrate(RunningDatabase database, String name) {
        try {
            Flyway.configure(DatabaseLauncher.class.getClassLoader())
                    .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            String hint = String.valueOf(e.getMessage()).contains("1419")
                    ? "\nThe server keeps a binary log: set log_bin_trust_function_creators=1 there, so that the owner may"
                            + " create the triggers that protect signed records."
                    : "\n" + Privileges.advice(name, database.ownerUser(), database.user());
            throw new DatabaseProblem("The database could not be brought up to date: " + e.getMessage() + hint, e);
        }
    }

    static Connection connect(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url, properties);
    }

    static String withParameters(String url) {
        return url + (url.contains("?") ? "&" : "?") + PARAMETERS;
    }
}
