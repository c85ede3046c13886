package se.stegen.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the program's account may do, table by table. It never gets more than rows: what is append-only it may only add
 * to, and signed rows are kept by triggers that only the owner could drop. So neither a fault in the program nor SQL with
 * its account can change a signed record.
 */
final class Privileges {
    private static final Logger LOG = LoggerFactory.getLogger(Privileges.class);

    private static final String ALL_ROWS = "SELECT, INSERT, UPDATE, DELETE";
    private static final String APPEND = "SELECT, INSERT";
    /** What a lawful deletion takes with it; a trigger lets it go only once its tombstone stands. */
    private static final String APPEND_AND_ERASE = "SELECT, INSERT, DELETE";

    /** Tables that are not for reading and writing freely. */
    private static final Map<String, String> LIMITED = Map.ofEntries(
            Map.entry("flyway_schema_history", "SELECT"),
            Map.entry("access_log", APPEND),
            Map.entry("state_change", APPEND),
            Map.entry("assessment_receipt", APPEND_AND_ERASE),
            Map.entry("feedback_answer", APPEND_AND_ERASE),
            Map.entry("assessment_reminder", APPEND_AND_ERASE),
            Map.entry("assessment_oddity", APPEND_AND_ERASE),
            Map.entry("assessment_oddity_check", APPEND_AND_ERASE),
            Map.entry("voiding", APPEND_AND_ERASE),
            Map.entry("assessment_confirmation", APPEND_AND_ERASE),
            Map.entry("signature", "SELECT, INSERT, UPDATE (content)"),
            Map.entry("signature_chain", "SELECT, INSERT, UPDATE"),
            Map.entry("signature_tombstone", APPEND),
            Map.entry("signature_start", APPEND),
            Map.entry("assessment_template", APPEND),
            Map.entry("curriculum", APPEND),
            Map.entry("goal", APPEND),
            Map.entry("iup_submission", APPEND),
            Map.entry("iup_approval", APPEND),
            Map.entry("iup_version", APPEND),
            Map.entry("iup_comment", APPEND),
            Map.entry("goal_attestation", APPEND),
            Map.entry("goal_attestation_evidence", APPEND),
            Map.entry("goal_attestation_withdrawal", APPEND),
            Map.entry("programme_regulation", APPEND),
            Map.entry("goal_mapping", APPEND),
            Map.entry("collegium_outcome_version", APPEND),
            Map.entry("meeting_template", APPEND),
            Map.entry("meeting_agreement", APPEND),
            Map.entry("meeting_addition", APPEND),
            Map.entry("meeting_change", APPEND),
            Map.entry("transfer_batch", APPEND),
            Map.entry("transferred_record", APPEND),
            Map.entry("transferred_goal", APPEND),
            Map.entry("transferred_voiding", APPEND),
            Map.entry("transfer_source", APPEND),
            Map.entry("target_reminder", APPEND),
            Map.entry("guideline_change", APPEND),
            Map.entry("review_grade", APPEND),
            Map.entry("self_evaluation_figure", APPEND),
            Map.entry("review_action_event", APPEND));

    private Privileges() {}

    /** Gives the program's account its privileges, or tells which GRANTs are missing. */
    static void give(Connection owner, RunningDatabase database, String name) throws SQLException {
        String account = account(database, name);
        List<String> refused = new ArrayList<>();
        for (String table : tables(owner)) {
            String grant = "GRANT " + LIMITED.getOrDefault(table, ALL_ROWS) + " ON `" + name + "`.`" + table + "` TO "
                    + account;
            try (Statement statement = owner.createStatement()) {
                statement.execute(grant);
            } catch (SQLException e) {
                refused.add(grant + ";");
            }
        }
        if (!refused.isEmpty() && !reads(database)) {
            throw new DatabaseProblem("The owner " + database.ownerUser()
                    + " may not give the program's account its privileges. Let an administrator of the server run:\n"
                    + String.join("\n", refused));
        }
        warnOfTooMuch(database, name);
    }

    /** What an administrator has to say to an empty server. */
    static String advice(String name, String ownerUser, String user) {
        return """
                An administrator of the server gives what STegen needs with:
                  CREATE DATABASE IF NOT EXISTS `%1$s` CHARACTER SET utf8mb4 COLLATE utf8mb4_swedish_ci;
                  CREATE USER IF NOT EXISTS '%2$s'@'%%' IDENTIFIED BY '…';
                  CREATE USER IF NOT EXISTS '%3$s'@'%%' IDENTIFIED BY '…';
                  GRANT ALL PRIVILEGES ON `%1$s`.* TO '%2$s'@'%%' WITH GRANT OPTION;
                The program's account '%3$s' gets its rights from the owner, table by table, at each start.""".formatted(name, ownerUser, user);
    }

    private static String account(RunningDatabase database, String name) {
        // The account may not enter the database yet, hence without its name.
        String server = database.url().replaceFirst("(://[^/?]+)/[^?]*", "$1/");
        try (Connection program = DatabaseLauncher.connect(server, database.user(), database.password());
                Statement statement = program.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            String[] parts = row.getString(1).split("@", 2);
            return "'" + parts[0] + "'@'" + parts[1] + "'";
        } catch (SQLException e) {
            throw new DatabaseProblem(
                    "The database does not let the program's account " + database.user() + " in: " + e.getMessage()
                            + "\n" + advice(name, database.ownerUser(), database.user()),
                    e);
        }
    }

    private static List<String> tables(Connection owner) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static boolean reads(RunningDatabase database) {
        try (Connection program = DatabaseLauncher.connect(database.url(), database.user(), database.password());
                Statement statement = program.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM flyway_schema_history")) {
            return row.next();
        } catch (SQLException e) {
            return false;
        }
    }

    private static void warnOfTooMuch(RunningDatabase database, String name) throws SQLException {
        try (Connection program = DatabaseLauncher.connect(database.url(), database.user(), database.password());
                Statement statement = program.createStatement();
                ResultSet rows = statement.executeQuery("SHOW GRANTS")) {
            while (rows.next()) {
                String grant = rows.getString(1).replace("`", "");
                boolean whole = grant.contains(" ON *.* ") || grant.contains(" ON " + name + ".* ");
                if (whole && !grant.startsWith("GRANT USAGE ")) {
                    LOG.warn(
                            "The program's account {} has rights on the whole database. Signed records are only safe from it"
                                    + " when it has none but those that STegen gives table by table: REVOKE the rest.",
                            database.user());
                }
            }
        }
    }
}
