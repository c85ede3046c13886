package se.stegen.chart;

import io.micronaut.core.annotation.Nullable;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.geom.Ellipse2D;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.time.Day;
import org.jfree.data.time.TimeSeries;
import org.jfree.data.time.TimeSeriesCollection;

/** Shares over time as a line with dots, and lines at the shares from which it is green and yellow. */
public final class TrendChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 260;
    private static final double DOT = 3;
    private static final double HUNDRED = 100;
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    /**
     * A dot.
     *
     * @param part 0-1; null leaves a gap
     */
    public record Dot(LocalDate day, @Nullable Double part) {}

    private TrendChart() {}

    /**
     * The chart as an {@code svg} element; empty on a machine without fontconfig and a font, where Java measures no words.
     *
     * @param dots the oldest first
     * @param greenFrom 0-1: where the upper line is drawn; null draws none
     * @param yellowFrom 0-1: where the lower line is drawn; null draws none
     * @param title what the chart shows, read out
     * @param description what is to be seen in it, read out
     */
    public static Optional<String> svg(
            List<Dot> dots,
            @Nullable Double greenFrom,
            @Nullable Double yellowFrom,
            String title,
            String description,
            Locale locale) {
        return Fonts.PRESENT
                ? Optional.of(
                        Drawing.svg(chart(dots, greenFrom, yellowFrom, locale), WIDTH, HEIGHT, title, description))
                : Optional.empty();
    }

    private static JFreeChart chart(
            List<Dot> dots, @Nullable Double greenFrom, @Nullable Double yellowFrom, Locale locale) {
        TimeSeries series = new TimeSeries("part");
        for (Dot dot : dots) {
            Double part = dot.part();
            series.add(
                    new Day(Date.from(dot.day().atStartOfDay(ZONE).toInstant()), TimeZone.getTimeZone(ZONE), locale),
                    part == null ? null : Double.valueOf(part * HUNDRED));
        }
        XYPlot plot = new XYPlot(
                new TimeSeriesCollection(series, TimeZone.getTimeZone(ZONE)), years(locale), percent(locale), line());
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(Ink.GRID.color());
        plot.setDomainGridlinesVisible(false);
        mark(plot, greenFrom, Ink.GREEN.color());
        mark(plot, yellowFrom, Ink.YELLOW.color());
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        return chart;
    }

    private static XYLineAndShapeRenderer line() {
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, true);
        line.setSeriesPaint(0, Ink.LINE.color());
        line.setSeriesShape(0, new Ellipse2D.Double(-DOT, -DOT, 2 * DOT, 2 * DOT));
        line.setSeriesStroke(0, new BasicStroke(2));
        line.setDrawSeriesLineAsPath(true);
        line.setUseFillPaint(false);
        return line;
    }

    private static void mark(XYPlot plot, @Nullable Double share, Color color) {
        if (share != null) {
            plot.addRangeMarker(new ValueMarker(
                    share * HUNDRED,
                    (Paint) color,
                    new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0)));
        }
    }

    private static DateAxis years(Locale locale) {
        DateAxis axis = new DateAxis(null, TimeZone.getTimeZone(ZONE), locale);
        // One word a year: they stand apart on a phone, too, where letters are larger.
        SimpleDateFormat year = new SimpleDateFormat("yyyy", locale);
        year.setTimeZone(TimeZone.getTimeZone(ZONE));
        axis.setTickUnit(new DateTickUnit(DateTickUnitType.YEAR, 1, year));
        ink(axis);
        return axis;
    }

    private static NumberAxis percent(Locale locale) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(-2, 104);
        NumberFormat format = NumberFormat.getIntegerInstance(locale);
        axis.setTickUnit(new NumberTickUnit(25, format));
        ink(axis);
        return axis;
    }

    private static void ink(ValueAxis axis) {
        axis.setTickLabelPaint(Ink.TEXT.color());
        axis.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        axis.setAxisLinePaint(Ink.GRID.color());
        axis.setTickMarkPaint(Ink.GRID.color());
    }
}
