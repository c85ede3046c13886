package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import se.stegen.database.TestDatabase;

/** The owner of the database as a forger: without the triggers, without foreign keys. Closing puts the triggers back. */
final class Owner implements AutoCloseable {
    private final Connection connection;
    private final List<String> triggers = new ArrayList<>();

    Owner() throws SQLException {
        connection = TestDatabase.asOwner();
        execute("SET FOREIGN_KEY_CHECKS = 0");
        List<String> names = texts("SELECT trigger_name FROM information_schema.triggers"
                + " WHERE trigger_schema = DATABASE() ORDER BY trigger_name");
        for (String name : names) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW CREATE TRIGGER " + name)) {
                row.next();
                triggers.add(row.getString("SQL Original Statement"));
            }
            execute("DROP TRIGGER " + name);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Changes rows; how many. */
    int execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Nullable
    String text(String sql) throws SQLException {
        return texts(sql).getFirst();
    }

    void remember(String table) throws SQLException {
        execute("DROP TABLE IF EXISTS kept_" + table);
        execute("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table);
    }

    void putBack(String table) throws SQLException {
        execute("DELETE FROM " + table);
        execute("INSERT INTO " + table + " SELECT * FROM kept_" + table);
    }

    @Override
    public void close() throws SQLException {
        for (String table : texts("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                + " AND table_name LIKE 'kept\\_%'")) {
            execute("DROP TABLE " + table);
        }
        for (String trigger : triggers) {
            execute(trigger);
        }
        connection.close();
    }
}
