package se.stegen.regulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.PageRequest;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.coverage.CoverageService;
import se.stegen.curriculum.Curriculum;
import se.stegen.curriculum.CurriculumGoals;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.curriculum.Regulation;
import se.stegen.placement.PlacementService;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.supervision.SupervisionService;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class RegulationServiceTest {
    private final RegulationService service = TestProgram.bean(RegulationService.class);
    private final ProgrammeService programmes = TestProgram.bean(ProgrammeService.class);
    private final CurriculumService curricula = TestProgram.bean(CurriculumService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final LocalDate start = today.minusYears(2);
    private final long clinicId = Fixtures.clinic();
    private final Actor head = Fixtures.actor(Role.CLINIC_HEAD, clinicId);
    private final long doctorId = Fixtures.person("Dr Test");
    private final Actor doctor = Fixtures.actor(doctorId);
    private final long programme = Fixtures.programme(doctorId, clinicId, start);

    @BeforeAll
    static void load() {
        Fixtures.reference();
    }

    private RegulationHistory change(List<GoalMapping> mapping) {
        return service.change(doctor, programme, new RegulationChange("2021", mapping, null));
    }

    private static List<GoalMapping> mapping(String... lines) {
        return java.util.Arrays.stream(lines)
                .map(line -> line.split(" ", -1))
                .map(words -> new GoalMapping(words[0], List.of(words).subList(1, words.length)))
                .toList();
    }

    private long item(String state, String... goals) {
        Fixtures.execute(
                "INSERT IGNORE INTO iup (programme_id, state, changed_at, version) VALUES (?, ?, NOW(6), 4)",
                programme,
                state);
        long item = Fixtures.insert(
                "INSERT INTO iup_item (programme_id, kind, title, start_date, end_date, assessment_method, leader, note,"
                        + " created_by, updated_at) VALUES (?, 'COURSE', 'x', ?, ?, '', '', '', ?, NOW(6))",
                programme,
                start,
                today,
                doctorId);
        for (String goal : goals) {
            Fixtures.insert("INSERT INTO iup_item_goal (item_id, goal_code) VALUES (?, ?)", item, goal);
        }
        return item;
    }

    private long session(String state, String goal) {
        long session = Fixtures.insert(
                "INSERT INTO supervision (programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed, state,"
                        + " created_by, created_at, updated_at) VALUES (?, ?, ?, FALSE, '', '', 'DRAFT', ?, NOW(6), NOW(6))",
                programme,
                head.personId(),
                today,
                doctorId);
        Fixtures.insert("INSERT INTO supervision_goal (supervision_id, goal_code) VALUES (?, ?)", session, goal);
        Fixtures.execute("UPDATE supervision SET state = ? WHERE id = ?", state, session);
        return session;
    }

    private static long links(String table, String column, long id, String... codes) {
        String marks = "?" + ", ?".repeat(codes.length - 1);
        Object[] values = new Object[codes.length + 1];
        values[0] = id;
        System.arraycopy(codes, 0, values, 1, codes.length);
        return Fixtures.number(
                "SELECT COUNT(*) FROM " + table + " WHERE " + column + " = ? AND goal_code IN (" + marks + ")", values);
    }

    private static long all(String table, String column, long id) {
        return Fixtures.number("SELECT COUNT(*) FROM " + table + " WHERE " + column + " = ?", id);
    }

    @Test
    void theProposalNamesEveryGoal() {
        item("DRAFT", "a1", "b3");
        session("SIGNED", "a1");
        RegulationProposal proposal = service.proposal(doctor, programme);
        Map<String, MappingLine> lines = proposal.lines().stream()
                .collect(Collectors.toMap(line -> line.from().code(), line -> line));
        assertEquals(24, lines.size());
        assertEquals(66, proposal.plannedMonths());
        assertEquals(List.of("STa5", "STa6"), line(lines, "a1").to());
        assertEquals(2, line(lines, "a1").used());
        assertEquals(List.of("STc13"), line(lines, "b3").to());
        assertEquals(List.of("STc14"), line(lines, "c13").to());
        assertEquals(MappingSource.SAME_TITLE, line(lines, "c8").source());
        assertEquals(List.of("STc8"), line(lines, "c8").to());
        Set<String> known = proposal.goals().stream().map(Goal::code).collect(Collectors.toSet());
        assertTrue(proposal.lines().stream().allMatch(line -> known.containsAll(line.to())));
        refused(ProblemCode.FORBIDDEN, () -> service.proposal(head, programme));
        refused(
                ProblemCode.NOT_FOUND,
                () -> service.proposal(Fixtures.actor(Role.CLINIC_HEAD, Fixtures.clinic()), programme));
    }

    private static MappingLine line(Map<String, MappingLine> lines, String code) {
        return java.util.Objects.requireNonNull(lines.get(code));
    }

    @Test
    void evidenceOfTheOldRegulationShowsTheGoalsThatItsOwnWereMappedTo() {
        session("SIGNED", "a1");
        CoverageService coverage = TestProgram.bean(CoverageService.class);
        assertEquals(1, coverage.goal(doctor, programme, "a1").goal().evidence());
        change(mapping("a1 STa5 STa6", "a2 STa6"));
        assertEquals(1, coverage.goal(doctor, programme, "STa5").goal().evidence());
        assertEquals(1, coverage.goal(doctor, programme, "STa6").goal().evidence());
        assertEquals(0, coverage.goal(doctor, programme, "STa1").goal().evidence());
        assertEquals(
                2,
                java.util.Objects.requireNonNull(
                                coverage.standings(doctor, List.of(programme)).get(programme))
                        .evidenced());
    }

    @Test
    void aChangeRewritesWhatIsStillWrittenAndNothingElse() {
        long item = item("APPROVED", "a1", "c1", "c2");
        long untouched = item("APPROVED");
        long placement = Fixtures.insert(
                "INSERT INTO placement (programme_id, title, start_date, end_date) VALUES (?, 'x', ?, ?)",
                programme,
                start,
                today);
        Fixtures.insert("INSERT INTO placement_goal (placement_id, goal_code) VALUES (?, 'a1')", placement);
        long signed = session("SIGNED", "a1");
        long sent = session("SENT", "a1");
        long draft = session("DRAFT", "a1");
        long submission = Fixtures.insert(
                "INSERT INTO iup_submission (programme_id, number, content, approvers, sent_by, sent_at)"
                        + " VALUES (?, 1, '[a1]', 'MAIN_SUPERVISOR', ?, NOW(6))",
                programme,
                doctorId);

        // c1 and c2 became one; b1 serves nothing.
        RegulationHistory history = change(mapping("a1 STa5 STa6", "c1 STc1", "c2 STc1", "b1"));

        assertEquals("2021", history.regulation());
        assertEquals(mapping("a1 STa5 STa6", "c1 STc1", "c2 STc1"), history.mapping(), "in the order of the old goals");
        assertEquals(2, history.periods().size());
        assertEquals("2015", history.periods().getFirst().regulation());
        assertEquals(start, history.periods().getFirst().validFrom());
        assertEquals("Dr Test", history.periods().getLast().chosenByName());
        assertEquals(today, history.periods().getLast().validFrom());
        assertEquals(history, service.get(head, programme));

        ProgrammeFacts facts = programmes.facts(programme);
        assertEquals("2021", facts.regulation());
        assertEquals(66, facts.plannedMonths());
        assertTrue(curricula.isGoal(facts.curriculumId(), "STc1"));

        assertEquals(3, links("iup_item_goal", "item_id", item, "STa5", "STa6", "STc1"));
        assertEquals(3, all("iup_item_goal", "item_id", item));
        assertEquals(1, Fixtures.number("SELECT version FROM iup_item WHERE id = ?", item));
        assertEquals(0, Fixtures.number("SELECT version FROM iup_item WHERE id = ?", untouched));
        assertEquals(
                List.of("STa5", "STa6"),
                TestProgram.bean(PlacementService.class)
                        .list(doctor, programme)
                        .getFirst()
                        .goalCodes());
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM iup WHERE programme_id = ? AND state = 'DRAFT' AND version = 5",
                        programme));
        assertEquals(2, links("supervision_goal", "supervision_id", draft, "STa5", "STa6"));
        assertEquals(2, all("supervision_goal", "supervision_id", draft));
        for (long kept : new long[] {signed, sent}) {
            assertEquals(1, links("supervision_goal", "supervision_id", kept, "a1"));
            assertEquals(1, all("supervision_goal", "supervision_id", kept));
            assertEquals(0, Fixtures.number("SELECT version FROM supervision WHERE id = ?", kept));
        }
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM iup_submission WHERE id = ? AND content LIKE '%a1%'", submission));
        assertTrue(
                TestProgram.bean(SupervisionService.class).list(doctor, programme, PageRequest.first()).items().stream()
                        .anyMatch(one -> "a1".equals(one.goalCodes())));
    }

    @Test
    void thereIsNoWayBackAndNoSecondTime() {
        change(List.of());
        refused(ProblemCode.STATE_CONFLICT, () -> service.proposal(doctor, programme));
        refused(ProblemCode.STATE_CONFLICT, () -> change(List.of()));
        refused(
                ProblemCode.STATE_CONFLICT,
                () -> service.change(doctor, programme, new RegulationChange("2015", List.of(), null)));
        assertEquals(2, service.get(doctor, programme).periods().size());
    }

    @Test
    void aBadChangeChangesNothing() {
        item("DRAFT", "a1", "c1");
        assertEquals(
                "c1",
                refused(ProblemCode.MAPPING_INCOMPLETE, () -> change(mapping("a1 STa5")))
                        .arguments()
                        .getFirst());
        refused(ProblemCode.UNKNOWN_CODE, () -> change(mapping("a1 STa99", "c1")));
        refused(ProblemCode.UNKNOWN_CODE, () -> change(mapping("x1 STa5", "a1", "c1")));
        refused(ProblemCode.ALREADY_EXISTS, () -> change(mapping("a1 STa5", "a1 STa6", "c1")));
        refused(ProblemCode.UNKNOWN_CODE, () -> withMonths("2015", 66));
        refused(ProblemCode.REQUIRED, () -> withMonths(null, 66));
        refused(ProblemCode.OUT_OF_RANGE, () -> withMonths("2021", 0));
        refused(
                ProblemCode.FORBIDDEN,
                () -> service.change(head, programme, new RegulationChange("2021", List.of(), null)));
        Fixtures.execute("UPDATE iup SET state = 'SENT' WHERE programme_id = ?", programme);
        assertTrue(refused(ProblemCode.PLAN_IS_SENT, () -> change(mapping("a1 STa5", "c1")))
                .text(Locale.of("sv"))
                .contains("Ta tillbaka"));
        assertEquals("2015", programmes.facts(programme).regulation());
        assertEquals(List.of(), service.get(doctor, programme).periods());
        assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM goal_mapping WHERE programme_id = ?", programme));
    }

    private void withMonths(@Nullable String regulation, int months) {
        service.change(doctor, programme, new RegulationChange(regulation, mapping("a1", "c1"), months));
    }

    @Test
    void aLaterEditionIsToldAndNotFollowed() {
        Actor admin = Fixtures.admin();
        Curriculum latest = curricula.curriculum(doctor, Regulation.SOSFS_2015, "plastikkirurgi");
        long edition = latest.edition().id();
        Fixtures.execute(
                "UPDATE programme SET specialty_code = 'plastikkirurgi', curriculum_id = ? WHERE id = ?",
                edition,
                programme);
        assertEquals(Optional.empty(), service.get(doctor, programme).newerEdition());
        curricula.complete(
                admin,
                Regulation.SOSFS_2015,
                "plastikkirurgi",
                latest.edition().number(),
                "",
                latest.goals().subList(0, 3));
        int next = latest.edition().number() + 1;
        assertEquals(Optional.of(next), service.get(doctor, programme).newerEdition());
        assertEquals(Optional.of(next), TestProgram.bean(CurriculumGoals.class).newerEdition(edition));
        ProgrammeFacts facts = programmes.facts(programme);
        assertEquals(edition, facts.curriculumId());
        assertEquals(
                latest.goals().size(),
                curricula.edition(doctor, facts.curriculumId()).goals().size());
        long newest = curricula
                .curriculum(doctor, Regulation.SOSFS_2015, "plastikkirurgi")
                .edition()
                .id();
        assertNotEquals(edition, newest);
        assertEquals(Optional.empty(), TestProgram.bean(CurriculumGoals.class).newerEdition(newest));
    }
}
