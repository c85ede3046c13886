package se.stegen.activityreport;

import io.micronaut.core.annotation.Nullable;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import se.stegen.chart.ReportChart;
import se.stegen.common.Messages;
import se.stegen.guideline.Delay;
import se.stegen.guideline.Indicator;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.LightStatus;
import se.stegen.guideline.OrganisationCompliance;
import se.stegen.review.Register;

/** Words and figures of a yearly report, in a language: what the program knows, and places for what only people know. */
final class ActivityReportText {
    private static final double HUNDRED = 100;
    private static final Color NOW = new Color(0x7fb7be);
    private static final Color BEFORE = new Color(0xd3dadb);
    private static final Color GREEN = new Color(0x9fdab9);
    private static final Color YELLOW = new Color(0xf6dc9a);
    private static final Color RED = new Color(0xf2a9a4);

    private final ActivityReport report;
    private final Locale locale;

    ActivityReportText(ActivityReport report, Locale locale) {
        this.report = report;
        this.locale = locale;
    }

    String title() {
        return t("activity.title", report.now().organisationName(), Integer.toString(report.year()));
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Words(t(
                report.running() ? "activity.until" : "activity.about",
                report.now().date(),
                report.before().date())));
        summary(blocks);
        lights(blocks);
        moved(blocks);
        reviews(blocks);
        delay(blocks);
        clinics(blocks);
        blocks.add(new Block.Heading(1, t("activity.ahead")));
        blocks.add(new Block.Own(t("activity.ahead.own")));
        blocks.add(new Block.Heading(1, t("activity.method")));
        blocks.add(new Block.Words(t("activity.method.text")));
        blocks.add(new Block.Words(t("export.suppressed.why")));
        return blocks;
    }

    private void summary(List<Block> blocks) {
        blocks.add(new Block.Heading(1, t("activity.summary")));
        blocks.add(new Block.Own(t("activity.summary.own")));
        blocks.add(new Block.Table(
                t("activity.numbers"),
                List.of(
                        t("activity.what"),
                        day(report.before().date()),
                        day(report.now().date())),
                List.of(
                        List.of(t("activity.doctors"), number(report.doctorsBefore()), number(report.doctors())),
                        List.of(
                                t("activity.clinics"),
                                Integer.toString(report.before().clinics().size()),
                                Integer.toString(report.now().clinics().size())),
                        List.of(
                                t("activity.made"),
                                Integer.toString(report.reviewsBefore().made()),
                                Integer.toString(report.reviews().made())),
                        List.of(
                                t("activity.overdue"),
                                Integer.toString(report.reviewsBefore().overdue()),
                                Integer.toString(report.reviews().overdue())),
                        List.of(t("activity.open"), open(report.reviewsBefore()), open(report.reviews())))));
    }

    private String open(Register register) {
        int open = register.lines().stream().mapToInt(Register.Line::open).sum();
        int overdue = register.lines().stream().mapToInt(Register.Line::overdue).sum();
        return t("activity.open.of", open, overdue);
    }

    private void lights(List<Block> blocks) {
        blocks.add(new Block.Heading(1, t("activity.lights")));
        List<IndicatorCode> codes = report.now().asked();
        if (codes.isEmpty()) {
            blocks.add(new Block.Words(t("activity.nothing")));
            return;
        }
        List<IndicatorCode> ofDoctors =
                codes.stream().filter(code -> !code.ofClinic()).toList();
        blocks.add(new Block.Heading(2, t("activity.pooled")));
        picture(
                ofDoctors,
                List.of(
                        new ReportChart.Series(day(report.before().date()), BEFORE, shares(report.before(), ofDoctors)),
                        new ReportChart.Series(day(report.now().date()), NOW, shares(report.now(), ofDoctors))),
                false,
                t("activity.pooled.said", shares(ofDoctors)),
                blocks);
        blocks.add(new Block.Table(
                t("activity.pooled.table"),
                List.of(
                        t("export.indicator"),
                        day(report.before().date()),
                        day(report.now().date()),
                        t("activity.change"),
                        t("export.rule")),
                codes.stream()
                        .map(code -> List.of(
                                t("indicator." + code),
                                light(report.before().pooled(code)),
                                light(report.now().pooled(code)),
                                change(
                                        report.before().pooled(code),
                                        report.now().pooled(code)),
                                report.now().pooled(code).rule()))
                        .toList()));
        blocks.add(new Block.Heading(2, t("activity.spread")));
        picture(
                codes,
                List.of(
                        new ReportChart.Series(status(LightStatus.GREEN), GREEN, counts(codes, LightStatus.GREEN)),
                        new ReportChart.Series(status(LightStatus.YELLOW), YELLOW, counts(codes, LightStatus.YELLOW)),
                        new ReportChart.Series(status(LightStatus.RED), RED, counts(codes, LightStatus.RED))),
                true,
                t("activity.spread.said", worst(codes)),
                blocks);
        blocks.add(new Block.Table(
                t("activity.spread.table"),
                List.of(
                        t("export.indicator"),
                        status(LightStatus.GREEN),
                        status(LightStatus.YELLOW),
                        status(LightStatus.RED)),
                codes.stream()
                        .map(code -> List.of(
                                t("indicator." + code),
                                Long.toString(report.clinics(code, LightStatus.GREEN)),
                                Long.toString(report.clinics(code, LightStatus.YELLOW)),
                                Long.toString(report.clinics(code, LightStatus.RED))))
                        .toList()));
        blocks.add(new Block.Own(t("activity.lights.own")));
    }

    private void picture(
            List<IndicatorCode> codes,
            List<ReportChart.Series> series,
            boolean stacked,
            String said,
            List<Block> blocks) {
        List<String> names = codes.stream().map(code -> t("indicator." + code)).toList();
        ReportChart.png(names, series, stacked, locale)
                .ifPresent(png -> blocks.add(new Block.Picture(png, ReportChart.height(names.size()), said)));
    }

    private static List<@Nullable Double> shares(OrganisationCompliance table, List<IndicatorCode> codes) {
        List<@Nullable Double> shares = new ArrayList<>();
        for (IndicatorCode code : codes) {
            Double share = table.pooled(code).share();
            shares.add(share == null ? null : share * HUNDRED);
        }
        return shares;
    }

    private List<@Nullable Double> counts(List<IndicatorCode> codes, LightStatus status) {
        List<@Nullable Double> counts = new ArrayList<>();
        for (IndicatorCode code : codes) {
            long count = report.clinics(code, status);
            counts.add(count == 0 ? null : Double.valueOf((double) count));
        }
        return counts;
    }

    private String shares(List<IndicatorCode> codes) {
        return codes.stream()
                .map(code -> t("indicator." + code) + " " + light(report.now().pooled(code)))
                .collect(Collectors.joining(", "));
    }

    private String worst(List<IndicatorCode> codes) {
        return codes.stream()
                .filter(code -> report.clinics(code, LightStatus.RED) > 0)
                .map(code -> t("indicator." + code) + " " + report.clinics(code, LightStatus.RED))
                .collect(Collectors.joining(", "));
    }

    private void moved(List<Block> blocks) {
        blocks.add(new Block.Heading(1, t("activity.moved")));
        List<ActivityReport.Moved> moved = report.moved();
        if (moved.isEmpty()) {
            blocks.add(new Block.Words(t("activity.moved.none")));
        } else {
            blocks.add(new Block.Table(
                    t("activity.moved.table"),
                    List.of(t("export.clinic"), t("activity.better"), t("activity.worse")),
                    moved.stream()
                            .map(one -> List.of(one.clinic().name(), names(one.better()), names(one.worse())))
                            .toList()));
        }
        blocks.add(new Block.Own(t("activity.moved.own")));
    }

    private String names(List<IndicatorCode> codes) {
        return codes.isEmpty()
                ? "–"
                : codes.stream().map(code -> t("indicator." + code)).collect(Collectors.joining(", "));
    }

    private void reviews(List<Block> blocks) {
        blocks.add(new Block.Heading(1, t("activity.reviews")));
        Register register = report.reviews();
        blocks.add(new Block.Words(
                t("activity.reviews.text", register.made(), Integer.toString(report.year()), register.overdue())));
        List<Register.Line> told = register.lines().stream()
                .filter(line -> line.made() > 0 || line.externalOverdue() || line.open() > 0)
                .toList();
        if (!told.isEmpty()) {
            blocks.add(new Block.Table(
                    t("activity.reviews.table"),
                    List.of(
                            t("export.clinic"),
                            t("activity.review.last"),
                            t("activity.review.due"),
                            t("activity.open")),
                    told.stream()
                            .map(line -> List.of(
                                    line.clinicName(),
                                    Optional.ofNullable(line.external())
                                            .map(this::day)
                                            .orElse("–"),
                                    due(line),
                                    t("activity.open.of", line.open(), line.overdue())))
                            .toList()));
        }
        blocks.add(new Block.Own(t("activity.reviews.own")));
    }

    private String due(Register.Line line) {
        LocalDate due = line.externalDue();
        String text = due == null ? "–" : day(due);
        return line.externalOverdue() ? t("activity.review.late", text) : text;
    }

    private void delay(List<Block> blocks) {
        blocks.add(new Block.Heading(1, t("activity.delay")));
        Delay delay = report.delay();
        if (delay == null) {
            blocks.add(new Block.Words(t("export.suppressed.why")));
            return;
        }
        Double median = delay.median();
        Double within = delay.withinLimit();
        blocks.add(new Block.Words(
                median == null || within == null
                        ? t("activity.delay.none", delay.open())
                        : t(
                                "activity.delay.text",
                                delay.count(),
                                decimal(median),
                                decimal(within * HUNDRED),
                                delay.open())));
        blocks.add(new Block.Own(t("activity.delay.own")));
    }

    private void clinics(List<Block> blocks) {
        blocks.add(new Block.Heading(1, t("export.table")));
        if (report.now().clinics().isEmpty()) {
            blocks.add(new Block.Words(t("activity.nothing")));
            return;
        }
        blocks.add(new Block.Table(
                t("activity.clinics.table", day(report.now().date())),
                List.of(
                        t("export.clinic"),
                        t("export.group"),
                        t("activity.doctors"),
                        status(LightStatus.GREEN),
                        status(LightStatus.YELLOW),
                        status(LightStatus.RED)),
                report.now().clinics().stream()
                        .map(line -> List.of(
                                line.name(),
                                line.group(),
                                number(line.light(IndicatorCode.MAIN_SUPERVISOR).applicable()),
                                Long.toString(report.lights(line, LightStatus.GREEN)),
                                Long.toString(report.lights(line, LightStatus.YELLOW)),
                                Long.toString(report.lights(line, LightStatus.RED))))
                        .toList()));
    }

    /** Grön 12 av 16 (75 %). */
    private String light(Indicator light) {
        Integer met = light.met();
        Integer applicable = light.applicable();
        Double share = light.share();
        String value = light.value();
        if (light.suppressed()) {
            return t("export.suppressed");
        }
        if (light.status() == LightStatus.NOT_APPLICABLE) {
            return "–";
        }
        if (met != null && applicable != null && share != null) {
            return t("activity.share", status(light.status()), met, applicable, decimal(share * HUNDRED));
        }
        return value == null ? status(light.status()) : status(light.status()) + ", " + value;
    }

    private String change(Indicator before, Indicator now) {
        Double was = before.share();
        Double is = now.share();
        if (was == null || is == null) {
            return "–";
        }
        double points = (is - was) * HUNDRED;
        return t("activity.points", (points > 0 ? "+" : "") + decimal(points));
    }

    private String number(@Nullable Integer number) {
        return number == null ? t("export.suppressed") : number.toString();
    }

    private String status(LightStatus status) {
        return t("export.status." + status);
    }

    private String decimal(double number) {
        String plain = BigDecimal.valueOf(number)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return "sv".equals(locale.getLanguage()) ? plain.replace('.', ',') : plain;
    }

    private String day(LocalDate day) {
        return se.stegen.common.Days.text(day, locale);
    }

    private String t(String key, Object... arguments) {
        Object[] words = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = arguments[i] instanceof LocalDate day ? day(day) : arguments[i];
        }
        return Messages.get(locale, key, words);
    }
}
