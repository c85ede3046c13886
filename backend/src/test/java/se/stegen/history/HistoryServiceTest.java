package se.stegen.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.database.TestDatabase;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.TraineeIndicator;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TalkCast;
import se.stegen.testing.TestProgram;

class HistoryServiceTest {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final HistoryService service = TestProgram.bean(HistoryService.class);
    private final HistoryBatchService batches = TestProgram.bean(HistoryBatchService.class);
    private final ComplianceService compliance = TestProgram.bean(ComplianceService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final TalkCast cast = TalkCast.of(today.minusYears(2), today);

    @BeforeAll
    static void load() {
        TestProgram.reference();
    }

    private static TransferredData record(String kind, @Nullable LocalDate date) {
        return new TransferredData(kind, date, "Anna Ek", null, List.of(), null, "");
    }

    private static TransferredData assessment(LocalDate date, String template, String... goals) {
        return new TransferredData("ASSESSMENT", date, "Anna Ek", template, List.of(goals), null, "");
    }

    private static TransferredData study(LocalDate date, @Nullable String hours) {
        return new TransferredData(
                "SELF_STUDY", date, "", null, List.of(), hours == null ? null : new BigDecimal(hours), "Läst");
    }

    private TransferResult bring(TransferredData... records) {
        return service.bring(cast.studierektor(), cast.programme(), "ST-pärm", List.of(records));
    }

    /** Nine sessions a year. */
    private void guideline() {
        Fixtures.execute("UPDATE clinic SET guideline_code = 'skane-2015' WHERE id = ?", cast.clinic());
    }

    private TraineeIndicator indicator(IndicatorCode code) {
        return compliance.trainee(cast.studierektor(), cast.programme()).orElseThrow().indicators().stream()
                .filter(one -> one.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private void refusedAt(String field, ProblemCode code, TransferredData wrong) {
        Problem problem = refused(code, () -> bring(record("SUPERVISION", today), wrong));
        assertEquals(
                List.of("records[1]." + field),
                problem.errors().stream().map(Problem.FieldError::field).toList());
        assertEquals(List.of(), service.list(cast.studierektor(), cast.programme()), "all or nothing");
    }

    @Test
    void aRecordSaysWhatIsWrongAndInWhichRowAndNothingIsKept() {
        refusedAt("kind", ProblemCode.UNKNOWN_CODE, record("HANDLEDNING", today));
        refusedAt("date", ProblemCode.DATE_IN_FUTURE, record("SUPERVISION", today.plusDays(1)));
        refusedAt("date", ProblemCode.REQUIRED, record("SUPERVISION", null));
        refusedAt("date", ProblemCode.OUT_OF_RANGE, record("SUPERVISION", LocalDate.of(1979, 12, 31)));
        refusedAt("templateCode", ProblemCode.UNKNOWN_CODE, assessment(today, "finns-inte"));
        refusedAt("templateCode", ProblemCode.REQUIRED, record("ASSESSMENT", today));
        refusedAt("goalCodes", ProblemCode.UNKNOWN_CODE, assessment(today, "mini-cex", "STa1"));
        refusedAt("hours", ProblemCode.REQUIRED, study(today, null));
        refusedAt("hours", ProblemCode.TRANSFERRED_HOURS, study(today, "1.1"));
        refusedAt("hours", ProblemCode.TRANSFERRED_HOURS, study(today, "1000"));
        refusedAt(
                "note",
                ProblemCode.TOO_LONG,
                new TransferredData("SUPERVISION", today, "", null, List.of(), null, "x".repeat(2001)));
        refused(ProblemCode.REQUIRED, this::bring);
        refused(
                ProblemCode.TOO_MANY_ROWS,
                () -> service.bring(
                        cast.studierektor(),
                        cast.programme(),
                        "",
                        Collections.nCopies(HistoryService.MOST + 1, record("SUPERVISION", today))));
    }

    @Test
    void theSameOfAnEarlierCallIsSkippedWhileWithinOneCallEachCounts() {
        TransferredData session = record("SUPERVISION", today.minusMonths(1));
        assertEquals(new TransferResult(2, 0), bring(session, session));
        assertEquals(new TransferResult(1, 2), bring(session, session, record("SUPERVISION", today.minusDays(1))));
        assertEquals(new TransferResult(0, 1), bring(session));
        TransferredData goals = assessment(today, "mini-cex", "a1", "c1");
        assertEquals(new TransferResult(1, 0), bring(goals));
        assertEquals(new TransferResult(0, 1), bring(assessment(today, "mini-cex", "c1", "a1")));
        for (TransferredData other : List.of(
                assessment(today.minusDays(1), "mini-cex", "a1", "c1"),
                assessment(today, "dops", "a1", "c1"),
                assessment(today, "mini-cex", "a1"),
                new TransferredData("ASSESSMENT", today, "Bo Ek", "mini-cex", List.of("a1", "c1"), null, ""),
                new TransferredData("ASSESSMENT", today, "Anna Ek", "mini-cex", List.of("a1", "c1"), null, "annan"))) {
            assertEquals(new TransferResult(1, 0), bring(other), other.toString());
        }
    }

    @Test
    void whatWasTakenBackMayBeBroughtInAnew() {
        TransferredData session = record("SUPERVISION", today);
        bring(session);
        TransferredRecord made =
                service.list(cast.studierektor(), cast.programme()).getFirst();
        refused(ProblemCode.REASON_REQUIRED, () -> service.voidRecord(cast.studierektor(), made.id(), " "));
        TransferredRecord back = service.voidRecord(cast.studierektor(), made.id(), "fel läkare");
        assertFalse(back.counts());
        assertEquals("fel läkare", back.voidReason());
        refused(ProblemCode.STATE_CONFLICT, () -> service.voidRecord(cast.studierektor(), made.id(), "igen"));
        assertEquals(new TransferResult(1, 0), bring(session));
        assertEquals(2, service.list(cast.doctor(), cast.programme()).size(), "what was taken back stays readable");
    }

    @Test
    void itCountsOnItsOwnDateAndASessionAsWithTheMainSupervisor() {
        guideline();
        assertFalse(indicator(IndicatorCode.SUPERVISION).met());
        // Nobody was main supervisor on that day, and it is another clinic's time.
        Fixtures.execute(
                "UPDATE main_supervisor SET valid_from = ? WHERE programme_id = ?",
                today.minusDays(3),
                cast.programme());
        bring(
                record("SUPERVISION", today.minusYears(1)),
                record("SUPERVISION", today.minusYears(1).plusDays(1)));
        assertEquals(1, indicator(IndicatorCode.SUPERVISION).actual(), "one is a day too old");
        bring(Stream.iterate(today, day -> day.minusDays(1))
                .limit(8)
                .map(day -> record("SUPERVISION", day))
                .toArray(TransferredData[]::new));
        assertTrue(indicator(IndicatorCode.SUPERVISION).met());
        service.list(cast.studierektor(), cast.programme())
                .forEach(one -> service.voidRecord(cast.studierektor(), one.id(), "fel"));
        assertEquals(0, indicator(IndicatorCode.SUPERVISION).actual());
    }

    @Test
    void theDelayOfSignaturesKnowsNothingOfWhatWasBroughtIn() {
        bring(assessment(today.minusDays(3), "mini-cex"));
        var clinic = compliance.clinic(cast.studierektor(), cast.clinic(), null);
        assertEquals(0, java.util.Objects.requireNonNull(clinic.delay()).count());
    }

    @Test
    void theStudierektorOfTheClinicBringsItInAndWhoReadsThePortfolioReadsIt() {
        bring(
                new TransferredData("SUPERVISION", today, "Anna Ek", null, List.of("a1"), null, "Sagt i förtroende"),
                new TransferredData("ASSESSMENT", today, "Anna Ek", "mini-cex", List.of(), null, "Bra"));
        for (Actor other :
                List.of(cast.doctor(), cast.main(), cast.placement(), cast.head(), cast.reviewer(), cast.admin())) {
            refused(
                    ProblemCode.FORBIDDEN,
                    () -> service.bring(other, cast.programme(), "", List.of(record("SUPERVISION", today))));
        }
        Actor elsewhere = Fixtures.actor(Role.STUDIEREKTOR, Fixtures.clinic());
        refused(
                ProblemCode.NOT_FOUND,
                () -> service.bring(elsewhere, cast.programme(), "", List.of(record("SUPERVISION", today))));
        assertEquals(List.of("Sagt i förtroende", "Bra"), notes(cast.doctor()));
        assertEquals(List.of("Sagt i förtroende", "Bra"), notes(cast.studierektor()));
        assertEquals(List.of("", "Bra"), notes(cast.main()));
        assertEquals(List.of("", "Bra"), notes(cast.head()));
        assertEquals(List.of("", ""), notes(cast.reviewer()));
        refused(ProblemCode.FORBIDDEN, () -> service.list(cast.admin(), cast.programme()));
        refused(ProblemCode.NOT_FOUND, () -> service.list(cast.otherHead(), cast.programme()));
        TransferredRecord made = service.list(cast.doctor(), cast.programme()).getFirst();
        assertEquals("Roll STUDIEREKTOR", made.broughtBy());
        assertEquals("ST-pärm", made.origin());
        for (Actor other : List.of(cast.doctor(), cast.main(), cast.head())) {
            refused(ProblemCode.FORBIDDEN, () -> service.voidRecord(other, made.id(), "fel"));
        }
        refused(ProblemCode.NOT_FOUND, () -> service.voidRecord(elsewhere, made.id(), "fel"));
    }

    private List<String> notes(Actor reader) {
        Map<TransferredKind, String> notes = service.list(reader, cast.programme()).stream()
                .collect(Collectors.toMap(TransferredRecord::kind, TransferredRecord::note));
        return Stream.of(TransferredKind.SUPERVISION, TransferredKind.ASSESSMENT)
                .map(kind -> notes.getOrDefault(kind, "-"))
                .toList();
    }

    @Test
    void itIsNotSignedHereAndTheProgramsAccountCannotChangeIt() throws SQLException {
        bring(record("SUPERVISION", today));
        assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM signature WHERE programme_id = ?", cast.programme()));
        try (Connection program = TestDatabase.asProgram();
                Statement statement = program.createStatement()) {
            for (String sql : List.of(
                    "UPDATE transferred_record SET dated_on = '2020-01-01'",
                    "DELETE FROM transferred_record",
                    "DELETE FROM transferred_voiding",
                    "UPDATE transfer_batch SET created_by = 1",
                    "UPDATE transfer_source SET file_name = 'x'")) {
                assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            }
        }
    }

    @Test
    void aWholeBatchIsTakenBack() {
        bring(record("SUPERVISION", today), record("RECONCILIATION", today), study(today, "12.5"));
        long batch = service.list(cast.doctor(), cast.programme()).getFirst().batchId();
        refused(ProblemCode.FORBIDDEN, () -> batches.voidBatch(cast.head(), batch, "fel"));
        refused(ProblemCode.NOT_FOUND, () -> batches.voidBatch(cast.otherHead(), batch, "fel"));
        refused(ProblemCode.REASON_REQUIRED, () -> batches.voidBatch(cast.studierektor(), batch, null));
        service.voidRecord(
                cast.studierektor(),
                service.list(cast.doctor(), cast.programme()).getFirst().id(),
                "fel");
        assertEquals(2, batches.voidBatch(cast.studierektor(), batch, "fel pärm"));
        assertTrue(
                batches.ofClinic(cast.studierektor(), cast.clinic()).getFirst().voided());
        refused(ProblemCode.STATE_CONFLICT, () -> batches.voidBatch(cast.studierektor(), batch, "igen"));
        refused(ProblemCode.FORBIDDEN, () -> batches.ofClinic(cast.head(), cast.clinic()));
    }

    @Test
    void scannedPagesAreWhatTheirBytesSayAndForThoseWhoReadThePortfolio() {
        bring(record("SUPERVISION", today));
        long batch = service.list(cast.doctor(), cast.programme()).getFirst().batchId();
        TransferSource scan =
                batches.attach(cast.studierektor(), batch, cast.programme(), "C:\\temp\\sida\"1\".pdf", PNG);
        assertEquals("image/png", scan.contentType());
        assertEquals("sida_1_.pdf", scan.fileName());
        for (Actor reader : List.of(cast.doctor(), cast.main(), cast.head())) {
            assertEquals(PNG.length, batches.open(reader, scan.id()).bytes().length);
        }
        refused(ProblemCode.FORBIDDEN, () -> batches.open(cast.reviewer(), scan.id()));
        refused(ProblemCode.NOT_FOUND, () -> batches.open(cast.otherHead(), scan.id()));
        assertEquals(List.of(), batches.sources(cast.reviewer(), cast.programme()));
        refused(ProblemCode.FORBIDDEN, () -> batches.attach(cast.doctor(), batch, cast.programme(), "a.png", PNG));
        refused(
                ProblemCode.TOO_LARGE,
                () -> batches.attach(
                        cast.studierektor(),
                        batch,
                        cast.programme(),
                        "a.pdf",
                        new byte[HistoryBatchService.MOST_BYTES + 1]));
        refused(
                ProblemCode.REQUIRED,
                () -> batches.attach(cast.studierektor(), batch, cast.programme(), "a.pdf", new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "MZ\u0000\u0000",
                "Bara text",
                "PK\u0003\u0004",
                "<svg xmlns='http://www.w3.org/2000/svg'/>"
            })
    void whatIsNoScanIsRefusedWhateverItIsCalled(String content) {
        bring(record("SUPERVISION", today));
        long batch = service.list(cast.doctor(), cast.programme()).getFirst().batchId();
        refused(
                ProblemCode.SCAN_KIND,
                () -> batches.attach(
                        cast.studierektor(),
                        batch,
                        cast.programme(),
                        "pärm.pdf",
                        content.getBytes(StandardCharsets.UTF_8)));
    }
}
