package se.stegen.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    /** Asserts that no key stands twice in a file, nor in two of the bundles: one of its texts would never be shown. */
    public static void assertNoKeyTwice(String... names) {
        for (String language : List.of("", "_en")) {
            TreeSet<String> known = new TreeSet<>();
            TreeSet<String> twice = new TreeSet<>();
            for (String name : names) {
                for (String key : keys(name + language + ".properties")) {
                    if (!known.add(key)) {
                        twice.add(key);
                    }
                }
            }
            assertEquals(new TreeSet<String>(), twice, language);
        }
    }

    /** The keys line by line: {@link Properties} would keep the last of two. */
    private static List<String> keys(String file) {
        try (InputStream in = Objects.requireNonNull(Bundles.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            line.substring(0, Math.max(line.indexOf('='), 0)).strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
