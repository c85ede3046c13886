package se.stegen.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.stegen.database.TestDatabase;

/** Every table tells what it is for, has a key, and an index for each foreign key; nothing cascades. */
class SchemaSweepTest {
    private static final String OURS = " table_schema = DATABASE() AND table_name <> 'flyway_schema_history' ";

    @Test
    void everyTableAndColumnIsCommented() throws SQLException {
        assertEquals(
                List.of(),
                texts("SELECT table_name FROM information_schema.tables WHERE" + OURS + "AND table_comment = ''"));
        assertEquals(
                List.of(),
                texts("SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns WHERE" + OURS
                        + "AND column_comment = ''"));
    }

    @Test
    void everyTableHasAPrimaryKey() throws SQLException {
        assertEquals(
                List.of(),
                texts("SELECT t.table_name FROM information_schema.tables t WHERE" + OURS.replace("table_", "t.table_")
                        + "AND NOT EXISTS (SELECT 1 FROM information_schema.statistics s"
                        + " WHERE s.table_schema = t.table_schema AND s.table_name = t.table_name"
                        + " AND s.index_name = 'PRIMARY')"));
    }

    @Test
    void noForeignKeyCascades() throws SQLException {
        assertEquals(
                List.of(),
                texts("SELECT constraint_name FROM information_schema.referential_constraints"
                        + " WHERE constraint_schema = DATABASE()"
                        + " AND (delete_rule NOT IN ('RESTRICT', 'NO ACTION')"
                        + " OR update_rule NOT IN ('RESTRICT', 'NO ACTION'))"));
    }

    @Test
    void everyForeignKeyLeadsAnIndex() throws SQLException {
        assertEquals(
                List.of(),
                texts("SELECT CONCAT(k.table_name, '.', k.column_name) FROM information_schema.key_column_usage k"
                        + " WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM information_schema.statistics s"
                        + " WHERE s.table_schema = k.table_schema AND s.table_name = k.table_name"
                        + " AND s.column_name = k.column_name AND s.seq_in_index = 1)"));
    }

    private static List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection owner = TestDatabase.asOwner();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
