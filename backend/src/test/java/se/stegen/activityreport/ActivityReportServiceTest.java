package se.stegen.activityreport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.guideline.IndicatorCode;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** The yearly report is a real document: headings, tables, figures, pictures that say what they show. */
class ActivityReportServiceTest {
    private final ActivityReportService reports = TestProgram.bean(ActivityReportService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long region;
    private long small;
    private long large;
    private Actor overall;

    @BeforeEach
    void aRegionWithASmallAndTwoLargerClinics() {
        TestProgram.reference();
        region = Fixtures.insert(
                "INSERT INTO organisation (name, kind, guideline_code) VALUES (?, 'REGION', 'skane-2015')",
                Fixtures.unique("Region "));
        small = clinic("A");
        large = clinic("C");
        doctors(small, 1, 1);
        doctors(clinic("B"), 3, 1);
        doctors(large, 5, 4);
        Fixtures.insert(
                "INSERT INTO review (clinic_id, kind, reviewed_on, state, strengths, weaknesses, potential, unsorted,"
                        + " created_by, created_at, updated_at) VALUES (?, 'EXTERNAL', ?, 'CONFIRMED', '', '', '', '', ?,"
                        + " UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
                large,
                LocalDate.of(today.getYear(), 1, 1),
                Fixtures.person("Inläggare"));
        long person = Fixtures.person("Överstudierektor");
        Fixtures.insert(
                "INSERT INTO role_assignment (person_id, role, scope_type, scope_id, valid_from)"
                        + " VALUES (?, 'OVERALL_STUDIEREKTOR', 'ORGANISATION', ?, '2020-01-01')",
                person,
                region);
        overall = Fixtures.actor(person);
    }

    @Test
    void theWordFileHasHeadingsTablesAndFigures() throws IOException {
        ActivityReportFile file = reports.draft(overall, region, null, ActivityReportFormat.DOCX);
        assertEquals("verksamhetsberattelse-" + region + "-" + today.getYear() + ".docx", file.name());
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file.content()))) {
            List<String> headings = document.getParagraphs().stream()
                    .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
                    .map(XWPFParagraph::getText)
                    .toList();
            assertTrue(
                    headings.containsAll(List.of(
                            "Sammanfattning", "Så står klinikerna mot riktlinjen", "Granskningar och åtgärder")),
                    headings.toString());
            assertEquals("heading 1", document.getStyles().getStyle("Heading1").getName());
            assertTrue(document.getParagraphs().getFirst().getText().startsWith("Verksamhetsberättelse ST, Region "));
            assertTrue(document.getParagraphs().stream()
                    .anyMatch(one -> one.getText().startsWith("[Skriv här")));
            List<XWPFTable> tables = document.getTables();
            assertTrue(tables.stream().allMatch(table -> table.getRow(0).isRepeatHeader()));
            assertEquals(List.of("ST-läkare", "9", "9"), row(tables.getFirst(), "ST-läkare"));
            assertEquals(
                    List.of("Externa granskningar under året", "0", "1"),
                    row(tables.getFirst(), "Externa granskningar under året"));
            assertTrue(row(tables.get(1), "Huvudhandledare").get(2).startsWith("röd 6 av 9 (66,7"));
            XWPFTable clinics = tables.getLast();
            assertEquals("dold", row(clinics, name(small)).get(2));
            assertEquals("5", row(clinics, name(large)).get(2));
            document.getAllPictures().forEach(picture -> assertTrue(picture.getData().length > 1000));
            document.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getRuns().stream())
                    .filter(run -> !run.getEmbeddedPictures().isEmpty())
                    .forEach(run -> assertTrue(run.getCTR()
                            .getDrawingArray(0)
                            .getInlineArray(0)
                            .getDocPr()
                            .getDescr()
                            .startsWith("Stapeldiagram")));
        }
    }

    @Test
    void thePdfSaysTheSame() throws IOException {
        ActivityReportFile file = reports.draft(overall, region, today.getYear(), ActivityReportFormat.PDF);
        assertEquals("%PDF", new String(file.content(), 0, 4, StandardCharsets.US_ASCII));
        try (PDDocument document = Loader.loadPDF(file.content())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Sammanfattning"), text);
            assertTrue(text.contains("6 av 9"), text);
            assertTrue(text.contains("dold"), text);
        }
    }

    @Test
    void whoMovedIsToldByLights() {
        LocalDate before = LocalDate.of(today.getYear() - 1, 12, 31);
        Fixtures.execute(
                "UPDATE main_supervisor SET valid_from = ? WHERE programme_id IN"
                        + " (SELECT programme_id FROM post WHERE clinic_id = ?)",
                before.plusDays(1),
                large);
        ActivityReport report = reports.report(overall, region, today.getYear());
        ActivityReport.Moved moved = report.moved().stream()
                .filter(one -> one.clinic().clinicId() == large)
                .findFirst()
                .orElseThrow();
        assertTrue(moved.better().contains(IndicatorCode.MAIN_SUPERVISOR), moved.toString());
        assertTrue(report.moved().stream()
                .noneMatch(one ->
                        one.clinic().clinicId() == small && one.better().contains(IndicatorCode.MAIN_SUPERVISOR)));
    }

    @Test
    void withoutClinicsItIsStillADocument() {
        long empty = Fixtures.organisation();
        long person = Fixtures.person("Överstudierektor");
        Fixtures.insert(
                "INSERT INTO role_assignment (person_id, role, scope_type, scope_id, valid_from)"
                        + " VALUES (?, 'OVERALL_STUDIEREKTOR', 'ORGANISATION', ?, '2020-01-01')",
                person,
                empty);
        Actor actor = Fixtures.actor(person);
        assertFalse(reports.draft(actor, empty, null, ActivityReportFormat.DOCX).content().length == 0);
        assertFalse(reports.draft(actor, empty, null, ActivityReportFormat.PDF).content().length == 0);
    }

    @Test
    void refusals() {
        TestProgram.refused(
                ProblemCode.OUT_OF_RANGE,
                () -> reports.draft(overall, region, today.getYear() + 1, ActivityReportFormat.PDF));
        TestProgram.refused(
                ProblemCode.OUT_OF_RANGE, () -> reports.draft(overall, region, 1999, ActivityReportFormat.PDF));
        TestProgram.refused(
                ProblemCode.NOT_FOUND,
                () -> reports.draft(Fixtures.actor(Role.STUDIEREKTOR, large), region, null, ActivityReportFormat.DOCX));
        TestProgram.refused(
                ProblemCode.NOT_FOUND, () -> reports.draft(overall, 987_654_321, null, ActivityReportFormat.DOCX));
    }

    private static List<String> row(XWPFTable table, String first) {
        return table.getRows().stream()
                .filter(row -> row.getCell(0).getText().startsWith(first))
                .map(XWPFTableRow::getTableCells)
                .map(cells -> cells.stream().map(cell -> cell.getText()).toList())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + first + " in " + table.getText()));
    }

    private long clinic(String name) {
        return Fixtures.insert(
                "INSERT INTO clinic (name, organisation_id, specialty_code) VALUES (?, ?, 'kirurgi')",
                Fixtures.unique(name + "-kliniken "),
                region);
    }

    private void doctors(long clinic, int number, int supervised) {
        for (int i = 0; i < number; i++) {
            long programme = Fixtures.programme(Fixtures.person("Doktor " + i), clinic, today.minusYears(2));
            if (i < supervised) {
                Fixtures.insert(
                        "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                        programme,
                        Fixtures.person("Handledare"),
                        today.minusYears(2));
            }
        }
    }

    private static String name(long clinic) {
        return Fixtures.text("SELECT name FROM clinic WHERE id = ?", clinic);
    }
}
