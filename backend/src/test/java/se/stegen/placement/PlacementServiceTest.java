package se.stegen.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.programme.ProgrammeService;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class PlacementServiceTest {
    private final PlacementService service = TestProgram.bean(PlacementService.class);
    private final ProgrammeService programmes = TestProgram.bean(ProgrammeService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final long clinicId = Fixtures.clinic();
    private final Actor head = Fixtures.actor(Role.CLINIC_HEAD, clinicId);
    private final long doctorId = Fixtures.person("Dr Test");

    @BeforeAll
    static void load() {
        Fixtures.reference();
    }

    private long programme() {
        return Fixtures.programme(doctorId, clinicId, today.minusYears(2));
    }

    private Placement placement(long programme, @Nullable Long supervisor, LocalDate from, LocalDate to) {
        return service.add(head, programme, data(supervisor, from, to));
    }

    private static PlacementData data(@Nullable Long supervisor, LocalDate from, LocalDate to) {
        return new PlacementData("Randning", null, supervisor, from, to, List.of());
    }

    private long session(long programme, long supervisor, LocalDate heldOn, String state) {
        return Fixtures.insert(
                "INSERT INTO supervision (programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed, state,"
                        + " created_by, created_at, updated_at) VALUES (?, ?, ?, FALSE, '', '', ?, ?, NOW(6), NOW(6))",
                programme,
                supervisor,
                heldOn,
                state,
                doctorId);
    }

    @Test
    void aPlacementAndWhoReadsThroughIt() {
        long id = programme();
        long supervisor = Fixtures.person("Handledare");
        PlacementData data = new PlacementData(
                "Randning åäö", Fixtures.clinic(), supervisor, today.minusDays(5), today, List.of("c2", "a1", "c2"));
        Placement placement = service.add(head, id, data);
        assertEquals(List.of("a1", "c2"), placement.goalCodes());
        assertEquals(id, programmes.get(Fixtures.actor(supervisor), id).facts().programmeId());
        Placement moved = service.change(
                head,
                id,
                placement.id(),
                placement.version(),
                new PlacementData("Randning", null, supervisor, today.minusDays(5), today.minusDays(1), List.of()));
        assertEquals(List.of(), moved.goalCodes());
        refused(ProblemCode.NOT_FOUND, () -> service.list(Fixtures.actor(supervisor), id));
        refused(ProblemCode.STALE_VERSION, () -> service.change(head, id, placement.id(), placement.version(), data));
        refused(
                ProblemCode.UNKNOWN_CODE,
                () -> service.add(head, id, new PlacementData("R", null, null, today, today, List.of("c999"))));
        refused(
                ProblemCode.OWN_RECORD,
                () -> service.add(head, id, new PlacementData("R", null, doctorId, today, today, List.of())));
        refused(
                ProblemCode.END_BEFORE_START,
                () -> service.add(head, id, new PlacementData("R", null, null, today, today.minusDays(1), List.of())));
        refused(
                ProblemCode.REQUIRED,
                () -> service.add(head, id, new PlacementData(" ", null, null, today, today, List.of())));
        service.remove(head, id, placement.id(), moved.version());
        assertEquals(List.of(), service.list(head, id));
    }

    @Test
    void aPlacementWithRecordsStays() {
        long id = programme();
        long supervisor = Fixtures.person("Handledare");
        LocalDate from = today.minusMonths(3);
        LocalDate to = today.minusMonths(1);
        Placement placement = placement(id, supervisor, from, to);
        session(id, supervisor, from.plusDays(20), "DRAFT");
        long voided = session(id, supervisor, from.plusDays(21), "SIGNED");
        Fixtures.insert(
                "INSERT INTO voiding (record_kind, record_id, voided_by, voided_at, reason)"
                        + " VALUES ('SUPERVISION', ?, ?, NOW(6), 'x')",
                voided,
                supervisor);
        session(id, Fixtures.person("Annan"), from.plusDays(10), "SIGNED");
        session(id, supervisor, from.minusDays(1), "SIGNED");
        // Neither a draft, a voided session, another's nor one of another day holds it.
        Placement same = service.change(head, id, placement.id(), placement.version(), data(supervisor, from, to));
        session(id, supervisor, from.plusDays(10), "SIGNED");

        Problem refused =
                refused(ProblemCode.HAS_RECORDS, () -> service.remove(head, id, placement.id(), same.version()));
        assertEquals(
                "På placeringen finns 1 handledningssamtal och 0 bedömningar. Inget har ändrats. Du kan korta placeringen"
                        + " så länge de ryms, och lägga en ny efter den.",
                refused.text(Locale.of("sv")));
        refused(
                ProblemCode.HAS_RECORDS,
                () -> service.change(
                        head, id, placement.id(), same.version(), data(supervisor, from, from.plusDays(9))));
        refused(
                ProblemCode.HAS_RECORDS,
                () -> service.change(
                        head, id, placement.id(), same.version(), data(supervisor, from.plusDays(11), to)));
        refused(
                ProblemCode.HAS_RECORDS,
                () -> service.change(head, id, placement.id(), same.version(), data(null, from, to)));
        Placement shorter =
                service.change(head, id, placement.id(), same.version(), data(supervisor, from, from.plusDays(10)));
        assertEquals(from.plusDays(10), shorter.to());
        assertEquals(List.of(shorter), service.list(head, id));
    }

    @Test
    void anAssessmentHoldsItToo() {
        long id = programme();
        long supervisor = Fixtures.person("Handledare");
        Placement placement = placement(id, supervisor, today.minusDays(9), today);
        Fixtures.insert(
                "INSERT INTO assessment (programme_id, template_id, assessor_id, observed_on, context, competences, state,"
                        + " answers, do_more, work_on, created_by, created_at, updated_at)"
                        + " SELECT ?, MAX(id), ?, ?, '', '', 'SENT', '{}', '', '', ?, NOW(6), NOW(6)"
                        + " FROM assessment_template WHERE code = 'mini-cex'",
                id,
                supervisor,
                today,
                doctorId);
        refused(ProblemCode.HAS_RECORDS, () -> service.remove(head, id, placement.id(), placement.version()));
    }

    @Test
    void introductions() {
        long id = programme();
        Actor supervisor = Fixtures.actor(Fixtures.person("Handledare"));
        LocalDate from = today.minusDays(2);
        Placement placement = placement(id, supervisor.personId(), from, today.plusMonths(2));
        long placementId = placement.id();
        refused(
                ProblemCode.DATE_IN_FUTURE,
                () -> service.introduce(head, id, placementId, placement.version(), today.plusDays(1)));
        refused(
                ProblemCode.OUT_OF_RANGE,
                () -> service.introduce(head, id, placementId, placement.version(), from.minusDays(31)));
        refused(
                ProblemCode.FORBIDDEN,
                () -> service.introduce(Fixtures.actor(doctorId), id, placementId, placement.version(), today));
        refused(
                ProblemCode.NOT_FOUND,
                () -> service.introduce(
                        Fixtures.actor(Role.STUDIEREKTOR, Fixtures.clinic()), id, placementId, 0, today));
        Placement introduced = service.introduce(supervisor, id, placementId, placement.version(), from.minusDays(30));
        assertEquals(from.minusDays(30), introduced.introducedOn());
        assertEquals("Handledare", introduced.introducedByName());
        refused(
                ProblemCode.STALE_VERSION,
                () -> service.introduce(supervisor, id, placementId, placement.version(), today));
        refused(ProblemCode.HAS_RECORDS, () -> service.remove(head, id, placementId, introduced.version()));
        refused(
                ProblemCode.HAS_RECORDS,
                () -> service.change(
                        head,
                        id,
                        placementId,
                        introduced.version(),
                        data(supervisor.personId(), from.plusDays(1), today.plusMonths(2))));
        Placement none = service.introduce(head, id, placementId, introduced.version(), null);
        assertNull(none.introducedOn());
        assertNull(none.introducedByName());
        service.remove(head, id, placementId, none.version());
        assertTrue(service.list(head, id).isEmpty());
    }

    @Test
    void aPlannedActivityIsBookedOnce() {
        long id = programme();
        long item = item(id, "PLACEMENT");
        PlacementData data = new PlacementData("Randning", null, null, today, today.plusMonths(1), List.of(), item);
        Placement placement = service.add(head, id, data);
        assertEquals(item, placement.iupItemId());
        refused(ProblemCode.STATE_CONFLICT, () -> service.add(head, id, data));
        assertEquals(1, service.list(head, id).size());
        refused(
                ProblemCode.UNKNOWN_ID,
                () -> service.add(
                        head, id, new PlacementData("Kurs", null, null, today, today, List.of(), item(id, "COURSE"))));
        long foreign = item(Fixtures.programme(Fixtures.person("Annan"), clinicId, today.minusYears(2)), "PLACEMENT");
        refused(
                ProblemCode.UNKNOWN_ID,
                () -> service.add(head, id, new PlacementData("R", null, null, today, today, List.of(), foreign)));

        long next = item(id, "PLACEMENT");
        Placement kept =
                service.change(head, id, placement.id(), placement.version(), data(null, today, today.plusMonths(1)));
        assertEquals(item, kept.iupItemId());
        Placement moved = service.change(
                head,
                id,
                placement.id(),
                kept.version(),
                new PlacementData("R", null, null, today, today.plusMonths(1), List.of(), next));
        assertEquals(next, moved.iupItemId());
        service.remove(head, id, placement.id(), moved.version());
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM iup_item WHERE programme_id = ? AND placement_id IS NOT NULL", id));
    }

    private long item(long programme, String kind) {
        return Fixtures.insert(
                "INSERT INTO iup_item (programme_id, kind, title, start_date, end_date, assessment_method, leader, note,"
                        + " created_by, updated_at) VALUES (?, ?, 'Randning', ?, ?, '', '', '', ?, NOW(6))",
                programme,
                kind,
                today,
                today.plusMonths(1),
                doctorId);
    }
}
