package se.stegen.chart;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jfree.chart.JFreeChart;
import org.slf4j.LoggerFactory;

/** Draws charts as {@code svg} elements for a page. */
final class Drawing {
    /** Whether Java can measure words here: false on a machine without fontconfig and a font. */
    static final boolean FONTS = fonts();

    private Drawing() {}

    static String svg(JFreeChart chart, int width, int height, String title, String description) {
        VectorGraphics2D graphics = new VectorGraphics2D();
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new SVGProcessor()
                    .getDocument(graphics.getCommands(), new PageSize(0, 0, width, height))
                    .writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SvgForPage.of(out.toByteArray(), title, description);
    }

    private static boolean fonts() {
        // The program has no display, whatever machine it runs on.
        System.setProperty("java.awt.headless", "true");
        try {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 12)
                            .getStringBounds("Å", new FontRenderContext(null, true, true))
                            .getWidth()
                    > 0;
        } catch (RuntimeException | LinkageError | InternalError e) {
            LoggerFactory.getLogger(Drawing.class)
                    .warn("Charts are left out, their tables stand: install fontconfig and a font ({})", e.toString());
            return false;
        }
    }
}
