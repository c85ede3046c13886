package se.stegen.spur;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as reports print it: {@code 2026.02.01}, {@code 2026-02-01}, {@code 1 april 2026}, {@code 27/2 2026}. Pure. */
public final class PrintedDate {
    private static final List<String> MONTHS = List.of(
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{4})[.-](\\d{1,2})[.-](\\d{1,2})\\.?");
    private static final Pattern WORDS = Pattern.compile("(?:den )?(\\d{1,2}) (\\p{L}{3,})\\.? (\\d{4})\\.?");
    private static final Pattern SLASH = Pattern.compile("(\\d{1,2})/(\\d{1,2})[ ,/-]+(\\d{4})\\.?");

    private PrintedDate() {}

    /**
     * The day that is meant. Everything else ("Pågående", "våren 2026", two days) is empty: what was printed stays beside
     * it, and a person decides.
     */
    public static Optional<LocalDate> understand(String printed) {
        String text = printed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00a0]+", " ");
        try {
            Matcher numbers = NUMBERS.matcher(text);
            if (numbers.matches()) {
                return day(numbers.group(1), Integer.parseInt(numbers.group(2)), numbers.group(3));
            }
            Matcher words = WORDS.matcher(text);
            if (words.matches()) {
                return month(words.group(2)).flatMap(month -> day(words.group(3), month, words.group(1)));
            }
            Matcher slash = SLASH.matcher(text);
            if (slash.matches()) {
                return day(slash.group(3), Integer.parseInt(slash.group(2)), slash.group(1));
            }
        } catch (DateTimeException e) {
            // 31/2 2026 is no day: nobody guesses which was meant.
        }
        return Optional.empty();
    }

    /** The month, written out or cut: "feb". */
    private static Optional<Integer> month(String name) {
        return MONTHS.stream()
                .filter(month -> month.startsWith(name))
                .findFirst()
                .map(month -> MONTHS.indexOf(month) + 1);
    }

    private static Optional<LocalDate> day(String year, int month, String day) {
        return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
    }
}
