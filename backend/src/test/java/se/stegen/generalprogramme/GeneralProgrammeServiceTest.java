package se.stegen.generalprogramme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.iup.IupKind;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class GeneralProgrammeServiceTest {
    private final GeneralProgrammeService service = TestProgram.bean(GeneralProgrammeService.class);
    private final long clinicId = Fixtures.clinic();
    private final Actor studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinicId);
    private final Actor stranger = Fixtures.actor(Role.STUDIEREKTOR, Fixtures.clinic());

    @BeforeAll
    static void load() {
        Fixtures.reference();
    }

    private static GeneralItemData data(String title, int startMonth, int months, String... goals) {
        return new GeneralItemData(IupKind.PLACEMENT, title, startMonth, months, "Mini-CEX", List.of(goals));
    }

    private GeneralItem add(String regulation, GeneralItemData data) {
        return service.add(studierektor, clinicId, regulation, null, data);
    }

    private List<GeneralItem> items(String regulation) {
        return service.get(stranger, clinicId, regulation, null).items();
    }

    @Test
    void aStudierektorKeepsOnePerRegulation() {
        GeneralItem later = add("2021", data("Akutkirurgi åäö", 12, 6, "STc2", "STc1", "STc2"));
        GeneralItem first = add("2021", data("Akutmottagning", 0, 6));
        add("2015", data("Urologi", 3, 3, "c1"));
        assertEquals(List.of("STc1", "STc2"), later.goalCodes());
        assertEquals(List.of(first, later), items("2021"));
        assertEquals(1, items("2015").size());
        assertEquals("kirurgi", service.get(stranger, clinicId, "2021", null).specialtyCode());
        assertTrue(service.get(stranger, clinicId, "2021", "urologi").items().isEmpty());

        GeneralItem changed =
                service.change(studierektor, clinicId, later.id(), later.version(), data("Akutkirurgi", 10, 8, "STc3"));
        assertEquals(10, changed.startMonth());
        assertEquals(List.of("STc3"), changed.goalCodes());
        refused(
                ProblemCode.STALE_VERSION,
                () -> service.change(studierektor, clinicId, later.id(), later.version(), data("x", 0, 1)));
        refused(ProblemCode.STALE_VERSION, () -> service.remove(studierektor, clinicId, later.id(), later.version()));
        assertEquals(List.of("STc3"), items("2021").getLast().goalCodes(), "a refused removal removes nothing");
        service.remove(studierektor, clinicId, later.id(), changed.version());
        assertEquals(List.of(first), items("2021"));
    }

    @Test
    void nobodyElseChangesIt() {
        GeneralItem item = add("2021", data("Akutmottagning", 0, 6));
        Actor head = Fixtures.actor(Role.CLINIC_HEAD, clinicId);
        assertEquals(
                2, service.change(head, clinicId, item.id(), 0, data("x", 2, 1)).startMonth());
        for (Actor other : List.of(
                stranger,
                Fixtures.admin(),
                Fixtures.actor(Role.TRAINEE, clinicId),
                Fixtures.actor(Role.REVIEWER, clinicId))) {
            refused(ProblemCode.FORBIDDEN, () -> service.add(other, clinicId, "2021", null, data("x", 0, 1)));
            refused(ProblemCode.FORBIDDEN, () -> service.change(other, clinicId, item.id(), 1, data("x", 0, 1)));
            refused(ProblemCode.FORBIDDEN, () -> service.remove(other, clinicId, item.id(), 1));
        }
        // An activity of one clinic is none of another's.
        long elsewhere = Fixtures.clinic();
        Actor both = Fixtures.actor(Role.STUDIEREKTOR, elsewhere);
        refused(ProblemCode.NOT_FOUND, () -> service.remove(both, elsewhere, item.id(), 1));
        assertEquals(1, items("2021").size());
    }

    @Test
    void badActivity() {
        refused(ProblemCode.REQUIRED, () -> add("2021", data(" ", 0, 1)));
        refused(ProblemCode.OUT_OF_RANGE, () -> add("2021", data("x", -1, 1)));
        refused(ProblemCode.OUT_OF_RANGE, () -> add("2021", data("x", 240, 1)));
        refused(ProblemCode.OUT_OF_RANGE, () -> add("2021", data("x", 0, 0)));
        refused(ProblemCode.UNKNOWN_CODE, () -> add("2021", data("x", 0, 1, "c1")));
        refused(ProblemCode.REQUIRED, () -> add("2021", new GeneralItemData(null, "x", 0, 1, null, List.of())));
        refused(ProblemCode.UNKNOWN_CODE, () -> add("2008", data("x", 0, 1)));
        refused(
                ProblemCode.UNKNOWN_CODE,
                () -> service.add(studierektor, clinicId, "2021", "finns-inte", data("x", 0, 1)));
        refused(ProblemCode.REQUIRED, () -> service.get(studierektor, clinicId, null, null));
        refused(ProblemCode.NOT_FOUND, () -> service.get(studierektor, 999_999_999L, "2021", null));
    }

    @Test
    void forOneDoctorItHasDays() {
        GeneralItem item = add("2015", data("Akutkirurgi", 1, 12, "c1", "c13"));
        long doctor = Fixtures.person("Dr Test");
        LocalDate start = LocalDate.of(2024, 1, 31);
        long programme = Fixtures.programme(doctor, clinicId, start);
        // An edition that lacks one of the goals.
        long curriculum = Fixtures.number(
                "SELECT MIN(id) FROM curriculum WHERE regulation = '2015' AND specialty_code = 'aldrepsykiatri'");
        Fixtures.execute("UPDATE programme SET curriculum_id = ? WHERE id = ?", curriculum, programme);

        assertEquals(
                List.of(new ProposedItem(
                        item.id(),
                        IupKind.PLACEMENT,
                        "Akutkirurgi",
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(2025, 2, 27),
                        "Mini-CEX",
                        List.of("c1"),
                        List.of("c13"))),
                service.forProgramme(Fixtures.actor(doctor), programme));
        refused(ProblemCode.NOT_FOUND, () -> service.forProgramme(stranger, programme));
        long elsewhere = Fixtures.programme(Fixtures.person("Annan"), Fixtures.clinic(), start);
        assertTrue(service.forProgramme(Fixtures.admin(), elsewhere).isEmpty());
    }
}
