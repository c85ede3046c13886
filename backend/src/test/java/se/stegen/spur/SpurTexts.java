package se.stegen.spur;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** Texts of reports: our own of the same shape, and the real one where it lies beside the project. */
public final class SpurTexts {
    /** One regulation, three actions, two grades. */
    public static final String ONE = "rapport-en-foreskrift.txt";
    /** Two regulations, five actions in every form of date. */
    public static final String TWO = "rapport-tva-foreskrifter.txt";

    private SpurTexts() {}

    /** One of ours. */
    public static String ours(String name) {
        try (InputStream in = Objects.requireNonNull(SpurTexts.class.getResourceAsStream("/spur/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the shared data; the test is skipped, saying so, where there is none. */
    public static Path shared(String path) {
        String folder = Objects.requireNonNullElse(
                System.getenv("STEGEN_SHARED"), Files.isDirectory(Path.of("../shared")) ? "../shared" : "../../shared");
        Path file = Path.of(folder, path);
        Assumptions.assumeTrue(Files.exists(file), "Skipped: no shared data beside the project (" + path + ")");
        return file;
    }
}
