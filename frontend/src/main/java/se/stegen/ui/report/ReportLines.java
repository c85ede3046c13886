package se.stegen.ui.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
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
import se.stegen.common.Messages;
import se.stegen.report.AnnualReport;
import se.stegen.report.ReportLine;
import se.stegen.report.ReportSection;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;

/** What the portfolio says of a year, in words. */
final class ReportLines {
    private final Locale locale;

    ReportLines(Locale locale) {
        this.locale = locale;
    }

    /** The facts of a section: one sentence first, each record below where there are several. */
    List<Component> of(AnnualReport report, ReportSection section) {
        List<ReportLine> facts = report.facts(section);
        if (section == ReportSection.YEAR) {
            return List.of();
        }
        if (facts.isEmpty()) {
            return List.of(new Paragraph(t("report.nothing." + section)));
        }
        List<String> lines = section == ReportSection.ASSESSMENT ? assessments(facts) : lines(section, facts);
        List<Component> parts = new ArrayList<>();
        if (section != ReportSection.SELF_STUDY && section != ReportSection.TEACHING) {
            parts.add(new Paragraph(t("report.count." + section, facts.size())));
        }
        var list = Html.tag("ul");
        lines.forEach(line -> list.add(Html.text("li", line)));
        parts.add(list);
        return parts;
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

    private List<String> lines(ReportSection section, List<ReportLine> facts) {
        return facts.stream().map(one -> line(section, one)).toList();
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
            return from.equals(to) ? Dates.day(from, locale) : Dates.day(from, locale) + " – " + Dates.day(to, locale);
        }
        return section == ReportSection.ABSENCE ? t("report.since", Dates.day(from, locale)) : Dates.day(from, locale);
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
