package se.stegen;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.stegen.access.signin.OneTimeLinkService;
import se.stegen.common.Today;
import se.stegen.database.DatabaseLauncher;
import se.stegen.database.DatabaseProblem;
import se.stegen.database.DatabaseSettings;
import se.stegen.database.RunningDatabase;
import se.stegen.database.Shutdown;
import se.stegen.demo.DemoRegion;
import se.stegen.proof.ProofKeys;

/** Starts STegen: the database first, then the web server. Settings come from the environment: docs/operations.md. */
public final class Application {
    /** Held, since Java forgets a logger's level with the logger. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private Application() {}

    /** Serves until the process is told to end; the web server ends before the database. */
    public static void main(String[] args) {
        TOMCAT.setLevel(Level.WARNING);
        Path dataDir =
                Path.of(System.getenv().getOrDefault("STEGEN_DATA", "data")).toAbsolutePath();
        RunningDatabase database;
        try {
            DatabaseSettings settings = DatabaseSettings.fromEnvironment(dataDir);
            String complaint = ProofKeys.complaint(
                    settings.outside() == null, System.getenv().getOrDefault("STEGEN_PROOF_KEY", ""));
            if (!complaint.isEmpty()) {
                System.err.println(complaint);
                System.exit(2);
            }
            database = DatabaseLauncher.start(settings);
        } catch (DatabaseProblem e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Map<String, Object> properties = new HashMap<>(database.micronautProperties());
        properties.put("stegen.data-dir", dataDir.toString());
        // Tomcat's working folder; without it one is made wherever the program is started.
        System.setProperty("catalina.home", dataDir.resolve("tomcat").toString());
        start(database, properties, args);
    }

    /** Where the program answers and, as long as there are no people, how the first admin gets in. */
    private static void announce(ApplicationContext context) {
        String address = context.getBean(EmbeddedServer.class).getURI().toString();
        System.out.println("STegen: " + address);
        context.getBean(OneTimeLinkService.class)
                .forFirstAdmin()
                .ifPresent(link ->
                        System.out.println("Nobody is here yet. This link makes the first administrator, once, until "
                                + link.expiresAt() + ":\n  " + address + link.path()));
    }

    /** Fills an empty database with the demo region and tells how to get in. */
    private static void demo(ApplicationContext context) {
        String date = System.getenv("STEGEN_DEMO_DATE");
        LocalDate day =
                date == null || date.isBlank() ? context.getBean(Today.class).date() : LocalDate.parse(date);
        DemoRegion region = context.getBean(DemoRegion.class);
        if (region.fill(day)) {
            System.out.println("The demo region is made for " + day + ".");
        } else if (!region.isPresent()) {
            System.out.println("There are people in this database already: it is left as it is, without the demo.");
            return;
        }
        System.out.println("Demo accounts, password " + DemoRegion.PASSWORD + ":");
        DemoRegion.ACCOUNTS.forEach((username, who) -> System.out.printf("  %-18s %s%n", username, who));
    }

    private static void start(RunningDatabase database, Map<String, Object> properties, String... args) {
        boolean started = false;
        try {
            ApplicationContext context = ApplicationContext.builder(Application.class)
                    .args(args)
                    .banner(false)
                    .properties(properties)
                    .start();
            Shutdown.before(context::close);
            if (Boolean.parseBoolean(System.getenv("STEGEN_DEMO"))) {
                // Before the first page is served: the sign-in page tells of the demo's accounts.
                demo(context);
            }
            EmbeddedServer server = context.getBean(EmbeddedServer.class);
            server.start();
            if (server.getPort() <= 0) {
                // Tomcat logs that it could not listen and goes on without.
                System.err.println("STegen cannot listen there: the port is taken or not allowed."
                        + " Stop what uses it, or give another with --port.");
                System.exit(2);
            }
            started = true;
            announce(context);
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!started) {
                database.close();
            }
        }
    }
}
