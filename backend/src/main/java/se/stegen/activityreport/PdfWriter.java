package se.stegen.activityreport;

import java.util.List;
import java.util.Locale;
import se.stegen.print.Page;
import se.stegen.print.Pdf;

/** Writes a document as PDF. */
final class PdfWriter {
    private PdfWriter() {}

    static byte[] write(String title, List<Block> blocks, Locale locale) {
        Page page = new Page(title, "STegen · " + title, locale);
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading(int level, String text) -> page.heading(text);
                case Block.Words(String text) -> page.line(text);
                case Block.Own(String text) -> page.line("[" + text + "]");
                case Block.Table table -> {
                    page.line(table.name());
                    page.table(table.columns(), table.rows());
                }
                case Block.Picture picture -> page.picture(picture.png(), picture.said());
            }
        }
        return Pdf.of(page);
    }
}
