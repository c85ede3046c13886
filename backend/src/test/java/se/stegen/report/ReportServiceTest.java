package se.stegen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.home.HomeService;
import se.stegen.home.TodoItem;
import se.stegen.home.TodoKind;
import se.stegen.testing.AtOnce;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TalkCast;
import se.stegen.testing.TestProgram;

class ReportServiceTest {
    private final ReportService service = TestProgram.bean(ReportService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final TalkCast cast = TalkCast.of(today.minusYears(2), today);

    @BeforeAll
    static void load() {
        TestProgram.reference();
    }

    private void study(LocalDate day, String hours) {
        Fixtures.insert(
                "INSERT INTO self_study (programme_id, studied_on, hours, note, created_at) VALUES (?, ?, ?, '', NOW(6))",
                cast.programme(),
                day,
                new BigDecimal(hours));
    }

    private void session(LocalDate day, String state) {
        long id = Fixtures.insert(
                "INSERT INTO supervision (programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed, state,"
                        + " created_by, created_at, updated_at) VALUES (?, ?, ?, TRUE, 'Hemligt', '', 'DRAFT', ?,"
                        + " NOW(6), NOW(6))",
                cast.programme(),
                cast.main().personId(),
                day,
                cast.doctor().personId());
        Fixtures.execute("UPDATE supervision SET state = ? WHERE id = ?", state, id);
    }

    private boolean waits(Actor actor, TodoKind kind) {
        return TestProgram.bean(HomeService.class).todo(actor).stream()
                .map(TodoItem::kind)
                .anyMatch(kind::equals);
    }

    private SupervisorReportData words(String progress) {
        return new SupervisorReportData(progress, "", "", "");
    }

    @Test
    void itDraftsItselfFromThePastTwelveMonths() {
        study(today, "1.25");
        study(today.minusYears(1).plusDays(1), "2");
        study(today.minusYears(1), "8");
        session(today.minusDays(3), "SIGNED");
        session(today.minusDays(4), "DRAFT");
        Fixtures.insert(
                "INSERT INTO leave_period (programme_id, start_date, end_date, extent, reason, entered_by)"
                        + " VALUES (?, ?, ?, 50, 'Hemlig orsak', ?)",
                cast.programme(),
                today.minusMonths(2),
                today.minusMonths(1),
                cast.head().personId());
        AnnualReport report = service.draft(cast.doctor(), cast.programme());
        assertEquals(today.minusYears(1).plusDays(1), report.from());
        assertEquals(
                0,
                new BigDecimal("3.25")
                        .compareTo(report.facts(ReportSection.SELF_STUDY)
                                .getFirst()
                                .number()));
        assertEquals(1, report.facts(ReportSection.SUPERVISION).size());
        assertEquals(
                "Handledare Test",
                report.facts(ReportSection.SUPERVISION).getFirst().title());
        assertEquals(1, report.facts(ReportSection.ABSENCE).size());
        assertEquals("", report.facts(ReportSection.ABSENCE).getFirst().title(), "dates, never why");
        assertEquals(1, report.facts(ReportSection.PLACEMENT).size());
        assertEquals(List.of(), report.facts(ReportSection.GOAL));
        assertEquals(report.id(), service.draft(cast.doctor(), cast.programme()).id(), "a draft is gone on with");
        service.save(cast.doctor(), report.id(), 0, Map.of(ReportSection.YEAR, "Bra år"));
        study(today, "1");
        AnnualReport renewed = service.renew(cast.doctor(), report.id(), 1);
        assertEquals(
                0,
                new BigDecimal("4.25")
                        .compareTo(renewed.facts(ReportSection.SELF_STUDY)
                                .getFirst()
                                .number()));
        assertEquals(Map.of(ReportSection.YEAR, "Bra år"), renewed.words(), "the doctor's words stay");
        refused(
                ProblemCode.STALE_VERSION,
                () -> service.save(cast.doctor(), report.id(), 0, Map.of(ReportSection.YEAR, "x")));
    }

    @Test
    void fromTheDoctorToTheMainSupervisorToTheStudierektor() {
        AnnualReport draft = service.draft(cast.doctor(), cast.programme());
        for (Actor actor : List.of(cast.main(), cast.studierektor(), cast.head(), cast.admin(), cast.reviewer())) {
            refused(ProblemCode.NOT_FOUND, () -> service.get(actor, draft.id()));
        }
        assertEquals(List.of(), service.list(cast.main(), cast.programme()));
        service.send(cast.doctor(), draft.id(), null);
        refused(
                ProblemCode.STATE_CONFLICT,
                () -> service.save(cast.doctor(), draft.id(), 1, Map.of(ReportSection.YEAR, "x")));
        refused(ProblemCode.ALREADY_EXISTS, () -> service.draft(cast.doctor(), cast.programme()));
        assertTrue(waits(cast.main(), TodoKind.ANNUAL_REPORT_TO_COMMENT));
        refused(ProblemCode.FORBIDDEN, () -> service.comment(cast.studierektor(), draft.id(), null, words("x")));
        service.comment(cast.main(), draft.id(), null, words(""));
        refused(ProblemCode.REQUIRED, () -> service.sendComment(cast.main(), draft.id(), null));
        service.comment(cast.main(), draft.id(), 0, words("Det går bra"));
        assertNull(service.get(cast.doctor(), draft.id()).supervisor(), "a draft is its author's");
        assertFalse(waits(cast.studierektor(), TodoKind.REPORTS_TO_READ));
        service.sendComment(cast.main(), draft.id(), null);
        refused(ProblemCode.STATE_CONFLICT, () -> service.comment(cast.main(), draft.id(), 2, words("Annat")));
        assertFalse(waits(cast.main(), TodoKind.ANNUAL_REPORT_TO_COMMENT));
        assertTrue(waits(cast.studierektor(), TodoKind.REPORTS_TO_READ));
        refused(ProblemCode.FORBIDDEN, () -> service.markRead(cast.head(), draft.id()));
        AnnualReport read = service.markRead(cast.studierektor(), draft.id());
        SupervisorReport supervisor = read.supervisor();
        assertEquals("Det går bra", supervisor == null ? "" : supervisor.progress());
        assertFalse(waits(cast.studierektor(), TodoKind.REPORTS_TO_READ));
        refused(ProblemCode.STATE_CONFLICT, () -> service.markRead(cast.studierektor(), draft.id()));
        refused(ProblemCode.NOT_FOUND, () -> service.get(cast.reviewer(), draft.id()));
        refused(ProblemCode.NOT_FOUND, () -> service.get(cast.placement(), draft.id()));
    }

    @Test
    void aDraftCanBeThrownAway() {
        AnnualReport draft = service.draft(cast.doctor(), cast.programme());
        service.delete(cast.doctor(), draft.id(), 0);
        refused(ProblemCode.NOT_FOUND, () -> service.get(cast.doctor(), draft.id()));
    }

    @Test
    void oneDraftHoweverManyAreAskedForAtOnce() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    List.of(),
                    AtOnce.refusals(
                            () -> service.draft(cast.doctor(), cast.programme()),
                            () -> service.draft(cast.doctor(), cast.programme())));
            assertEquals(
                    1, Fixtures.number("SELECT COUNT(*) FROM annual_report WHERE programme_id = ?", cast.programme()));
            Fixtures.execute("DELETE FROM annual_report WHERE programme_id = ?", cast.programme());
        }
    }

    @Test
    void onPaperItSaysWhatTheScreenSays() throws IOException {
        session(today.minusDays(3), "SIGNED");
        AnnualReport draft = service.draft(cast.doctor(), cast.programme());
        String words = "Mitt första stycke åäö\n\nMitt andra <stycke>";
        service.save(cast.doctor(), draft.id(), draft.version(), Map.of(ReportSection.YEAR, words));
        assertTrue(text(service.pdf(cast.doctor(), draft.id())).contains("Utkast, inte skickat"));
        refused(ProblemCode.NOT_FOUND, () -> service.pdf(cast.main(), draft.id()));
        service.send(cast.doctor(), draft.id(), null);
        service.comment(cast.main(), draft.id(), null, words("Går framåt"));
        service.sendComment(cast.main(), draft.id(), null);
        String paper = text(service.pdf(cast.studierektor(), draft.id()));
        assertTrue(paper.contains("Mitt första stycke åäö"), paper);
        assertTrue(paper.contains("Mitt andra <stycke>"), paper);
        assertTrue(paper.contains("Går framåt"), paper);
        assertTrue(paper.contains("Skickad"), paper);
        assertTrue(paper.contains(cast.main().name()), paper);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
