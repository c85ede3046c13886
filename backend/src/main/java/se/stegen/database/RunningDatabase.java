package se.stegen.database;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A database that is migrated and ready.
 *
 * @param embedded whether the server is the program's own
 * @param url JDBC URL for the program's account
 */
public record RunningDatabase(
        boolean embedded,
        String url,
        String user,
        String password,
        String ownerUser,
        String ownerPassword,
        Runnable stop)
        implements AutoCloseable {

    /** Settings of the data source for Micronaut. */
    public Map<String, Object> micronautProperties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("datasources.default.url", url);
        properties.put("datasources.default.username", user);
        properties.put("datasources.default.password", password);
        properties.put("datasources.default.driver-class-name", "com.mysql.cj.jdbc.Driver");
        properties.put("datasources.default.dialect", "MYSQL");
        properties.put("datasources.default.maximum-pool-size", 20);
        properties.put("datasources.default.minimum-idle", 2);
        // Services ask the policy, lock a row, then read: what they read must be what stands after the lock, not before
        // it.
        properties.put("datasources.default.transaction-isolation", "TRANSACTION_READ_COMMITTED");
        // A request waits this long for a database that is away, then says so.
        properties.put("datasources.default.connection-timeout", 3000);
        properties.put("datasources.default.validation-timeout", 1000);
        properties.put("stegen.database.embedded", embedded);
        return properties;
    }

    /** Stops the embedded server; an outside one is left alone. */
    @Override
    public void close() {
        stop.run();
    }

    /** Hides the passwords. */
    @Override
    public String toString() {
        return "RunningDatabase[" + url + ", " + user + "]";
    }
}
