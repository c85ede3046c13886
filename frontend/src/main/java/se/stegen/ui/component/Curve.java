package se.stegen.ui.component;

import com.vaadin.flow.component.html.Div;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Judgements over time as dots and a line, drawn as SVG. What was not observed is a hollow dot on the base line, which
 * the line passes by. A table with the same data belongs beside it: this is a picture, and says so to screen readers.
 */
public final class Curve extends Div {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 640;
    private static final int STEP = 34;
    private static final int LEFT = 34;
    private static final int RIGHT = 16;
    private static final int TOP = 14;
    private static final int BOTTOM = 34;
    private static final int DOT = 5;
    private static final int MOST_MONTHS_APART = 12;

    /**
     * A dot.
     *
     * @param value 1 is the lowest; null is not observed
     */
    public record Dot(LocalDate day, @Nullable Integer value) {}

    /**
     * A curve.
     *
     * @param dots oldest first; at least one
     * @param highest the scale's highest step, at least 1
     * @param said what the picture shows, for those who don't see it
     */
    public Curve(List<Dot> dots, int highest, String said) {
        addClassName("curve");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", said);
        getElement().setProperty("innerHTML", svg(dots, highest));
    }

    /** Numbers and years only: nothing that anybody wrote gets into the markup. */
    private static String svg(List<Dot> dots, int highest) {
        int height = TOP + STEP * highest + BOTTOM;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" aria-hidden=\"true\" focusable=\"false\">", WIDTH, height));
        for (int step = 0; step <= highest; step++) {
            int y = y(step, highest);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>",
                    step == 0 ? "base" : "step",
                    LEFT,
                    WIDTH - RIGHT,
                    y,
                    y));
            if (step > 0) {
                svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%d</text>", 4, y + 5, step));
            }
        }
        LocalDate first = dots.getFirst().day();
        LocalDate last = dots.getLast().day();
        years(svg, first, last, height);
        StringBuilder line = new StringBuilder();
        StringBuilder circles = new StringBuilder();
        for (Dot dot : dots) {
            Integer value = dot.value();
            double x = x(dot.day(), first, last);
            int y = y(value == null ? 0 : value, highest);
            if (value != null) {
                line.append(String.format(Locale.ROOT, "%.1f,%d ", x, y));
            }
            circles.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s\" cx=\"%.1f\" cy=\"%d\" r=\"%d\"/>",
                    value == null ? "unseen" : "seen",
                    x,
                    y,
                    DOT));
        }
        return svg.append("<polyline points=\"")
                .append(line)
                .append("\"/>")
                .append(circles)
                .append("</svg>")
                .toString();
    }

    private static void years(StringBuilder svg, LocalDate first, LocalDate last, int height) {
        if (ChronoUnit.MONTHS.between(first, last) < MOST_MONTHS_APART && first.getYear() == last.getYear()) {
            year(svg, LEFT, height, first.getYear());
            return;
        }
        for (int year = first.getYear() + 1; year <= last.getYear(); year++) {
            year(svg, x(LocalDate.of(year, 1, 1), first, last), height, year);
        }
    }

    private static void year(StringBuilder svg, double x, int height, int year) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"year\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/><text x=\"%.1f\" y=\"%d\">%d</text>",
                x,
                x,
                TOP,
                height - BOTTOM,
                Math.min(x, WIDTH - 70.0),
                height - 8,
                year));
    }

    private static double x(LocalDate day, LocalDate first, LocalDate last) {
        long all = ChronoUnit.DAYS.between(first, last);
        double part = all == 0 ? 0.5 : (double) ChronoUnit.DAYS.between(first, day) / all;
        return LEFT + DOT + part * (WIDTH - LEFT - RIGHT - 2.0 * DOT);
    }

    private static int y(int step, int highest) {
        return TOP + STEP * (highest - step);
    }
}
