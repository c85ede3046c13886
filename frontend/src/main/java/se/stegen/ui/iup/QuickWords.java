package se.stegen.ui.iup;

import io.micronaut.core.annotation.Nullable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.stegen.common.Period;
import se.stegen.iup.IupItemData;
import se.stegen.iup.IupKind;

/**
 * Reads a planned activity from one line: "DOPS × 4 laparoskopi, STc6, februari–maj" or "Kurs LIVA, STa5 STb1, VT27".
 * Parts stand between commas; one that is nothing but goals names the goals, one that is a period names the period, the
 * rest is the title. Nothing is guessed in silence: the screen shows what was understood before it is added.
 */
final class QuickWords {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "ma[jy]", "jun", "jul", "aug", "sep", "o[ck]t", "nov", "dec");
    private static final String MONTH = "((?:" + String.join("|", MONTHS) + ")[a-zåäö]*)\\.?(?: (\\d{4}))?";
    private static final String TO = "\\s*[–—-]\\s*";
    private static final Pattern MONTH_PERIOD = Pattern.compile(MONTH + "(?:" + TO + MONTH + ")?");
    private static final String TERM = "(vt|ht|sp|au) ?(?:20)?(\\d{2})";
    private static final Pattern TERM_PERIOD = Pattern.compile(TERM + "(?:" + TO + TERM + ")?");
    private static final String DAY = "(\\d{4}-\\d{2}-\\d{2})";
    private static final Pattern DAY_PERIOD = Pattern.compile(DAY + "(?:" + TO + DAY + ")?");
    private static final Map<String, IupKind> KINDS = Map.ofEntries(
            Map.entry("kurs", IupKind.COURSE),
            Map.entry("course", IupKind.COURSE),
            Map.entry("självstud", IupKind.SELF_STUDY),
            Map.entry("self-study", IupKind.SELF_STUDY),
            Map.entry("kvalitet", IupKind.QUALITY_WORK),
            Map.entry("förbättring", IupKind.QUALITY_WORK),
            Map.entry("quality", IupKind.QUALITY_WORK),
            Map.entry("vetenskap", IupKind.RESEARCH),
            Map.entry("forskning", IupKind.RESEARCH),
            Map.entry("research", IupKind.RESEARCH),
            Map.entry("internutbild", IupKind.TEACHING),
            Map.entry("journal club", IupKind.TEACHING),
            Map.entry("teaching", IupKind.TEACHING),
            Map.entry("mini-cex", IupKind.OTHER),
            Map.entry("dops", IupKind.OTHER),
            Map.entry("auskult", IupKind.OTHER));

    private QuickWords() {}

    /**
     * What the line says.
     *
     * @param codes the programme's goals
     * @param today a month without a year is the next one from here
     * @param otherwise the period of a line that names none
     * @return empty where no title is left
     */
    static Optional<IupItemData> read(String line, Collection<String> codes, LocalDate today, Period otherwise) {
        List<String> title = new ArrayList<>();
        Set<String> goals = new LinkedHashSet<>();
        Period period = null;
        for (String part : line.split(",", -1)) {
            String words = part.strip();
            if (words.isEmpty()) {
                continue;
            }
            Optional<Set<String>> named = goals(words, codes);
            Optional<Period> days = period(words, today);
            if (named.isPresent()) {
                goals.addAll(named.get());
            } else if (days.isPresent()) {
                period = days.get();
            } else {
                title.add(words);
            }
        }
        if (title.isEmpty()) {
            return Optional.empty();
        }
        String name = String.join(", ", title);
        Period when = period == null ? otherwise : period;
        return Optional.of(new IupItemData(
                null, kind(name).name(), name, when.from(), when.to(), List.copyOf(goals), null, null, null));
    }

    private static IupKind kind(String title) {
        String words = title.toLowerCase(Locale.ROOT);
        return KINDS.entrySet().stream()
                .filter(entry -> words.contains(entry.getKey()))
                .min(java.util.Comparator.comparingInt(entry -> words.indexOf(entry.getKey())))
                .map(Map.Entry::getValue)
                .orElse(IupKind.PLACEMENT);
    }

    private static Optional<Set<String>> goals(String words, Collection<String> codes) {
        Set<String> found = new LinkedHashSet<>();
        for (String word : words.split("[\\s+&]+", -1)) {
            Optional<String> code =
                    codes.stream().filter(one -> one.equalsIgnoreCase(word)).findFirst();
            if (code.isEmpty()) {
                return Optional.empty();
            }
            found.add(code.get());
        }
        return Optional.of(found);
    }

    private static Optional<Period> period(String words, LocalDate today) {
        String text = words.toLowerCase(Locale.ROOT);
        try {
            Matcher days = DAY_PERIOD.matcher(text);
            if (days.matches()) {
                LocalDate from = LocalDate.parse(days.group(1));
                return ordered(from, days.group(2) == null ? from : LocalDate.parse(days.group(2)));
            }
            Matcher terms = TERM_PERIOD.matcher(text);
            if (terms.matches()) {
                LocalDate from = term(terms.group(1), terms.group(2));
                LocalDate last = terms.group(3) == null ? from : term(terms.group(3), terms.group(4));
                return ordered(from, last.plusMonths(6).minusDays(1));
            }
            Matcher months = MONTH_PERIOD.matcher(text);
            if (months.matches()) {
                return months(months, today);
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Period> months(Matcher named, LocalDate today) {
        int first = month(named.group(1));
        int last = named.group(3) == null ? first : month(named.group(3));
        String yearOfLast = named.group(4);
        String yearOfFirst = named.group(2);
        YearMonth to;
        if (yearOfLast != null) {
            to = YearMonth.of(Integer.parseInt(yearOfLast), last);
        } else if (yearOfFirst != null) {
            to = YearMonth.of(Integer.parseInt(yearOfFirst) + (last < first ? 1 : 0), last);
        } else {
            YearMonth now = YearMonth.from(today);
            to = now.withMonth(last);
            while (to.isBefore(now)
                    || (last < first ? to.minusYears(1) : to).withMonth(first).isBefore(now)) {
                to = to.plusYears(1);
            }
        }
        YearMonth from = yearOfFirst == null
                ? to.minusYears(last < first ? 1 : 0).withMonth(first)
                : YearMonth.of(Integer.parseInt(yearOfFirst), first);
        return ordered(from.atDay(1), to.atEndOfMonth());
    }

    private static Optional<Period> ordered(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? Optional.empty() : Optional.of(new Period(from, to));
    }

    private static LocalDate term(String half, String year) {
        boolean spring = half.equals("vt") || half.equals("sp");
        return LocalDate.of(2000 + Integer.parseInt(year), spring ? 1 : 7, 1);
    }

    private static int month(@Nullable String name) {
        String word = java.util.Objects.requireNonNull(name);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (word.matches("(?:" + MONTHS.get(i) + ").*")) {
                return i + 1;
            }
        }
        throw new DateTimeException(word);
    }
}
