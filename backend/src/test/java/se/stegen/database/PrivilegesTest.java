package se.stegen.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrivilegesTest {
    @Test
    void theProgramsAccountCannotTouchTheLogItWrites() throws SQLException {
        try (Connection program = TestDatabase.asProgram();
                Statement statement = program.createStatement()) {
            statement.execute(
                    "INSERT INTO access_log (logged_at, action, object_kind) VALUES (NOW(6), 'READ', 'TEST')");
            assertThrows(SQLException.class, () -> statement.execute("UPDATE access_log SET action = 'X'"));
            assertThrows(SQLException.class, () -> statement.execute("DELETE FROM access_log"));
            assertThrows(SQLException.class, () -> statement.execute("TRUNCATE TABLE access_log"));
        }
    }

    @Test
    void theProgramsAccountCannotChangeTablesOrTriggers() throws SQLException {
        try (Connection program = TestDatabase.asProgram();
                Statement statement = program.createStatement()) {
            for (String sql : new String[] {
                "DROP TRIGGER supervision_signed_update",
                "ALTER TABLE supervision ADD COLUMN x INT",
                "DROP TABLE supervision",
                "TRUNCATE TABLE supervision",
                "UPDATE state_change SET reason = 'x'",
                "UPDATE goal SET title = 'x'",
                "DELETE FROM flyway_schema_history"
            }) {
                assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            }
        }
    }

    @Test
    void missingSettingsAreAnsweredWithTheGrants() {
        DatabaseProblem problem = assertThrows(
                DatabaseProblem.class,
                () -> DatabaseSettings.from(
                        Map.of("STEGEN_DB_URL", "jdbc:mysql://db/st", "STEGEN_DB_USER", "a"),
                        "STEGEN_DB_",
                        Path.of("x")));
        assertTrue(String.valueOf(problem.getMessage()).contains("STEGEN_DB_OWNER_USER"));
        assertTrue(String.valueOf(problem.getMessage()).contains("GRANT ALL PRIVILEGES ON `st`.*"));
    }

    @Test
    void wrongOwnerIsAnsweredWithTheGrants() {
        RunningDatabase running = TestDatabase.get();
        String url = running.url().replaceFirst("[?].*", "");
        DatabaseSettings settings = new DatabaseSettings(
                Path.of("target"),
                new DatabaseSettings.Outside(url, running.user(), running.password(), "nobody", "wrong"),
                java.util.List.of());
        DatabaseProblem problem = assertThrows(DatabaseProblem.class, () -> DatabaseLauncher.start(settings));
        assertTrue(String.valueOf(problem.getMessage()).contains("GRANT ALL PRIVILEGES"), problem.getMessage());
    }

    @Test
    void databaseNameIsReadFromTheUrl() {
        assertEquals("st", DatabaseSettings.databaseName("jdbc:mysql://h:3306/st?x=y"));
        assertEquals("stegen", DatabaseSettings.databaseName("jdbc:mysql://h:3306"));
    }
}
