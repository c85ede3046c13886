package se.stegen.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;

/** Looks at bundles of texts as files. */
public final class Bundles {
    private Bundles() {}

    /** Asserts that the Swedish and the English file have the same keys and no empty text. */
    public static void assertComplete(String name) {
        Properties swedish = read(name + ".properties");
        Properties english = read(name + "_en.properties");
        assertEquals(new TreeSet<>(swedish.stringPropertyNames()), new TreeSet<>(english.stringPropertyNames()));
        for (Properties texts : new Properties[] {swedish, english}) {
            assertEquals(
                    new TreeSet<>(),
                    new TreeSet<>(texts.stringPropertyNames().stream()
                            .filter(key -> texts.getProperty(key).isBlank())
                            .toList()));
        }
    }

    private static Properties read(String file) {
        Properties texts = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(Bundles.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
