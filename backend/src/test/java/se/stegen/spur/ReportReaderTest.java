package se.stegen.spur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static se.stegen.testing.TestProgram.refused;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import se.stegen.common.ProblemCode;

/** Files as people send them, read in the process of its own that reads them in the program. */
class ReportReaderTest {
    private static final String TEXT = SpurTexts.ours(SpurTexts.ONE);

    private final ReportReader reader = new ReportReader();

    private void reads(byte[] file) {
        SpurReport report = reader.read(file);
        assertEquals(3, report.actions().size());
        assertEquals(Set.of(Area.F, Area.H), report.grades().keySet());
        assertEquals(
                "H7",
                Checklist.understand(report.actions().get(1).item())
                        .orElseThrow()
                        .code());
    }

    @Test
    void pdfAndWordAndTextGiveTheSame() {
        reads(SpurFiles.pdf(TEXT, 1, ""));
        reads(SpurFiles.docx(TEXT));
        reads(TEXT.getBytes(StandardCharsets.UTF_8));
        reads(TEXT.getBytes(Charset.forName("windows-1252")));
    }

    @Test
    void aReportOfTwoHundredPagesIsReadOneOfAThousandIsNot() {
        reads(SpurFiles.pdf(TEXT, 200, ""));
        refused(ProblemCode.REPORT_TOO_LONG, () -> reader.read(SpurFiles.pdf(TEXT, 1000, "")));
    }

    @Test
    void whatIsNoReportSaysSo() {
        refused(
                ProblemCode.NOT_A_REPORT,
                () -> reader.read(SpurFiles.pdf("Matsedel\n".repeat(60) + "Fisk på fredag", 200, "")));
        refused(ProblemCode.NOT_A_REPORT, () -> reader.read("Vi ses på tisdag".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aScannedReportHasNoText() {
        refused(ProblemCode.REPORT_WITHOUT_TEXT, () -> reader.read(SpurFiles.pdf("", 3, "")));
    }

    @Test
    void aPasswordStays() {
        refused(ProblemCode.FILE_PROTECTED, () -> reader.read(SpurFiles.pdf(TEXT, 1, "hemligt")));
    }

    @Test
    void aMacroIsNotOpened() {
        refused(ProblemCode.FILE_WITH_MACRO, () -> reader.read(SpurFiles.withMacro(SpurFiles.docx(TEXT))));
    }

    @Test
    void aPictureIsNoReportWhateverItIsCalled() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", png);
        refused(ProblemCode.FILE_KIND, () -> reader.read(png.toByteArray()));
        refused(
                ProblemCode.FILE_KIND,
                () -> reader.read(("<html><body>" + TEXT + "</body></html>").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileThatWasCutIsDamaged() {
        byte[] docx = SpurFiles.docx(TEXT);
        refused(ProblemCode.FILE_DAMAGED, () -> reader.read(java.util.Arrays.copyOf(docx, docx.length / 2)));
        refused(ProblemCode.TOO_LARGE, () -> reader.read(new byte[ReportReader.MOST_BYTES + 1]));
    }
}
