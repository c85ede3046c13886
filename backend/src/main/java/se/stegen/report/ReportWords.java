package se.stegen.report;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.stegen.common.Days;
import se.stegen.common.Messages;

/** What the portfolio says of a year, in words: on the screen and on paper. */
public final class ReportWords {
    private final Locale locale;

    /** Words in a language. */
    public ReportWords(Locale locale) {
        this.locale = locale;
    }

    /** One sentence that says how many there are, or that there is nothing; empty where the lines say it. */
    public String sentence(AnnualReport report, ReportSection section) {
        List<ReportLine> facts = report.facts(section);
        if (section == ReportSection.YEAR) {
            return "";
        }
        if (facts.isEmpty()) {
            return t("report.nothing." + section);
        }
        return section == ReportSection.SELF_STUDY || section == ReportSection.TEACHING
                ? ""
                : t("report.count." + section, facts.size());
    }

    /** A line per record, in order; assessments by form. */
    public List<String> lines(AnnualReport report, ReportSection section) {
        List<ReportLine> facts = report.facts(section);
        if (section == ReportSection.YEAR) {
            return List.of();
        }
        return section == ReportSection.ASSESSMENT
                ? assessments(facts)
                : facts.stream().map(one -> line(section, one)).toList();
    }

    /** By form, and within it by judgement. */
    private List<String> assessments(List<ReportLine> facts) {
        Map<String, TreeMap<String, Integer>> byForm = new LinkedHashMap<>();
        for (ReportLine one : facts) {
            BigDecimal overall = one.number();
            String judgement = overall == null
                    ? t("report.no.judgement")
                    : t("report.judgement", overall.stripTrailingZeros().toPlainString());
            byForm.computeIfAbsent(title(one), form -> new TreeMap<>()).merge(judgement, 1, Integer::sum);
        }
        List<String> lines = new ArrayList<>();
        byForm.forEach((form, judgements) -> {
            int all = judgements.values().stream().mapToInt(Integer::intValue).sum();
            List<String> each = judgements.entrySet().stream()
                    .map(one -> t("report.times", one.getKey(), one.getValue()))
                    .toList();
            lines.add(form + ": " + all + " (" + String.join(", ", each) + ")");
        });
        return lines;
    }

    private String line(ReportSection section, ReportLine one) {
        String when = when(one.day(), one.until(), section);
        return switch (section) {
            case SUPERVISION, PLACEMENT, COURSE, GOAL -> when + " · " + title(one);
            case SELF_STUDY -> t("report.hours", number(one.number()));
            case TEACHING -> t("teaching.kind." + one.title()) + ": " + number(one.number());
            case PLAN -> when + " · " + t("report.version", number(one.number()));
            case MEETING -> when + " · " + t("meeting.kind." + one.title());
            case ABSENCE -> when + " · " + number(one.number()) + " %";
            case ASSESSMENT, YEAR -> title(one);
        };
    }

    private String when(@Nullable LocalDate from, @Nullable LocalDate to, ReportSection section) {
        if (from == null) {
            return "";
        }
        if (to != null) {
            return from.equals(to) ? day(from) : day(from) + " – " + day(to);
        }
        return section == ReportSection.ABSENCE ? t("report.since", day(from)) : day(from);
    }

    private String day(LocalDate date) {
        return Days.text(date, locale);
    }

    private String title(ReportLine one) {
        String english = one.titleEn();
        return english != null && "en".equals(locale.getLanguage()) ? english : one.title();
    }

    private String number(@Nullable BigDecimal number) {
        return number == null ? "–" : NumberFormat.getNumberInstance(locale).format(number);
    }

    private String t(String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
