package se.stegen.history;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.stegen.spur.PrintedDate;

/**
 * What is meant by the cells of a ST-pärm: days, periods, goals, kinds and hours as people have written them. Pure. What is
 * not certain is said beside it, and what is not understood stays empty; the text itself is always kept.
 */
final class BinderText {
    private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);
    private static final String DAY = "\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{8}|\\d{6}";
    private static final Pattern ONE = Pattern.compile(DAY);
    private static final Pattern PERIOD =
            Pattern.compile("(" + DAY + ")\\s*(?:[-–—]|till?|t\\.?o\\.?m\\.?)\\s*(" + DAY + ")");
    private static final Pattern MONTH = Pattern.compile("(?<!\\d)(20(?:0[1-9]|1[0-2]))(0[1-9]|1[0-2])(?!\\d)");
    private static final Pattern GOAL =
            Pattern.compile("\\b(st[abc]|bt|[abc])(?:[\\s.:-]?(\\d{1,2})|[\\s.:-]([ivx]{1,5}))\\b"
                    + "(?:\\s*[-–—]\\s*(st[abc]|bt|[abc])?\\s?(\\d{1,2})\\b)?");
    private static final Pattern BARE_NUMBER = Pattern.compile("\\b\\d{1,2}\\b");
    private static final Pattern PART = Pattern.compile("\\bdel\\s?-?\\s?av\\b");
    private static final Pattern FILLER = Pattern.compile(
            "\\bdel\\s?-?\\s?av\\s?-?\\s?(del)?\\s?-?\\s?(mål(en|et)?)?|\\bdelm(ål(en|et)?)?\\.?|\\bmål\\b|\\b(och|samt|o)\\b|[&+,;/().:–—-]");
    private static final Pattern HOURS =
            Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,2}))?\\s*(?:h|t|tim|timme|timmar|hours?)?\\.?");
    private static final Pattern HOURS_AND_MINUTES =
            Pattern.compile("(\\d{1,3})\\s*(?::|h|tim|timmar|t)\\s*(\\d{2})\\s*(?:min|minuter)?\\.?");
    private static final Map<String, Integer> ROMAN = Map.ofEntries(
            Map.entry("i", 1),
            Map.entry("ii", 2),
            Map.entry("iii", 3),
            Map.entry("iv", 4),
            Map.entry("v", 5),
            Map.entry("vi", 6),
            Map.entry("vii", 7),
            Map.entry("viii", 8),
            Map.entry("ix", 9),
            Map.entry("x", 10),
            Map.entry("xi", 11),
            Map.entry("xii", 12),
            Map.entry("xiii", 13),
            Map.entry("xiv", 14),
            Map.entry("xv", 15));

    private BinderText() {}

    /**
     * A day, or the last day of a period.
     *
     * @param from first day of the period; null where a single day is written
     */
    record Day(LocalDate date, @Nullable LocalDate from) {}

    /**
     * Goals.
     *
     * @param codes as the curriculum writes them
     * @param unknown what looks like a goal and is none of the curriculum, or is a number without its letter
     * @param rest words that say something else
     * @param part the text says "del av"
     * @param read something was read that is not written as the curriculum does: a range, a Roman number
     */
    record Goals(List<String> codes, List<String> unknown, String rest, boolean part, boolean read) {}

    /** What kind of record is meant, and on which form where the text is the form's name. */
    record Kind(TransferredKind kind, @Nullable String templateCode) {}

    /**
     * The day: {@code 2017-04-03}, {@code 170403}, {@code 20170403}, {@code 3/4 2017}, {@code 3 april 2017}, a spreadsheet's
     * day number, or a period of two such ({@code 170403 - 171001}, {@code 2020-01-29-2020-09-09}), of which the last day
     * counts. Empty where no day is meant for certain, or a period ends before it begins.
     */
    static Optional<Day> day(String written, LocalDate today) {
        String text = written.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00a0]+", " ");
        try {
            Matcher period = PERIOD.matcher(text);
            if (period.matches()) {
                LocalDate from = one(period.group(1), today);
                LocalDate to = one(period.group(2), today);
                return to.isBefore(from) ? Optional.empty() : Optional.of(new Day(to, from));
            }
            if (ONE.matcher(text).matches()) {
                return Optional.of(new Day(one(text, today), null));
            }
            if (text.matches("[2-6]\\d{4}")) {
                return Optional.of(new Day(SPREADSHEET_EPOCH.plusDays(Long.parseLong(text)), null));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return PrintedDate.understand(text).map(day -> new Day(day, null));
    }

    /**
     * The month that six digits may mean as well as the day that {@link #day} reads: {@code 201206} is 6 December 2020 or
     * June 2012. Empty where they are a day only, or no month.
     */
    static Optional<YearMonth> orMonth(String written) {
        Matcher month = MONTH.matcher(written);
        return month.find()
                ? Optional.of(YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))))
                : Optional.empty();
    }

    private static LocalDate one(String text, LocalDate today) {
        String[] parts = text.split("[-./]", -1);
        if (parts.length == 3) {
            return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }
        int years = text.length() - 4;
        int year = Integer.parseInt(text.substring(0, years));
        if (years == 2) {
            // Two digits are of this century unless that lies ahead.
            year += year + 2000 <= today.getYear() + 1 ? 2000 : 1900;
        }
        return LocalDate.of(
                year, Integer.parseInt(text.substring(years, years + 2)), Integer.parseInt(text.substring(years + 2)));
    }

    /** The goals of a cell such as {@code a1, b 2}, {@code Del av delmål c2,c3}, {@code c5, delavdelmål c1-c4}, {@code c IV}. */
    static Goals goals(String written, Set<String> curriculum) {
        Map<String, String> known = curriculum.stream()
                .collect(Collectors.toMap(code -> code.toLowerCase(Locale.ROOT), Function.identity()));
        String text = written.strip().toLowerCase(Locale.ROOT).replaceAll("delav", "del av ");
        Set<String> codes = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        boolean read = false;
        StringBuilder rest = new StringBuilder();
        boolean part = PART.matcher(text).find();
        Matcher goal = GOAL.matcher(PART.matcher(text).replaceAll(" "));
        while (goal.find()) {
            String letter = goal.group(1);
            String roman = goal.group(3);
            read |= roman != null || goal.group(5) != null;
            int from = roman == null ? Integer.parseInt(goal.group(2)) : ROMAN.getOrDefault(roman, 0);
            int to = goal.group(5) == null ? from : Integer.parseInt(goal.group(5));
            boolean sameLetter = goal.group(4) == null || goal.group(4).equals(letter);
            if (!sameLetter || to < from) {
                unknown.add(goal.group().strip());
            } else {
                for (int number = from; number <= to; number++) {
                    String code = known.get(letter + number);
                    if (code == null) {
                        unknown.add(letter + number);
                    } else {
                        codes.add(code);
                    }
                }
            }
            goal.appendReplacement(rest, " ");
        }
        goal.appendTail(rest);
        String left =
                FILLER.matcher(rest).replaceAll(" ").replaceAll("\\s+", " ").strip();
        Matcher number = BARE_NUMBER.matcher(left);
        while (number.find()) {
            unknown.add(number.group());
        }
        left = number.replaceAll(" ").replaceAll("\\s+", " ").strip();
        return new Goals(List.copyOf(codes), List.copyOf(unknown), left, part, read);
    }

    /**
     * The kind of record, by the words in use or a form's name.
     *
     * @param forms code by the name of each form, in lower case
     */
    static Optional<Kind> kind(String written, Map<String, String> forms) {
        String text = plain(written);
        for (TransferredKind kind : TransferredKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text.replace(' ', '_'))) {
                return Optional.of(new Kind(kind, null));
            }
        }
        TransferredKind said = switch (text) {
            case "handledning",
                    "handledningar",
                    "handledarsamtal",
                    "handledningssamtal",
                    "handledningsmöte",
                    "handledarmöte",
                    "handledarträff" -> TransferredKind.SUPERVISION;
            case "bedömning", "kompetensbedömning", "assessment" -> TransferredKind.ASSESSMENT;
            case "iup",
                    "iup godkänd",
                    "godkänd iup",
                    "godkänt iup",
                    "iup godkänt",
                    "iup reviderad",
                    "reviderad iup",
                    "utbildningsprogram",
                    "utbildningsprogram godkänt",
                    "utbildningsplan" -> TransferredKind.IUP_APPROVAL;
            case "kollegium", "specialistkollegium", "specialistkollegie", "kollegie" -> TransferredKind.COLLEGIUM;
            case "utvecklingssamtal", "medarbetarsamtal", "development talk" -> TransferredKind.DEVELOPMENT_TALK;
            case "avstämning", "avstämningsmöte", "avstämningssamtal", "studierektorssamtal" ->
                TransferredKind.RECONCILIATION;
            case "introduktion", "introduktionsprogram" -> TransferredKind.INTRODUCTION;
            case "självstudier", "självstudie", "självstudietid", "inläsning", "self study" ->
                TransferredKind.SELF_STUDY;
            default -> null;
        };
        if (said != null) {
            return Optional.of(new Kind(said, null));
        }
        return form(written, forms).map(code -> new Kind(TransferredKind.ASSESSMENT, code));
    }

    /** The form that a name or a code means. */
    static Optional<String> form(String written, Map<String, String> forms) {
        String text = plain(written);
        return Optional.ofNullable(forms.get(text))
                .or(() -> Optional.ofNullable(
                        switch (text) {
                            case "minicex", "mini cex" -> "mini-cex";
                            case "360", "360 graders", "360 gradersbedömning", "msf" -> "msf-360";
                            case "medsittning", "sit in" -> "sit-in";
                            case "case based discussion", "fallbaserad diskussion" -> "cbd";
                            case "journal club" -> "journal-club";
                            default -> null;
                        }))
                .filter(forms::containsValue);
    }

    /** The names and codes of forms, as {@link #form} looks them up. */
    static String plain(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[-_\\s\\u00a0°]+", " ")
                .strip();
    }

    /** Hours: {@code 2}, {@code 2,5}, {@code 2.5 h}, {@code 1:30}, {@code 1 h 30 min}. */
    static Optional<BigDecimal> hours(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        Matcher clock = HOURS_AND_MINUTES.matcher(text);
        if (clock.matches() && Integer.parseInt(clock.group(2)) < 60) {
            BigDecimal minutes = new BigDecimal(clock.group(2));
            BigDecimal[] quarters = minutes.divideAndRemainder(new BigDecimal(15));
            return quarters[1].signum() == 0
                    ? Optional.of(new BigDecimal(clock.group(1)).add(quarters[0].multiply(new BigDecimal("0.25"))))
                    : Optional.empty();
        }
        Matcher plain = HOURS.matcher(text);
        if (plain.matches()) {
            String part = plain.group(2);
            return Optional.of(new BigDecimal(plain.group(1) + (part == null ? "" : "." + part)));
        }
        return Optional.empty();
    }
}
