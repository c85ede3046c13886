package se.stegen.database;

import io.micronaut.core.annotation.Nullable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which database to use: the embedded one in a data folder, or an outside server with two accounts.
 *
 * @param dataDir folder of the embedded database and of secrets; made where it is missing
 * @param outside the outside server; null starts the embedded one
 * @param embeddedArguments further arguments of the embedded server (tests trade safety for speed)
 */
public record DatabaseSettings(Path dataDir, @Nullable Outside outside, List<String> embeddedArguments) {

    /**
     * An outside MySQL or MariaDB server.
     *
     * @param url JDBC URL with the database's name, e.g. {@code jdbc:mysql://db:3306/stegen}
     * @param user the program's account: reads and writes rows, no more
     * @param ownerUser the account that owns tables and triggers and runs migrations
     */
    public record Outside(String url, String user, String password, String ownerUser, String ownerPassword) {
        /** Hides the passwords. */
        @Override
        public String toString() {
            return "Outside[" + url + ", " + user + ", " + ownerUser + "]";
        }
    }

    /** The embedded database in a folder. */
    public static DatabaseSettings embedded(Path dataDir) {
        return new DatabaseSettings(dataDir, null, List.of());
    }

    /**
     * Reads {@code STEGEN_DB_URL, STEGEN_DB_USER, STEGEN_DB_PASSWORD, STEGEN_DB_OWNER_USER, STEGEN_DB_OWNER_PASSWORD};
     * without the first the embedded database is meant.
     *
     * @throws DatabaseProblem where some of them are missing
     */
    public static DatabaseSettings fromEnvironment(Path dataDir) {
        return from(System.getenv(), "STEGEN_DB_", dataDir);
    }

    static DatabaseSettings from(Map<String, String> environment, String prefix, Path dataDir) {
        String url = environment.get(prefix + "URL");
        if (url == null || url.isBlank()) {
            return embedded(dataDir);
        }
        List<String> missing = new ArrayList<>();
        for (String name : List.of("USER", "PASSWORD", "OWNER_USER", "OWNER_PASSWORD")) {
            if (environment.getOrDefault(prefix + name, "").isEmpty()) {
                missing.add(prefix + name);
            }
        }
        if (!missing.isEmpty()) {
            throw new DatabaseProblem(prefix + "URL is set, but not " + String.join(", ", missing)
                    + ". STegen uses two accounts: an owner that migrates and a smaller one for the program.\n"
                    + Privileges.advice(databaseName(url), "stegen_owner", "stegen"));
        }
        return new DatabaseSettings(
                dataDir,
                new Outside(
                        url,
                        value(environment, prefix + "USER"),
                        value(environment, prefix + "PASSWORD"),
                        value(environment, prefix + "OWNER_USER"),
                        value(environment, prefix + "OWNER_PASSWORD")),
                List.of());
    }

    private static String value(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name));
    }

    /** The database's name in a JDBC URL; {@code stegen} where it has none. */
    static String databaseName(String url) {
        String path = url.replaceFirst("^jdbc:[a-z]+://", "").replaceFirst("\\?.*$", "");
        int slash = path.indexOf('/');
        String name = slash < 0 ? "" : path.substring(slash + 1);
        return name.isEmpty() ? "stegen" : name;
    }
}
