package se.stegen.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.history.HistoryDraft.Row;
import se.stegen.history.HistoryDraft.Row.State;
import se.stegen.history.RowRemark.Code;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TalkCast;
import se.stegen.testing.TestProgram;

class HistoryImportServiceTest {
    private final HistoryImportService service = TestProgram.bean(HistoryImportService.class);
    private final HistoryService history = TestProgram.bean(HistoryService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final TalkCast cast = TalkCast.of(today.minusYears(2), today);

    @BeforeAll
    static void load() {
        TestProgram.reference();
    }

    private static byte[] file(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private HistoryDraft begin(String... lines) {
        return service.beginForTrainee(cast.studierektor(), cast.programme(), "pärm.csv", "ST-pärm", file(lines));
    }

    private static List<Code> codes(Row row) {
        return row.remarks().stream().map(RowRemark::code).toList();
    }

    @Test
    void eachRowSaysWhatWasUnderstoodAndKeepsItsText() {
        HistoryDraft draft = begin(
                "Typ;Datum;Signerad av;Delmål;Timmar;Rum",
                "Handledarsamtal;2025-02-29;Anna Ek;;;",
                "Mini-CEX;" + today.minusDays(9) + ";Anna Ek;a1, c 2;;12",
                "Självstudier;" + compact(today.minusDays(40)) + " - " + compact(today.minusDays(9)) + ";;;2,5;",
                "Rotationsmånad;" + today + ";Anna Ek;c99, del av delmål c1;;",
                "Handledning;" + today.plusDays(1) + ";;;;");
        assertEquals(
                List.of(State.ERROR, State.READY, State.UNCERTAIN, State.ERROR, State.ERROR),
                draft.rows().stream().map(Row::state).toList());
        assertEquals(List.of(Code.DATE_UNKNOWN), codes(draft.rows().get(0)));
        Row assessment = draft.rows().get(1);
        assertEquals("mini-cex", assessment.understood().templateCode());
        assertEquals(List.of("a1", "c2"), assessment.understood().goalCodes());
        assertTrue(assessment.written().endsWith("rum: 12"), assessment.written());
        assertEquals(List.of(Code.PERIOD), codes(draft.rows().get(2)));
        assertEquals(today.minusDays(9), draft.rows().get(2).understood().date());
        assertEquals(
                List.of(Code.KIND_UNKNOWN, Code.GOAL_UNKNOWN, Code.GOAL_PART),
                codes(draft.rows().get(3)));
        assertEquals(
                List.of(Code.NO_SIGNER, Code.DATE_AHEAD), codes(draft.rows().get(4)));
    }

    @Test
    void ofTwoColumnsForOneFieldTheFirstWithATextIsUsedAndTheOtherNamed() {
        HistoryDraft draft = begin(
                "Typ;Tid;Datum;Signerad av;Handledare;Delm 2015;Delm 2021",
                "Handledning;;" + today + ";;Anna Ek;;a1",
                "Handledning;" + today + ";;Anna Ek;Bo Ek;c1;c2",
                "Handledning;" + today.minusDays(1) + ";" + today.minusDays(1) + ";Anna Ek;Anna Ek;c1;");
        Row second = draft.rows().get(0);
        assertEquals(State.READY, second.state(), "an empty cell does not hide the next one");
        assertEquals(today, second.understood().date());
        assertEquals("Anna Ek", second.understood().signedBy());
        assertEquals(List.of("a1"), second.understood().goalCodes());
        Row both = draft.rows().get(1);
        assertEquals(State.UNCERTAIN, both.state());
        assertEquals("Anna Ek", both.understood().signedBy());
        assertEquals(List.of("c1"), both.understood().goalCodes());
        assertEquals(
                List.of(
                        new RowRemark(HistoryField.SIGNED_BY, Code.SECOND_COLUMN, List.of("handledare")),
                        new RowRemark(HistoryField.GOALS, Code.SECOND_COLUMN, List.of("delm 2021"))),
                both.remarks());
        assertEquals(State.READY, draft.rows().get(2).state(), "the same text twice needs no word");
        HistoryDraft corrected = service.correct(
                cast.studierektor(),
                draft.id(),
                draft.version(),
                3,
                Map.of(HistoryField.SIGNED_BY, "Bo Ek", HistoryField.GOALS, "c2"));
        assertEquals(State.READY, corrected.rows().get(1).state(), "somebody has looked");
    }

    @Test
    void aDayThatMayBeAMonthIsUncertain() {
        Row row = begin("typ;datum;signerad av", "Handledning;201206;A").rows().getFirst();
        assertEquals(State.UNCERTAIN, row.state());
        assertEquals(LocalDate.of(2020, 12, 6), row.understood().date());
        assertTrue(codes(row).contains(Code.DATE_OR_MONTH), codes(row).toString());
    }

    private static String compact(LocalDate day) {
        return day.toString().replace("-", "").substring(2);
    }

    @Test
    void whatIsCorrectedStaysAndOnlyThenItIsBroughtIn() {
        HistoryDraft draft =
                begin("typ;datum;signerad av", "Handledning;i våras;Anna Ek", "Handledning;" + today + ";Anna Ek");
        refused(ProblemCode.ROWS_WITH_ERRORS, () -> service.apply(cast.studierektor(), draft.id(), draft.version()));
        HistoryDraft corrected = service.correct(
                cast.studierektor(),
                draft.id(),
                draft.version(),
                2,
                Map.of(HistoryField.DATE, today.minusDays(100).toString()));
        refused(
                ProblemCode.STALE_VERSION,
                () -> service.leaveOut(cast.studierektor(), draft.id(), draft.version(), List.of(3), true));
        assertEquals(corrected, service.get(cast.studierektor(), draft.id()), "a reload finds what was corrected");
        assertEquals(
                1,
                service.draftsOfTrainee(cast.studierektor(), cast.programme()).size());
        HistoryDraft left = service.leaveOut(cast.studierektor(), draft.id(), corrected.version(), List.of(3), true);
        HistoryImportService.Done done = service.apply(cast.studierektor(), draft.id(), left.version());
        assertEquals(new TransferResult(1, 0), done.result());
        refused(ProblemCode.NOT_FOUND, () -> service.get(cast.studierektor(), draft.id()));
        TransferredRecord made = history.list(cast.doctor(), cast.programme()).getFirst();
        assertEquals(today.minusDays(100), made.date());
        assertEquals("typ: Handledning | datum: i våras | signerad av: Anna Ek", made.asWritten());
    }

    @Test
    void aRowThatIsThereIsSkippedAndTwoAlikeBothCount() {
        String row = "Handledning;" + today + ";Anna Ek";
        HistoryDraft first = begin("typ;datum;signerad av", row, row);
        assertEquals(List.of(Code.TWICE_IN_FILE), codes(first.rows().get(1)));
        assertEquals(
                new TransferResult(2, 0),
                service.apply(cast.studierektor(), first.id(), first.version()).result());
        HistoryDraft second = begin("typ;datum;signerad av", row);
        assertEquals(State.ALREADY_THERE, second.rows().getFirst().state());
        HistoryImportService.Done done = service.apply(cast.studierektor(), second.id(), second.version());
        assertEquals(new TransferResult(0, 1), done.result());
        assertEquals(0, done.batchId());
    }

    @Test
    void whatMayCountTwiceOnADaySaysSo() {
        LocalDate day = today.minusDays(70);
        HistoryDraft first = begin(
                "typ;datum;signerad av;delmål", "Mini-CEX;" + day + ";Anna Ek;a1", "Handledning;" + day + ";Anna Ek;");
        assertEquals(
                List.of(State.READY, State.READY),
                first.rows().stream().map(Row::state).toList());
        service.apply(cast.studierektor(), first.id(), first.version());
        HistoryDraft second = begin(
                "typ;formulär;datum;signerad av",
                "Mini-CEX;;" + day + ";A. Ek",
                "Bedömning;CBD;" + day + ";Anna Ek",
                "Handledning;;" + day + ";Bo Ek",
                "Handledning;;" + day.minusDays(1) + ";Anna Ek");
        assertEquals(
                List.of(List.of(Code.SAME_DAY), List.of(), List.of(Code.SAME_DAY), List.of()),
                second.rows().stream().map(HistoryImportServiceTest::codes).toList());
        assertEquals(State.UNCERTAIN, second.rows().getFirst().state(), "it is for a person to say");
    }

    @Test
    void inAClinicsFileEachRowNamesItsDoctor() {
        long other = Fixtures.person("Maja Lind Test");
        long programme = Fixtures.programme(other, cast.clinic(), today.minusYears(1));
        String username = Fixtures.text("SELECT username FROM person WHERE id = ?", other);
        long twin = Fixtures.person("Dr Test");
        Fixtures.programme(twin, cast.clinic(), today.minusYears(1));
        long elsewhere = Fixtures.person("Läkare Någon Annanstans");
        Fixtures.programme(elsewhere, Fixtures.clinic(), today.minusYears(1));
        HistoryDraft draft = service.beginForClinic(
                cast.studierektor(),
                cast.clinic(),
                "klinik.csv",
                "",
                file(
                        "läkare;typ;datum;signerad av",
                        username.toUpperCase(java.util.Locale.ROOT) + ";Handledning;" + today + ";A",
                        username + "@example.se;Handledning;" + today + ";B",
                        "Lind Test, Maja;Handledning;" + today + ";C",
                        "Dr Test;Handledning;" + today + ";D",
                        "Läkare Någon Annanstans;Handledning;" + today + ";E",
                        ";Handledning;" + today + ";F"));
        assertEquals(
                List.of(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(Code.DOCTOR_TWICE),
                        List.of(Code.DOCTOR_UNKNOWN),
                        List.of(Code.DOCTOR_MISSING)),
                draft.rows().stream().map(HistoryImportServiceTest::codes).toList());
        HistoryDraft left = service.leaveOut(cast.studierektor(), draft.id(), draft.version(), List.of(5, 6, 7), true);
        service.apply(cast.studierektor(), left.id(), left.version());
        assertEquals(3, history.list(cast.studierektor(), programme).size());
        assertEquals(List.of(), history.list(cast.studierektor(), cast.programme()));
    }

    @Test
    void aUsernameThatIsTheMailAddressNamesOneDoctor() {
        long doctor = Fixtures.person("Mejl Som Namn");
        Fixtures.execute("UPDATE person SET username = email WHERE id = ?", doctor);
        Fixtures.programme(doctor, cast.clinic(), today.minusYears(1));
        String address = Fixtures.text("SELECT email FROM person WHERE id = ?", doctor);
        HistoryDraft draft = service.beginForClinic(
                cast.studierektor(),
                cast.clinic(),
                "klinik.csv",
                "",
                file(
                        "läkare;typ;datum;signerad av",
                        address + ";Handledning;" + today + ";A",
                        "Mejl Som Namn;Handledning;" + today + ";B"));
        assertEquals(
                List.of(State.READY, State.READY),
                draft.rows().stream().map(Row::state).toList());
    }

    @Test
    void aRowOfSomebodyElseDoesNotComeIntoThisPortfolio() {
        HistoryDraft draft = begin("läkare;typ;datum;signerad av", "Maja Lind;Handledning;" + today + ";A");
        assertEquals(List.of(Code.DOCTOR_UNKNOWN), codes(draft.rows().getFirst()));
    }

    @Test
    void aDraftIsItsMakersAndNobodyElses() {
        HistoryDraft draft = begin("typ;datum", "Handledning;" + today);
        Actor colleague = Fixtures.actor(Role.STUDIEREKTOR, cast.clinic());
        refused(ProblemCode.NOT_FOUND, () -> service.get(colleague, draft.id()));
        refused(ProblemCode.NOT_FOUND, () -> service.apply(colleague, draft.id(), draft.version()));
        refused(ProblemCode.FORBIDDEN, () -> service.draftsOfTrainee(cast.doctor(), cast.programme()));
        for (Actor other : List.of(cast.head(), cast.doctor(), cast.main())) {
            refused(
                    ProblemCode.FORBIDDEN,
                    () -> service.beginForTrainee(other, cast.programme(), "x.csv", "", file("typ;datum", "a;b")));
        }
        // Who is no longer studierektor there neither reads nor brings it in.
        Fixtures.execute(
                "UPDATE role_assignment SET valid_to = ? WHERE person_id = ?",
                today.minusDays(1),
                cast.studierektor().personId());
        Actor former = Fixtures.actor(cast.studierektor().personId());
        refused(ProblemCode.NOT_FOUND, () -> service.get(former, draft.id()));
        refused(ProblemCode.NOT_FOUND, () -> service.apply(former, draft.id(), draft.version()));
    }

    @Test
    void aFileThatIsNoneSaysSo() {
        refused(ProblemCode.REQUIRED, () -> begin("datum;signerad av", today + ";A"));
        refused(ProblemCode.REQUIRED, () -> begin("typ;datum"));
        refused(
                ProblemCode.REQUIRED,
                () -> service.beginForClinic(
                        cast.studierektor(), cast.clinic(), "x.csv", "", file("typ;datum", "Handledning;" + today)));
        String[] lines = new String[DraftReader.MOST_ROWS + 2];
        java.util.Arrays.fill(lines, "Handledning;" + today);
        lines[0] = "typ;datum";
        refused(ProblemCode.TOO_MANY_ROWS, () -> begin(lines));
        refused(
                ProblemCode.UNREADABLE,
                () -> service.beginForTrainee(
                        cast.studierektor(), cast.programme(), "x.csv", "", new byte[] {0, 1, 2, 0}));
    }

    @Test
    void theTemplateHasTheColumnsThatAreUnderstood() {
        String header = new String(service.template(cast.studierektor(), true), StandardCharsets.UTF_8);
        assertEquals("\ufeffläkare;typ;datum;signerad av;formulär;delmål;timmar;anteckning\r\n", header);
    }
}
