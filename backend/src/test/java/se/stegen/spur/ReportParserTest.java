package se.stegen.spur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.stegen.spur.SpurReport.FoundAction;

class ReportParserTest {
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 27);

    @Test
    void theRealReportGivesTwoGradesAndThreeActions() throws IOException {
        threeActions(ReportParser.parse(Files.readString(SpurTexts.shared("data/spur-rapport-kirurgi.txt"))));
    }

    @Test
    void itsTwinGivesTheSame() {
        SpurReport report = ReportParser.parse(SpurTexts.ours(SpurTexts.ONE));
        threeActions(report);
        assertEquals(GradingVersion.NEWER, report.grading());
        assertFalse(report.twoRegulations());
        assertNull(report.reviewedOn());
        assertEquals(
                "Kliniken i Norrviken har tolv läkare och tre avdelningar.",
                report.areas().get(Area.A));
        assertEquals("Forskning bedrivs.", report.areas().get(Area.G));
        assertTrue(
                Objects.requireNonNull(report.areas().get(Area.F)).startsWith("Kurser planeras"),
                "boilerplate is no word of the area");
        // The first three headings stand together: nobody can tell whose line is whose.
        assertEquals("", report.strengths());
        assertEquals("", report.weaknesses());
        assertTrue(report.unsorted().contains("Schemat styrs av var det finns plats."));
        assertEquals("Gör en plan för varje läkare och gå igenom den varje termin.", report.potential());
        assertEquals(
                "En ny mall för planen är framtagen. Läkare och handledare går igenom den varje ter-min enligt"
                        + " ST-läkarnas önskemål.",
                report.actions().getFirst().plannedAction());
        assertEquals(
                "Två bedömningar av undervisning görs varje år.\n1. Handledaren är med vid seminariet.\n"
                        + "2. Ansvarig för genomförandet av seminariet skriver upp det.",
                report.actions().get(1).plannedAction(),
                "a sentence that begins like a label is none");
    }

    private static void threeActions(SpurReport report) {
        assertTrue(report.recognised());
        assertEquals(Set.of(Area.F, Area.H), report.grades().keySet());
        assertEquals(
                Grade.C, Objects.requireNonNull(report.grades().get(Area.F)).grade());
        assertEquals(
                "Graderingen är ändrad till C.",
                Objects.requireNonNull(report.grades().get(Area.H)).printed());
        assertEquals(
                List.of("F1", "H7", "H9"),
                report.actions().stream()
                        .map(action -> Checklist.understand(action.item())
                                .orElseThrow()
                                .code())
                        .toList());
        for (FoundAction action : report.actions()) {
            assertEquals("27/2 2026", action.due());
            assertEquals(Optional.of(FEBRUARY), PrintedDate.understand(action.due()));
            assertEquals("27/2 2026", action.followUp());
            assertTrue(action.responsible().endsWith("och handledare"), action.responsible());
            assertEquals("Studierektor", action.followUpResponsible());
            assertFalse(action.plannedAction().isEmpty());
        }
    }

    @Test
    void twoRegulationsAndEveryFormOfDate() {
        SpurReport report = ReportParser.parse(SpurTexts.ours(SpurTexts.TWO));
        assertTrue(report.recognised());
        assertTrue(report.twoRegulations());
        assertEquals(LocalDate.of(2025, 10, 14), report.reviewedOn());
        assertEquals("Gott klimat.", report.strengths());
        assertEquals("För få bedömningar.", report.weaknesses());
        assertEquals("Bedöm oftare.", report.potential());
        assertEquals(Set.of(Area.A, Area.D), report.grades().keySet(), "what contradicts itself is unknown");
        List<FoundAction> actions = report.actions();
        assertEquals(5, actions.size());
        assertEquals(
                List.of("2026.02.01", "1 april 2026", "Pågående arbete", "", ""),
                actions.stream().map(FoundAction::due).toList());
        assertEquals(
                List.of("2026.01.31", "Pågående", "31/2 2026", "", ""),
                actions.stream().map(FoundAction::followUp).toList());
        assertEquals("studierektorerer", actions.get(1).followUpResponsible(), "as printed");
        assertEquals(Optional.empty(), Checklist.understand(actions.get(1).item()));
        assertEquals("En punkt som ingen känner igen.", actions.get(1).item());
        assertEquals(Area.G, actions.get(2).area(), "a heading over two lines");
        assertEquals("Se föregående punkt under H.", actions.get(3).plannedAction());
        assertEquals(Area.H, actions.get(4).area(), "an item without a heading of its own");
        assertEquals(
                "H9", Checklist.understand(actions.get(4).item()).orElseThrow().code());
        assertEquals("", actions.get(4).plannedAction());
    }

    @ParameterizedTest
    @CsvSource({
        "2026.02.01, 2026-02-01",
        "2026-02-01, 2026-02-01",
        "1 april 2026, 2026-04-01",
        "Den 14 Oktober 2025, 2025-10-14",
        "3 feb 2026, 2026-02-03",
        "27/2 2026, 2026-02-27",
        "27/2-2026, 2026-02-27"
    })
    void daysAreUnderstood(String printed, LocalDate day) {
        assertEquals(Optional.of(day), PrintedDate.understand(printed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Pågående",
                "Pågående arbete",
                "våren 2026",
                "31/2 2026",
                "2026",
                "februari 2026",
                "1 marsipan 2026",
                "27/2",
                "1 april 2026 och 1 maj 2026"
            })
    void whatIsNoDayStaysUnknown(String printed) {
        assertEquals(Optional.empty(), PrintedDate.understand(printed));
    }

    @Test
    void otherTextsAreNoReport() {
        assertFalse(ReportParser.parse("").recognised());
        assertFalse(ReportParser.parse("Protokoll\nHandlingsplan\nVi ses på tisdag.")
                .recognised());
        assertFalse(ReportParser.parse("Verksamheten\nhar en plan.").recognised());
    }

    @Test
    void theChecklistHasItsItems() {
        assertEquals(75, Checklist.items().size());
        List<Integer> perArea = java.util.Arrays.stream(Area.values())
                .map(area -> Checklist.items(area).size())
                .toList();
        assertEquals(List.of(4, 10, 4, 13, 14, 6, 11, 13), perArea);
        ChecklistItem methods = Checklist.item("E7").orElseThrow();
        assertEquals(RuleKind.ADVICE, methods.kind2015());
        assertEquals(RuleKind.BINDING, methods.kind2021());
        assertEquals(RuleKind.NONE, Checklist.item("G11").orElseThrow().kind2015());
        for (ChecklistItem item : Checklist.items()) {
            assertEquals(Optional.of(item), Checklist.understand(item.text().replace(" ", "\n")));
        }
    }
}
