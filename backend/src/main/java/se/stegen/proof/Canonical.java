package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/** Canonical JSON (RFC 8785) of maps, lists, texts, whole numbers, truth values and null; and SHA-256. */
final class Canonical {
    /** The hash before the first. */
    static final String NO_HASH = "0".repeat(64);

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
    /** Greater numbers are texts: JSON knows doubles only. */
    private static final long GREATEST = 9_007_199_254_740_991L;

    private Canonical() {}

    static String json(Map<String, ?> value) {
        StringBuilder text = new StringBuilder(1000);
        write(text, value);
        try {
            return new JsonCanonicalizer(text.toString()).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An instant in UTC, to the microsecond. */
    static String instant(LocalDateTime utc) {
        return utc.format(MICROS);
    }

    private static void write(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("null");
            case Map<?, ?> map -> {
                text.append('{');
                for (Iterator<? extends Map.Entry<?, ?>> all = map.entrySet().iterator(); all.hasNext(); ) {
                    Map.Entry<?, ?> entry = all.next();
                    quote(text, String.valueOf(entry.getKey()));
                    text.append(':');
                    write(text, entry.getValue());
                    text.append(all.hasNext() ? "," : "");
                }
                text.append('}');
            }
            case Iterable<?> list -> {
                text.append('[');
                for (Iterator<?> all = list.iterator(); all.hasNext(); ) {
                    write(text, all.next());
                    text.append(all.hasNext() ? "," : "");
                }
                text.append(']');
            }
            case Integer number -> text.append(number.intValue());
            case Long number when Math.abs(number) <= GREATEST -> text.append(number.longValue());
            case Boolean truth -> text.append(truth.booleanValue());
            default -> quote(text, value.toString());
        }
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
