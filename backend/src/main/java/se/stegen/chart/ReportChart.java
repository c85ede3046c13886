package se.stegen.chart;

import io.micronaut.core.annotation.Nullable;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/** Lying bars for a document, of per cent or stacked counts, as a picture on white: each with its number at it, so that colour tells nothing alone. */
public final class ReportChart {
    /** Width of every picture, in points. */
    public static final int WIDTH = 720;

    private static final int ROW = 25;
    /** Some more than a hundred: the number at a full bar has its place, too. */
    private static final int PERCENT = 106;

    private static final int REST = 70;
    private static final int SHARP = 2;
    private static final Color TEXT = new Color(0x1b2a2f);
    private static final Color LINE = new Color(0xdfe6e6);

    /**
     * Bars of one kind.
     *
     * @param values one for each row; null leaves out
     */
    public record Series(String name, Color color, List<@Nullable Double> values) {}

    private ReportChart() {}

    /** The height of a picture of so many rows, in points. */
    public static int height(int rows) {
        return REST + ROW * Math.max(1, rows);
    }

    /**
     * The chart as PNG; empty on a machine without fontconfig and a font, where Java measures no words.
     *
     * @param stacked whether the values are counts, whose bars stand end to end; else they are per cent, bar below bar
     */
    public static Optional<byte[]> png(List<String> rows, List<Series> series, boolean stacked, Locale locale) {
        if (!Fonts.PRESENT || rows.isEmpty()) {
            return Optional.empty();
        }
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (Series one : series) {
            for (int i = 0; i < rows.size(); i++) {
                data.addValue(one.values().get(i), one.name(), rows.get(i));
            }
        }
        BarRenderer bars = stacked ? new StackedBarRenderer() : new BarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setItemMargin(0.05);
        bars.setDefaultItemLabelGenerator(
                new StandardCategoryItemLabelGenerator("{2}", NumberFormat.getIntegerInstance(locale)));
        bars.setDefaultItemLabelsVisible(true);
        bars.setDefaultItemLabelFont(font(9));
        bars.setDefaultItemLabelPaint(TEXT);
        for (int i = 0; i < series.size(); i++) {
            bars.setSeriesPaint(i, series.get(i).color());
        }
        CategoryAxis names = new CategoryAxis();
        names.setTickLabelFont(font(12));
        names.setTickLabelPaint(TEXT);
        names.setMaximumCategoryLabelWidthRatio(0.4f);
        NumberAxis numbers = new NumberAxis();
        numbers.setTickLabelFont(font(11));
        numbers.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        if (!stacked) {
            numbers.setRange(0, PERCENT);
        }
        CategoryPlot plot = new CategoryPlot(data, names, numbers, bars);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(LINE);
        plot.setOutlineVisible(false);
        JFreeChart chart = new JFreeChart(null, null, plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.getLegend().setItemFont(font(12));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ChartUtils.writeScaledChartAsPNG(out, chart, WIDTH, height(rows.size()), SHARP, SHARP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(out.toByteArray());
    }

    private static Font font(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }
}
