package se.stegen.common;

import io.micronaut.core.annotation.Nullable;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Checks of texts that people write. */
public final class Texts {
    /** Greatest length of a free text (minutes, comments), in characters. */
    public static final int LONG = 20_000;

    private Texts() {}

    /**
     * The text without blanks at its ends; null becomes empty.
     *
     * @throws Problem {@code TOO_LONG} where it has more than {@code max} characters
     */
    public static String optional(String field, @Nullable String text, int max) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > max) {
            throw Problem.field(field, ProblemCode.TOO_LONG, max);
        }
        return stripped;
    }

    /**
     * The text without blanks at its ends.
     *
     * @throws Problem {@code REQUIRED} where nothing is left, {@code TOO_LONG} where it has more than {@code max}
     *     characters
     */
    public static String required(String field, @Nullable String text, int max) {
        String stripped = optional(field, text, max);
        if (stripped.isEmpty()) {
            throw Problem.field(field, ProblemCode.REQUIRED);
        }
        return stripped;
    }

    /**
     * A mail address: one name, one @, one host, nothing that could end a header, and nothing that the mail library
     * refuses when it is to be sent ({@code anna..b@x.se}).
     *
     * @throws Problem {@code REQUIRED}, {@code TOO_LONG} above 254 characters, {@code INVALID_FIELD}
     */
    public static String email(String field, @Nullable String text) {
        String address = required(field, text, 254);
        if (!address.matches("[^@\\s,;<>\"\\p{Cntrl}]+@[^@\\s,;<>\"\\p{Cntrl}]+") || !sendable(address)) {
            throw Problem.field(field, ProblemCode.INVALID_FIELD);
        }
        return address;
    }

    private static boolean sendable(String address) {
        try {
            return new InternetAddress(address, true).getAddress().equals(address);
        } catch (AddressException e) {
            return false;
        }
    }

    /** The codes of a request without blanks, doubles and nulls; null becomes empty. */
    public static List<String> codes(@Nullable List<@Nullable String> codes) {
        return codes == null
                ? List.of()
                : codes.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(c -> !c.isEmpty())
                        .distinct()
                        .toList();
    }

    /** The parts of a comma-separated list; null becomes empty. */
    public static List<String> split(@Nullable String list) {
        return list == null ? List.of() : codes(Arrays.asList(list.split(",", -1)));
    }
}
