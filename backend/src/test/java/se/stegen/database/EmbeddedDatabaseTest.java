package se.stegen.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The embedded database in a folder of its own: restarts, a killed program, two programs at once. */
class EmbeddedDatabaseTest {
    /** A program that writes a row and is then killed: nothing is stopped, the server lives on without it. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] args) throws SQLException {
            RunningDatabase database = DatabaseLauncher.start(DatabaseSettings.embedded(Path.of(args[0])));
            write(database, "written before the kill");
            Runtime.getRuntime().halt(9);
        }
    }

    @Test
    void aKilledProgramLeavesADatabaseThatTheNextStartRecovers() throws Exception {
        Path dir = folder();
        try {
            assertEquals(9, run(Killed.class, dir), () -> log(dir));
            long left = Long.parseLong(
                    Files.readString(dir.resolve("data/db/server.pid").toAbsolutePath())
                            .strip());
            assertTrue(ProcessHandle.of(left).map(ProcessHandle::isAlive).orElse(false), "the server was left behind");
            try (RunningDatabase database = DatabaseLauncher.start(DatabaseSettings.embedded(dir.resolve("data")))) {
                assertEquals("written before the kill", read(database));
                assertTrue(database.embedded());
            }
        } finally {
            TestDatabase.delete(dir);
        }
    }

    /** A program that is told to end while it has something left to write. */
    static final class Stopped {
        private Stopped() {}

        public static void main(String[] args) {
            RunningDatabase database = DatabaseLauncher.start(DatabaseSettings.embedded(Path.of(args[0])));
            Shutdown.before(() -> {
                try {
                    write(database, "written at the end");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            System.exit(0);
        }
    }

    @Test
    void whatTheProgramWritesAtItsEndIsWrittenBeforeTheDatabaseStops() throws Exception {
        Path dir = folder();
        try {
            assertEquals(0, run(Stopped.class, dir), () -> log(dir));
            assertFalse(Files.exists(dir.resolve("data/db/server.pid")), "the server has ended");
            try (RunningDatabase database = DatabaseLauncher.start(DatabaseSettings.embedded(dir.resolve("data")))) {
                assertEquals("written at the end", read(database));
            }
        } finally {
            TestDatabase.delete(dir);
        }
    }

    @Test
    void dataUnderTheSystemsTemporaryFolderSurvivesARestart() throws Exception {
        Path dir = Files.createTempDirectory("st");
        String temporary = System.getProperty("java.io.tmpdir");
        try {
            assertEquals(0, run(Stopped.class, dir), () -> log(dir));
            try (RunningDatabase database = DatabaseLauncher.start(DatabaseSettings.embedded(dir.resolve("data")))) {
                assertEquals("written at the end", read(database));
            }
        } finally {
            System.setProperty("java.io.tmpdir", temporary);
            TestDatabase.delete(dir);
        }
    }

    private static int run(Class<?> program, Path dir) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        dir.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("log").toFile())
                .start()
                .waitFor();
    }

    @Test
    void dataSurvivesARestartAndOnlyItsOwnerReadsIt() throws Exception {
        Path dir = folder();
        try {
            try (RunningDatabase database = DatabaseLauncher.start(DatabaseSettings.embedded(dir.resolve("data")))) {
                write(database, "kept");
            }
            try (RunningDatabase database = DatabaseLauncher.start(DatabaseSettings.embedded(dir.resolve("data")))) {
                assertEquals("kept", read(database));
            }
            assertEquals(
                    "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("data"))));
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(dir.resolve("data/secrets/database.properties"))));
        } finally {
            TestDatabase.delete(dir);
        }
    }

    private static void write(RunningDatabase database, String text) throws SQLException {
        try (Connection program = DatabaseLauncher.connect(database.url(), database.user(), database.password());
                Statement statement = program.createStatement()) {
            statement.execute(
                    "INSERT INTO reference_load (name, content_hash, loaded_at) VALUES ('" + text + "', '', NOW(6))");
        }
    }

    private static String read(RunningDatabase database) throws SQLException {
        try (Connection program = DatabaseLauncher.connect(database.url(), database.user(), database.password());
                Statement statement = program.createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM reference_load")) {
            row.next();
            return row.getString(1);
        }
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "db")), "e")
                .toAbsolutePath();
    }

    private static String log(Path dir) {
        try {
            return Files.readString(dir.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
