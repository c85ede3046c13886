package se.stegen.invitation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import se.stegen.assessment.AssessorDetails;

/** Guesses from a mail address who somebody is, so that there is less to write; everything can be changed. */
final class AddressGuess {
    private static final int NAMES = 2;

    private AddressGuess() {}

    /** {@code anna.svensson@sjukhus.se} is likely Anna Svensson at sjukhus.se; {@code asv77@gmail.com} tells nothing. */
    static AssessorDetails of(String email, boolean privateDomain) {
        int at = email.lastIndexOf('@');
        String name = name(email.substring(0, at));
        return new AssessorDetails(name, "", privateDomain ? "" : OddityRules.domain(email), "");
    }

    private static String name(String local) {
        String[] parts = local.split("[._]", -1);
        boolean names = parts.length >= NAMES
                && Arrays.stream(parts).allMatch(part -> part.matches("\\p{L}{2,}(-\\p{L}{2,})*"));
        return names ? Arrays.stream(parts).map(AddressGuess::capital).collect(Collectors.joining(" ")) : "";
    }

    /** {@code ann-marie} is Ann-Marie. */
    private static String capital(String word) {
        return Arrays.stream(word.toLowerCase(Locale.ROOT).split("-", -1))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining("-"));
    }
}
