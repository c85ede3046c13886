package se.stegen.curriculum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ImportPreview;
import se.stegen.common.ImportPreview.Outcome;
import se.stegen.common.ProblemCode;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class CurriculumServiceTest {
    private final CurriculumService service = TestProgram.bean(CurriculumService.class);
    private final Actor anyone = Fixtures.actor(Fixtures.person("Vem som helst"));
    private final Actor admin = Fixtures.admin();

    @BeforeAll
    static void load() {
        Fixtures.reference();
    }

    @Test
    void everySpecialtyHasItsGoals() {
        assertEquals(63, service.specialties(anyone, Regulation.SOSFS_2015).size());
        assertEquals(63, service.specialties(anyone, null).size());
        assertEquals(63, service.latestEditions(anyone, Regulation.HSLF_2021).size());
        Curriculum surgery = service.curriculum(anyone, Regulation.SOSFS_2015, "kirurgi");
        assertEquals("a1", surgery.goals().getFirst().code());
        assertEquals(surgery.goals().size(), surgery.edition().goals());
        assertFalse(surgery.edition().checked());
        assertTrue(Objects.requireNonNull(surgery.edition().remark()).contains("b-delmål"));
        assertEquals(surgery.goals(), service.goalsOf(anyone, surgery.edition().id()));
        assertTrue(service.isGoal(surgery.edition().id(), "c1"));
        service.requireGoals(surgery.edition().id(), List.of("a1", "c1"));
        assertEquals(
                "goalCodes",
                refused(
                                ProblemCode.UNKNOWN_CODE,
                                () -> service.requireGoals(surgery.edition().id(), List.of("a1", "c99")))
                        .errors()
                        .getFirst()
                        .field());
        refused(ProblemCode.NOT_FOUND, () -> service.curriculum(anyone, Regulation.SOSFS_2015, "finns-inte"));
    }

    @Test
    void loadingAgainChangesNothing() {
        long before = Fixtures.number("SELECT COUNT(*) FROM curriculum");
        TestProgram.bean(ReferenceLoader.class).load();
        assertEquals(before, Fixtures.number("SELECT COUNT(*) FROM curriculum"));
        Fixtures.insert("UPDATE reference_load SET content_hash = 'another' WHERE name = 'curriculum'");
        TestProgram.bean(ReferenceLoader.class).load();
        assertEquals(before, Fixtures.number("SELECT COUNT(*) FROM curriculum"));
    }

    @Test
    void changedReferenceFilesMakeTheNextEditionUnlessAnAdminCompletedIt() {
        Curriculum before = service.curriculum(anyone, Regulation.SOSFS_2015, "palliativ-medicin");
        Fixtures.insert(
                "UPDATE goal SET title = 'Som det hette förut' WHERE curriculum_id = ? AND code = 'c1'",
                before.edition().id());
        Fixtures.insert("UPDATE reference_load SET content_hash = 'another' WHERE name = 'curriculum'");
        TestProgram.bean(ReferenceLoader.class).load();
        Curriculum after = service.curriculum(anyone, Regulation.SOSFS_2015, "palliativ-medicin");
        assertEquals(before.edition().number() + 1, after.edition().number());
        assertEquals(before.goals(), after.goals());
        assertNotEquals(
                before.goals(), service.edition(anyone, before.edition().id()).goals());

        service.complete(
                admin,
                Regulation.SOSFS_2015,
                "palliativ-medicin",
                after.edition().number(),
                "",
                List.of(goal("a1")));
        Fixtures.insert("UPDATE reference_load SET content_hash = 'another' WHERE name = 'curriculum'");
        TestProgram.bean(ReferenceLoader.class).load();
        assertTrue(service.curriculum(anyone, Regulation.SOSFS_2015, "palliativ-medicin")
                .edition()
                .completedByAdmin());
    }

    @Test
    void anAdminCompletesByHand() {
        Curriculum before = service.curriculum(admin, Regulation.HSLF_2021, "rattspsykiatri");
        List<Goal> goals = new ArrayList<>(before.goals());
        goals.add(new Goal("STc1", GoalGroup.C, "Eget mål", "KLIN", true));
        Curriculum after = service.complete(
                admin, Regulation.HSLF_2021, "rattspsykiatri", before.edition().number(), null, goals);
        assertEquals(before.edition().number() + 1, after.edition().number());
        assertTrue(after.edition().checked());
        assertTrue(after.edition().completedByAdmin());
        assertNull(after.edition().remark());
        assertEquals(goals, after.goals());
        assertEquals(
                before.goals(), service.edition(admin, before.edition().id()).goals());
        assertEquals(
                2,
                service.editions(anyone, Regulation.HSLF_2021, "rattspsykiatri").size());

        refused(
                ProblemCode.STALE_VERSION,
                () -> service.complete(
                        admin,
                        Regulation.HSLF_2021,
                        "rattspsykiatri",
                        before.edition().number(),
                        null,
                        goals));
    }

    @Test
    void badGoalsAreRefused() {
        int number = service.curriculum(admin, Regulation.HSLF_2021, "kirurgi")
                .edition()
                .number();
        refused(ProblemCode.REQUIRED, () -> complete(number, List.of()));
        refused(ProblemCode.ALREADY_EXISTS, () -> complete(number, List.of(goal("STc1"), goal("STC1"))));
        refused(ProblemCode.INVALID_FIELD, () -> complete(number, List.of(goal("inte en kod"))));
        refused(ProblemCode.REQUIRED, () -> complete(number, List.of(new Goal("STc1", GoalGroup.C, "  ", null, true))));
        refused(
                ProblemCode.TOO_LONG,
                () -> complete(number, List.of(new Goal("STc1", GoalGroup.C, "x".repeat(501), null, true))));
        refused(
                ProblemCode.NOT_FOUND,
                () -> service.complete(admin, Regulation.HSLF_2021, "finns-inte", 1, null, List.of(goal("STc1"))));
        assertEquals(
                number,
                service.curriculum(admin, Regulation.HSLF_2021, "kirurgi")
                        .edition()
                        .number());
    }

    @Test
    void onlyAnAdminCompletes() {
        Actor head = Fixtures.actor(Role.CLINIC_HEAD, Fixtures.clinic());
        refused(
                ProblemCode.FORBIDDEN,
                () -> service.complete(head, Regulation.HSLF_2021, "kirurgi", 1, null, List.of(goal("STc1"))));
        refused(ProblemCode.FORBIDDEN, () -> service.previewFile(head, Regulation.HSLF_2021, new byte[0]));
        refused(ProblemCode.FORBIDDEN, () -> service.importFile(head, Regulation.HSLF_2021, new byte[0]));
    }

    @Test
    void aFileTakesThePlaceOfItsGroups() {
        byte[] file = """
                specialty;code;title;group;status;source
                Socialmedicin;STc1;Samhällsmedicin på svenska;c;verified;egen
                socialmedicin;STc2;"Mål; med semikolon";c;;egen
                """.getBytes(Charset.forName("windows-1252"));
        ImportPreview preview = service.previewFile(admin, Regulation.HSLF_2021, file);
        assertEquals(2, preview.count(Outcome.CREATE));
        Curriculum before = service.curriculum(admin, Regulation.HSLF_2021, "socialmedicin");
        assertFalse(before.edition().checked());

        service.importFile(admin, Regulation.HSLF_2021, file);
        Curriculum after = service.curriculum(admin, Regulation.HSLF_2021, "socialmedicin");
        assertTrue(after.edition().checked());
        assertTrue(after.goals().contains(new Goal("STc1", GoalGroup.C, "Samhällsmedicin på svenska", null, true)));
        assertEquals(before.goals().size() + 2, after.goals().size());

        assertEquals(2, service.importFile(admin, Regulation.HSLF_2021, file).count(Outcome.UNCHANGED));
        assertEquals(
                after.edition().id(),
                service.curriculum(admin, Regulation.HSLF_2021, "socialmedicin")
                        .edition()
                        .id());

        byte[] shorter = "specialty,code,title,group\nSocialmedicin,STc2,Annat,C\n".getBytes(StandardCharsets.UTF_8);
        ImportPreview removal = service.previewFile(admin, Regulation.HSLF_2021, shorter);
        assertEquals(1, removal.count(Outcome.UPDATE));
        assertEquals(1, removal.count(Outcome.REMOVE));
    }

    @Test
    void aFileWithAnErrorChangesNothing() {
        byte[] file = """
                specialty;code;title;group
                Kirurgi;c1;Nytt;c
                Finns inte;c1;Nytt;c
                Kirurgi;;Nytt;c
                Kirurgi;c1;Dubbelt;c
                Kirurgi;c3;Nytt;q
                """.getBytes(StandardCharsets.UTF_8);
        ImportPreview preview = service.previewFile(admin, Regulation.SOSFS_2015, file);
        assertEquals(4, preview.count(Outcome.ERROR));
        long before = Fixtures.number("SELECT COUNT(*) FROM curriculum");
        refused(ProblemCode.INVALID_FIELD, () -> service.importFile(admin, Regulation.SOSFS_2015, file));
        assertEquals(before, Fixtures.number("SELECT COUNT(*) FROM curriculum"));
        refused(
                ProblemCode.REQUIRED,
                () -> service.previewFile(admin, Regulation.SOSFS_2015, "a;b\n1;2".getBytes(StandardCharsets.UTF_8)));
        refused(
                ProblemCode.UNREADABLE,
                () -> service.previewFile(admin, Regulation.SOSFS_2015, new byte[] {0x50, 0x4b, 3, 4, 0, 0, 1}));
    }

    private static Goal goal(String code) {
        return new Goal(code, GoalGroup.C, "Ett mål", null, true);
    }

    private void complete(int number, List<Goal> goals) {
        service.complete(admin, Regulation.HSLF_2021, "kirurgi", number, null, goals);
    }
}
