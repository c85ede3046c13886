package se.stegen.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.stegen.database.TestDatabase;

/** What was one rate for the whole programme becomes the rate of its first day. */
class TimeMigrationTest {
    @Test
    void theRateOfBeforeGoesOn() throws SQLException, IOException {
        try (Connection owner = TestDatabase.asOwner();
                Statement statement = owner.createStatement()) {
            // Temporary tables stand in front of those of the same names, for this connection alone.
            statement.execute("CREATE TEMPORARY TABLE programme (id BIGINT, start_date DATE, employment_rate INT)");
            statement.execute(
                    "CREATE TEMPORARY TABLE employment_rate (programme_id BIGINT, valid_from DATE, rate INT)");
            statement.execute("INSERT INTO programme VALUES (7, '2024-02-29', 80), (8, '2023-12-31', 100)");
            statement.execute(filling());
            try (ResultSet rows =
                    statement.executeQuery("SELECT GROUP_CONCAT(CONCAT(programme_id, ' ', valid_from, ' ',"
                            + " rate) ORDER BY programme_id SEPARATOR ', ') FROM employment_rate")) {
                rows.next();
                assertEquals("7 2024-02-29 80, 8 2023-12-31 100", rows.getString(1));
            }
        }
    }

    private static String filling() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(TimeMigrationTest.class.getResourceAsStream("/db/migration/V0009__time.sql"))) {
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";"))
                    .map(String::strip)
                    .filter(sql -> sql.startsWith("INSERT INTO employment_rate"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
