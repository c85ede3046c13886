package se.stegen.coverage;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.stegen.common.Messages;
import se.stegen.common.Period;
import se.stegen.iup.IupKind;

/** The rules of coverage, without a database. */
public final class CoverageRules {
    private CoverageRules() {}

    /**
     * The word about a goal on a day: what is attested is done, what is shown needs no plan any more, and only then does
     * it matter what is planned.
     *
     * @param attested whether an attestation is in force
     * @param evidence valid records that show it, 0 or more
     * @param activities the periods of everything planned for it
     */
    public static GoalState state(boolean attested, int evidence, Collection<Period> activities, LocalDate day) {
        if (attested) {
            return GoalState.ATTESTED;
        }
        if (evidence > 0) {
            return GoalState.EVIDENCE;
        }
        if (activities.isEmpty()) {
            return GoalState.NOT_COVERED;
        }
        if (activities.stream().anyMatch(period -> period.contains(day))) {
            return GoalState.UNDER_WAY;
        }
        return activities.stream().anyMatch(period -> period.from().isAfter(day))
                ? GoalState.PLANNED
                : GoalState.EVIDENCE_MISSING;
    }

    /**
     * A goal's mandatory activities, each a code or alternatives: {@code KLIN;KLIN|AUSK} gives two. They are regulation
     * (föreskrift) of the målbeskrivning.
     */
    public static List<String> required(@Nullable String activities) {
        return activities == null
                ? List.of()
                : Arrays.stream(activities.split(";", -1))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .toList();
    }

    /**
     * The mandatory activities that nothing of these kinds covers. Where one is served (KLIN in primary care) cannot be
     * seen from a kind, and a code that is not known here cannot be judged: neither is told as missing.
     */
    public static List<String> missing(@Nullable String activities, Collection<IupKind> planned) {
        List<String> missing = new ArrayList<>();
        for (String one : required(activities)) {
            boolean covered = alternatives(one)
                    .map(CoverageRules::kinds)
                    .anyMatch(kinds -> kinds.isEmpty() || kinds.stream().anyMatch(planned::contains));
            if (!covered) {
                missing.add(one);
            }
        }
        return missing;
    }

    /** A mandatory activity in words: {@code KLIN|AUSK} is klinisk tjänstgöring eller auskultation. */
    public static String words(String required, Locale locale) {
        return alternatives(required)
                .map(one -> word(one, locale))
                .collect(Collectors.joining(" " + Messages.get(locale, "activity.or") + " "));
    }

    /** Several of them in words: kurs, auskultation och klinisk tjänstgöring. */
    public static String words(List<String> required, Locale locale) {
        List<String> words = required.stream().map(one -> words(one, locale)).toList();
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " " + Messages.get(locale, "activity.and") + " "
                + words.getLast();
    }

    private static String word(String activity, Locale locale) {
        String key = "activity." + base(activity);
        String word = Messages.get(locale, key);
        int detail = activity.indexOf('(');
        if (word.equals(key)) {
            return activity;
        }
        return detail < 0 ? word : word + " " + activity.substring(detail);
    }

    /** What covers a mandatory activity; empty for a code that is not known here. */
    private static Set<IupKind> kinds(String activity) {
        return switch (base(activity)) {
            case "KLIN" -> EnumSet.of(IupKind.PLACEMENT);
            case "KURS" -> EnumSet.of(IupKind.COURSE);
            case "KVAL", "UTV" -> EnumSet.of(IupKind.QUALITY_WORK);
            case "VET" -> EnumSet.of(IupKind.RESEARCH);
            case "AUSK" -> EnumSet.of(IupKind.OTHER, IupKind.PLACEMENT);
            default -> EnumSet.noneOf(IupKind.class);
        };
    }

    private static String base(String activity) {
        int detail = activity.indexOf('(');
        return (detail < 0 ? activity : activity.substring(0, detail)).strip();
    }

    private static Stream<String> alternatives(String required) {
        return Arrays.stream(required.split("\\|", -1)).map(String::strip);
    }
}
