package se.stegen.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.slf4j.LoggerFactory;

/** Whether there is a font to draw words with. */
final class Fonts {
    static final boolean PRESENT = present();

    private Fonts() {}

    private static boolean present() {
        // The program has no display, whatever machine it runs on.
        System.setProperty("java.awt.headless", "true");
        try {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 12)
                            .getStringBounds("Å", new FontRenderContext(null, true, true))
                            .getWidth()
                    > 0;
        } catch (RuntimeException | LinkageError | InternalError e) {
            LoggerFactory.getLogger(Fonts.class)
                    .warn("Charts are left out, their tables stand: install fontconfig and a font ({})", e.toString());
            return false;
        }
    }
}
