package se.stegen.testing;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.ReferenceData;
import se.stegen.database.TestDatabase;

/** The program's beans on the real test database, without an HTTP server; made once per JVM. */
public final class TestProgram {
    /** Of every context on the test database: what one signs the others verify. */
    public static final String PROOF_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private TestProgram() {}

    /** A new folder for the program's own files. */
    public static Path dataDir() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "t");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final ApplicationContext CONTEXT = start();
    }

    /** The bean. */
    public static <T> T bean(Class<T> type) {
        return Holder.CONTEXT.getBean(type);
    }

    /** The context. */
    public static ApplicationContext context() {
        return Holder.CONTEXT;
    }

    /** Settings with which a context reaches the test database. */
    public static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(TestDatabase.get().micronautProperties());
        settings.put("micronaut.security.enabled", false);
        // Tests do by hand what the clock does.
        settings.put("stegen.jobs.enabled", false);
        settings.put("stegen.proof-key", PROOF_KEY);
        settings.put("stegen.data-dir", dataDir().toString());
        return settings;
    }

    /** Asserts that the call is refused with the code. */
    public static Problem refused(ProblemCode code, Executable call) {
        Problem problem = Assertions.assertThrows(Problem.class, call);
        Assertions.assertEquals(code, problem.code());
        return problem;
    }

    /** Loads the reference data, as a start does: after {@link TestDatabase#clear()}. */
    public static void reference() {
        context().getBeansOfType(ReferenceData.class).forEach(ReferenceData::load);
    }

    private static ApplicationContext start() {
        return ApplicationContext.run(settings(), "test");
    }
}
