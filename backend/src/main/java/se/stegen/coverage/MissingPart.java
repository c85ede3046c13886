package se.stegen.coverage;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import se.stegen.common.Messages;

/**
 * What is missing before something happens.
 *
 * @param when before what
 * @param before its day; null where no session is planned
 * @param title the placement's title; else empty
 * @param lines what is missing; empty is nothing
 */
public record MissingPart(MissingWhen when, @Nullable LocalDate before, String title, List<MissingLine> lines) {

    /** Before what, in words. */
    public String heading(Locale locale, Function<LocalDate, String> days) {
        return Messages.get(locale, key("missing." + when), title, day(days));
    }

    /** What is missing and what would mend it, in words, with a date; the codes of the goals are not in it. */
    public String words(MissingLine line, Locale locale, Function<LocalDate, String> days) {
        String key = line.kind() == MissingKind.EVIDENCE ? key("missing.EVIDENCE." + when) : "missing." + line.kind();
        String activity = line.activity();
        Object third = activity == null ? line.ready() : begin(CoverageRules.words(activity, locale), locale);
        return Messages.get(locale, key, line.goalCodes().size(), day(days), third);
    }

    private String key(String key) {
        return before == null ? key + ".none" : key;
    }

    private String day(Function<LocalDate, String> days) {
        return before == null ? "" : days.apply(before);
    }

    private static String begin(String words, Locale locale) {
        return words.substring(0, 1).toUpperCase(locale) + words.substring(1);
    }
}
