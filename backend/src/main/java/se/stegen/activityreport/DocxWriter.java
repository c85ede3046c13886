package se.stegen.activityreport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * Writes a document for Word: headings are of Word's own styles, so that its navigation and a screen reader find them, tables
 * repeat their header row, pictures say what they show.
 */
final class DocxWriter {
    private static final String TITLE = "Title";
    private static final String HEADING = "Heading";
    private static final int PICTURE_WIDTH = 460;
    private static final String FULL_WIDTH = "100%";

    private DocxWriter() {}

    static byte[] write(String title, List<Block> blocks, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle(title);
            document.getProperties().getCoreProperties().setCreator("STegen");
            XWPFStyles styles = document.createStyles();
            styles.setSpellingLanguage("sv".equals(locale.getLanguage()) ? "sv-SE" : "en-GB");
            style(styles, TITLE, "Title", 40, -1);
            style(styles, HEADING + 1, "heading 1", 30, 0);
            style(styles, HEADING + 2, "heading 2", 25, 1);
            words(document, title, TITLE);
            for (Block block : blocks) {
                write(document, block);
            }
            document.write(out);
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /**
     * A style of paragraphs.
     *
     * @param halves its letters' size in halves of a point
     * @param outline level in the outline, from 0; below there is none
     */
    private static void style(XWPFStyles styles, String id, String name, int halves, int outline) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        var letters = style.addNewRPr();
        letters.addNewB();
        letters.addNewSz().setVal(BigInteger.valueOf(halves));
        var paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        var space = paragraph.addNewSpacing();
        space.setBefore(BigInteger.valueOf(240));
        space.setAfter(BigInteger.valueOf(80));
        if (outline >= 0) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        styles.addStyle(new XWPFStyle(style));
    }

    private static void write(XWPFDocument document, Block block) throws IOException, InvalidFormatException {
        switch (block) {
            case Block.Heading(int level, String text) -> words(document, text, HEADING + level);
            case Block.Words(String text) -> words(document, text, "");
            case Block.Own(String text) ->
                words(document, "[" + text + "]", "").getRuns().getFirst().setItalic(true);
            case Block.Table table -> table(document, table);
            case Block.Picture picture -> picture(document, picture);
        }
    }

    private static XWPFParagraph words(XWPFDocument document, String text, String style) {
        XWPFParagraph paragraph = document.createParagraph();
        if (!style.isEmpty()) {
            paragraph.setStyle(style);
        }
        paragraph.createRun().setText(text);
        return paragraph;
    }

    private static void table(XWPFDocument document, Block.Table table) {
        XWPFParagraph name = words(document, table.name(), "");
        // Sets the paragraph's properties up, without which the next line fails in POI 5.5.1.
        name.setSpacingAfter(60);
        name.setKeepNext(true);
        name.getRuns().getFirst().setBold(true);
        XWPFTable drawn =
                document.createTable(table.rows().size() + 1, table.columns().size());
        drawn.setWidth(FULL_WIDTH);
        XWPFTableRow head = drawn.getRow(0);
        head.setRepeatHeader(true);
        for (int c = 0; c < table.columns().size(); c++) {
            cell(head, c, table.columns().get(c), true);
        }
        for (int r = 0; r < table.rows().size(); r++) {
            XWPFTableRow row = drawn.getRow(r + 1);
            row.setCantSplitRow(true);
            for (int c = 0; c < table.columns().size(); c++) {
                cell(row, c, table.rows().get(r).get(c), false);
            }
        }
        document.createParagraph();
    }

    private static void cell(XWPFTableRow row, int column, String text, boolean bold) {
        XWPFRun run = row.getCell(column).getParagraphs().getFirst().createRun();
        run.setText(text);
        run.setFontSize(9);
        run.setBold(bold);
    }

    private static void picture(XWPFDocument document, Block.Picture picture)
            throws IOException, InvalidFormatException {
        XWPFRun run = document.createParagraph().createRun();
        run.addPicture(
                new ByteArrayInputStream(picture.png()),
                PictureType.PNG,
                "figur.png",
                Units.toEMU(PICTURE_WIDTH),
                Units.toEMU((double) PICTURE_WIDTH * picture.height() / Block.Picture.WIDTH));
        run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(picture.said());
    }
}
