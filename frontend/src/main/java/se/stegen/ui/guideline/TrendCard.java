package se.stegen.ui.guideline;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Locale;
import se.stegen.chart.TrendChart;
import se.stegen.common.Messages;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.LightStatus;
import se.stegen.guideline.TrendPoint;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Lights;
import se.stegen.ui.component.Sheet;
import se.stegen.ui.component.TrafficLight;

/** One indicator over the last month ends: a picture, and the same as a table. */
final class TrendCard extends Div {
    static final String TABLE = "trend-table";

    private static final long serialVersionUID = 1L;

    TrendCard(IndicatorCode code, List<TrendPoint> points, Locale locale) {
        addClassName("card");
        String name = Messages.get(locale, "indicator." + code);
        add(Html.text("h2", Messages.get(locale, "outlook.trend", name, points.size())));
        if (!points.isEmpty()) {
            add(Html.text("p", points.getLast().light().rule()));
        }
        if (points.stream().allMatch(point -> point.light().status() == LightStatus.NOT_APPLICABLE)) {
            add(Html.text("p", Messages.get(locale, "outlook.trend.none")));
            return;
        }
        Details table = table(name, points, locale);
        if (points.stream().noneMatch(point -> point.part() != null)) {
            // Dates of reviews and states of a plan have no height.
            table.setOpened(true);
            add(table);
            return;
        }
        TrendChart.svg(
                        points.stream()
                                .map(point -> new TrendChart.Dot(point.date(), point.part()))
                                .toList(),
                        limit(code, points, LightStatus.GREEN),
                        limit(code, points, LightStatus.YELLOW),
                        Messages.get(locale, "outlook.trend", name, points.size()),
                        said(points, locale),
                        locale)
                .ifPresent(svg -> {
                    Div picture = Html.div("trend");
                    picture.getElement().setProperty("innerHTML", svg);
                    add(picture, legend(locale));
                });
        add(table);
    }

    /** From which share a light is green or yellow: of what is of the clinic itself by definition, else the guideline's. */
    private static @Nullable Double limit(IndicatorCode code, List<TrendPoint> points, LightStatus status) {
        boolean green = status == LightStatus.GREEN;
        if (code == IndicatorCode.STUDIEREKTOR_TIME) {
            return green ? 1.0 : 0.75;
        }
        if (code.ofClinic()) {
            return green ? 0.9 : 0.7;
        }
        return green ? points.getLast().greenFrom() : points.getLast().yellowFrom();
    }

    private static String said(List<TrendPoint> points, Locale locale) {
        TrendPoint first = points.getFirst();
        TrendPoint last = points.getLast();
        return Messages.get(
                locale,
                "outlook.trend.said",
                Dates.day(first.date(), locale),
                Lights.fraction(first.light(), locale),
                Dates.day(last.date(), locale),
                Lights.fraction(last.light(), locale));
    }

    private static Div legend(Locale locale) {
        Span green = new Span(Messages.get(locale, "outlook.legend.green"));
        green.addClassName("chart-green");
        Span yellow = new Span(Messages.get(locale, "outlook.legend.yellow"));
        yellow.addClassName("chart-yellow");
        return Html.div("legend", green, yellow);
    }

    private static Details table(String name, List<TrendPoint> points, Locale locale) {
        Sheet sheet = new Sheet(
                name,
                List.of(
                        Messages.get(locale, "outlook.month"),
                        Messages.get(locale, "guideline.indicator"),
                        Messages.get(locale, "guideline.rule")));
        for (TrendPoint point : points.reversed()) {
            sheet.row(
                    new Span(Dates.day(point.date(), locale)),
                    new TrafficLight(
                            point.light().status(),
                            Messages.get(locale, "light." + point.light().status()) + " "
                                    + Lights.fraction(point.light(), locale)),
                    Html.text("small", point.light().rule()));
        }
        Details details = new Details(Messages.get(locale, "outlook.table"), sheet);
        details.setId(TABLE);
        details.setWidthFull();
        return details;
    }
}
