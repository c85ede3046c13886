package se.stegen;

import io.micronaut.runtime.Micronaut;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts STegen: the database first, then the web server. */
public final class Application {
    /** Held, since Java forgets a logger's level with the logger. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private Application() {}

    /** Settings come from the environment: docs/operations.md. */
    public static void main(String[] args) {
        TOMCAT.setLevel(Level.WARNING);
        Micronaut.build(args).mainClass(Application.class).banner(false).start();
    }
}
