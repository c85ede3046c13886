package se.stegen.chart;

import io.micronaut.core.annotation.Nullable;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Percentages as lying bars with their number at the end; what they are compared with is a hollow bar below. */
public final class BarChart {
    /** Width for a desk. */
    public static final int WIDE = 720;
    /** Width for a phone, on which less of a label stands in one line. */
    public static final int NARROW = 340;

    private static final int FOOT = 40;
    private static final int ROW = 46;
    /** A bar of 100 with its number beside it, on each width. */
    private static final int FULL = 116;

    private static final int FULL_NARROW = 150;
    private static final Color NONE = new Color(0, 0, 0, 0);

    /**
     * A bar.
     *
     * @param label what it stands for; told apart by its words, so no two are equal
     * @param percent 0-100; null draws none
     * @param reference 0-100: what it is compared with; null draws none
     */
    public record Bar(
            String label,
            @Nullable Integer percent,
            @Nullable Integer reference) {}

    private BarChart() {}

    /**
     * The chart as an {@code svg} element; empty on a machine without fontconfig and a font.
     *
     * @param bars from above
     * @param width {@link #WIDE} or {@link #NARROW}
     * @param title what the chart shows, read out
     * @param description what is to be seen in it, read out
     */
    public static Optional<String> svg(List<Bar> bars, int width, String title, String description, Locale locale) {
        return Drawing.FONTS
                ? Optional.of(
                        Drawing.svg(chart(bars, width, locale), width, FOOT + bars.size() * ROW, title, description))
                : Optional.empty();
    }

    private static JFreeChart chart(List<Bar> bars, int width, Locale locale) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (Bar bar : bars) {
            data.addValue(bar.percent(), "own", bar.label());
            data.addValue(bar.reference(), "reference", bar.label());
        }
        CategoryPlot plot = new CategoryPlot(data, labels(width), percent(width, locale), bar(locale));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(Ink.GRID.color());
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        return chart;
    }

    private static BarRenderer bar(Locale locale) {
        BarRenderer bar = new BarRenderer();
        bar.setBarPainter(new StandardBarPainter());
        bar.setShadowVisible(false);
        bar.setDrawBarOutline(true);
        bar.setItemMargin(0.08);
        bar.setSeriesPaint(0, Ink.LINE.color());
        bar.setSeriesOutlinePaint(0, Ink.LINE.color());
        bar.setSeriesPaint(1, NONE);
        bar.setSeriesOutlinePaint(1, Ink.TEXT.color());
        bar.setDefaultOutlineStroke(new BasicStroke(1.5f));
        bar.setDefaultItemLabelGenerator(
                new StandardCategoryItemLabelGenerator("{2} %", NumberFormat.getIntegerInstance(locale)));
        // At the end of its bar: over a filled one it could not be read.
        bar.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        bar.setDefaultItemLabelsVisible(true);
        bar.setDefaultItemLabelPaint(Ink.TEXT.color());
        bar.setDefaultItemLabelFont(font());
        return bar;
    }

    private static CategoryAxis labels(int width) {
        CategoryAxis axis = new CategoryAxis();
        axis.setMaximumCategoryLabelLines(3);
        axis.setMaximumCategoryLabelWidthRatio(width < WIDE ? 0.9f : 0.6f);
        axis.setCategoryMargin(0.25);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        axis.setTickLabelPaint(Ink.TEXT.color());
        axis.setTickLabelFont(font());
        axis.setAxisLinePaint(Ink.GRID.color());
        axis.setTickMarksVisible(false);
        return axis;
    }

    private static NumberAxis percent(int width, Locale locale) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(0, width < WIDE ? FULL_NARROW : FULL);
        axis.setTickUnit(new NumberTickUnit(width < WIDE ? 50 : 25, NumberFormat.getIntegerInstance(locale)));
        axis.setTickLabelPaint(Ink.TEXT.color());
        axis.setTickLabelFont(font());
        axis.setAxisLinePaint(Ink.GRID.color());
        axis.setTickMarkPaint(Ink.GRID.color());
        return axis;
    }

    private static Font font() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    }
}
