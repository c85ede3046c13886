package se.stegen.spur;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files of reports, made in the test. */
public final class SpurFiles {
    private static final int LINES = 45;

    private SpurFiles() {}

    /** A PDF with the text, on at least so many pages; with a password where that is not empty. */
    public static byte[] pdf(String text, int pages, String password) {
        try (PDDocument document = new PDDocument()) {
            List<String> lines = new ArrayList<>(text.lines()
                    .filter(line -> !line.isBlank())
                    .map(String::strip)
                    .toList());
            while (!lines.isEmpty() || document.getNumberOfPages() < pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                List<String> some = lines.subList(0, Math.min(LINES, lines.size()));
                if (some.isEmpty()) {
                    continue;
                }
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 9);
                    out.beginText();
                    out.newLineAtOffset(40, 740);
                    out.setLeading(15);
                    for (String line : some) {
                        out.showText(line);
                        out.newLine();
                    }
                    out.endText();
                }
                some.clear();
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Word document with the text. */
    public static byte[] docx(String text) {
        try (XWPFDocument document = new XWPFDocument()) {
            text.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> document.createParagraph().createRun().setText(line.strip()));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with a macro inside, under its innocent name. */
    public static byte[] withMacro(byte[] docx) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
            out.putNextEntry(new ZipEntry("word/vbaProject.bin"));
            out.write(new byte[] {1, 2, 3});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
