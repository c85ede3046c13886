package se.stegen.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.chart.TrendChart;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** The trend, who will fall short, and the files. */
class OutlookServiceTest {
    private final OutlookService outlook = TestProgram.bean(OutlookService.class);
    private final ComplianceExportService exports = TestProgram.bean(ComplianceExportService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long clinic;
    private long programme;
    private long supervisor;
    private Actor studierektor;

    @BeforeEach
    void clinicWithOneDoctor() {
        TestProgram.reference();
        clinic = Fixtures.clinic();
        Fixtures.execute("UPDATE clinic SET guideline_code = 'capio-st-goran' WHERE id = ?", clinic);
        supervisor = Fixtures.person("Handledare");
        programme = Fixtures.programme(Fixtures.person("=Doktor"), clinic, today.minusYears(2));
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from, valid_to) VALUES (?, ?, ?, ?)",
                programme,
                supervisor,
                today.minusYears(2),
                today.plusDays(30));
        studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
    }

    @Test
    void aTrendEndsWithTheLastMonthThatHasEnded() {
        List<TrendPoint> points = outlook.trend(studierektor, clinic, IndicatorCode.MAIN_SUPERVISOR, null)
                .getOrDefault(IndicatorCode.MAIN_SUPERVISOR, List.of());
        assertEquals(36, points.size());
        LocalDate last = points.getLast().date();
        assertEquals(1, last.plusDays(1).getDayOfMonth());
        assertFalse(last.isAfter(today));
        assertTrue(last.plusDays(1).plusMonths(1).isAfter(today));
        assertEquals(LightStatus.GREEN, points.getLast().light().status());
        assertEquals(LightStatus.NOT_APPLICABLE, points.getFirst().light().status());
        TestProgram.refused(ProblemCode.OUT_OF_RANGE, () -> outlook.trend(studierektor, clinic, null, 121));
    }

    @Test
    void smallNumbersStaySuppressedInATrend() {
        Actor overall = Fixtures.actor(Role.OVERALL_STUDIEREKTOR, clinic);
        assertTrue(outlook
                .trend(overall, clinic, IndicatorCode.MAIN_SUPERVISOR, 3)
                .getOrDefault(IndicatorCode.MAIN_SUPERVISOR, List.of())
                .stream()
                .allMatch(point -> point.light().suppressed() && point.part() == null));
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> outlook.shortfalls(overall, clinic, null));
    }

    @Test
    void whoWillFallShortIsToldWithTheDayAndWhatIsBooked() {
        LocalDate held = today.plusDays(20).minusYears(1);
        LocalDate falls = held.plusYears(1);
        for (int i = 0; i < 6; i++) {
            session(held, "SIGNED");
        }
        session(today.plusDays(5), "PLANNED");
        session(today.plusDays(90), "PLANNED");
        List<Shortfall> found = outlook.shortfalls(studierektor, clinic, null);
        Shortfall supervision = of(found, IndicatorCode.SUPERVISION);
        assertEquals(falls, supervision.fallsOn());
        assertEquals(0, supervision.actual());
        assertEquals(6, supervision.required());
        assertEquals(1, supervision.booked(), "what is booked beyond the days looked at does not help");
        assertFalse(supervision.enough());
        assertEquals(
                today.plusDays(31), of(found, IndicatorCode.MAIN_SUPERVISOR).fallsOn());
        assertTrue(
                found.stream().noneMatch(one -> one.code() == IndicatorCode.ASSESSMENT),
                "who falls short today is no forecast");
        int before = (int) java.time.temporal.ChronoUnit.DAYS.between(today, falls) - 1;
        assertTrue(outlook.shortfalls(studierektor, clinic, before).isEmpty());
    }

    @Test
    void aFormulaInANameIsATextInEveryFile(@TempDir Path folder) throws IOException {
        ComplianceFile csv = exports.export(studierektor, clinic, null, ComplianceFormat.CSV);
        String text = new String(csv.content(), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("\ufeff"));
        assertTrue(text.contains(";'=Doktor;"), text);
        assertEquals("'@x", TableFile.guarded("@x", Locale.ENGLISH));
        assertEquals("-1", TableFile.guarded(-1, Locale.ENGLISH));
        ComplianceFile xlsx = exports.export(studierektor, clinic, null, ComplianceFormat.XLSX);
        Path file = Files.write(folder.resolve(xlsx.name()), xlsx.content());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String part = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertFalse(part.contains("<f>"), "no formula in " + entry.getName());
            }
            assertTrue(zip.getEntry("xl/worksheets/sheet2.xml") != null, "the doctors are a sheet of their own");
        }
        byte[] pdf =
                exports.export(studierektor, clinic, null, ComplianceFormat.PDF).content();
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
        Actor overall = Fixtures.actor(Role.OVERALL_STUDIEREKTOR, clinic);
        assertFalse(new String(
                        exports.export(overall, clinic, null, ComplianceFormat.CSV)
                                .content(),
                        StandardCharsets.UTF_8)
                .contains("Doktor"));
    }

    @Test
    void aChartIsShapesAndWordsAndNothingThatCouldRun() {
        String svg = TrendChart.svg(
                        List.of(
                                new TrendChart.Dot(LocalDate.of(2026, 1, 31), 0.5),
                                new TrendChart.Dot(LocalDate.of(2026, 2, 28), null),
                                new TrendChart.Dot(LocalDate.of(2026, 3, 31), 0.95)),
                        0.9,
                        0.7,
                        "<script>alert(1)</script>",
                        "Från 1 till 2",
                        Locale.of("sv", "SE"))
                .orElseThrow();
        assertTrue(svg.startsWith("<svg"), svg.substring(0, 60));
        assertFalse(svg.contains("<script"));
        assertTrue(svg.contains("role=\"img\""));
        assertTrue(svg.contains("<desc>Från 1 till 2</desc>"));
        assertTrue(svg.contains("chart-line"));
        assertFalse(svg.contains("rgb("), "colours are the style sheet's");
        assertFalse(svg.contains("DOCTYPE"));
    }

    private void session(LocalDate held, String state) {
        Fixtures.insert(
                "INSERT INTO supervision (programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed, state,"
                        + " created_by, created_at, updated_at, sent_at, signed_at) VALUES (?, ?, ?, 0, '', '', ?, ?, ?, ?, ?, ?)",
                programme,
                supervisor,
                held,
                state,
                supervisor,
                held.atTime(10, 0),
                held.atTime(10, 0),
                held.atTime(10, 0),
                "SIGNED".equals(state) ? held.atTime(12, 0) : null);
    }

    private static Shortfall of(List<Shortfall> found, IndicatorCode code) {
        return found.stream().filter(one -> one.code() == code).findFirst().orElseThrow();
    }
}
