package se.stegen.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.database.TestDatabase;
import se.stegen.feedback.FeedbackRound;
import se.stegen.feedback.FeedbackService;
import se.stegen.guideline.ClinicCompliance;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.LightStatus;
import se.stegen.placement.EvaluationService;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class DemoRegionTest {
    private final DemoRegion demo = TestProgram.bean(DemoRegion.class);

    @AfterEach
    void emptyAgain() {
        TestDatabase.clear();
        TestProgram.reference();
    }

    @Test
    void theRegionIsTheSameForTheSameDayAndHasGoodAndBadClinics() {
        LocalDate day = LocalDate.of(2026, 11, 21);
        Map<String, Long> first = filled(day);
        assertEquals(first, filled(day));
        assertEquals(157, first.get("SELECT COUNT(*) FROM programme"));
        assertEquals(24, first.get("SELECT COUNT(*) FROM clinic"));
        assertTrue(Fixtures.number("SELECT COUNT(*) FROM employment_rate WHERE rate < 100") > 10);
        assertTrue(Fixtures.number("SELECT COUNT(*) FROM credit WHERE kind = 'DISSERTATION'") > 5);
        assertFalse(demo.fill(day), "a database with people in it is left alone");
        assertEquals(
                0,
                Fixtures.number("SELECT COUNT(*) FROM programme p LEFT JOIN goal g ON g.curriculum_id = p.curriculum_id"
                        + " WHERE g.id IS NULL"),
                "every doctor has goals");
        assertEquals(
                0,
                Fixtures.number("SELECT COUNT(*) FROM supervision WHERE signed_at IS NOT NULL AND state <> 'SIGNED'"));

        assertEquals(
                0,
                Fixtures.number("SELECT COUNT(*) FROM goal_attestation n WHERE NOT EXISTS (SELECT 1 FROM"
                        + " goal_attestation_evidence e WHERE e.attestation_id = n.id)"),
                "every attestation has evidence");
        String named = " x JOIN programme p ON p.id = x.programme_id JOIN person d ON d.id = p.person_id"
                + " WHERE d.username = 'st'";
        assertTrue(Fixtures.number("SELECT COUNT(*) FROM goal_attestation" + named) >= 3);
        assertEquals(1, Fixtures.number("SELECT COUNT(*) FROM goal_evidence" + named));
        assertEquals(26, first.get("SELECT COUNT(*) FROM general_programme_item"));
        assertEquals(
                66,
                Fixtures.number("SELECT MAX(start_month + months) FROM general_programme_item"),
                "a whole ST under 2021");
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM general_programme_item_goal i WHERE NOT EXISTS (SELECT 1 FROM goal g"
                                + " JOIN curriculum c ON c.id = g.curriculum_id WHERE g.code = i.goal_code"
                                + " AND c.regulation = '2021' AND c.specialty_code = 'kirurgi')"));
        assertEquals(
                0,
                Fixtures.number("SELECT COUNT(*) FROM placement_goal l JOIN placement q ON q.id = l.placement_id"
                        + " JOIN programme p ON p.id = q.programme_id WHERE NOT EXISTS (SELECT 1 FROM goal g"
                        + " WHERE g.curriculum_id = p.curriculum_id AND g.code = l.goal_code)"));
        Actor urology = Fixtures.actor(Fixtures.number("SELECT r.person_id FROM role_assignment r JOIN clinic c"
                + " ON c.id = r.scope_id WHERE r.role = 'CLINIC_HEAD' AND c.name = 'Urologkliniken, Norrviken'"));
        EvaluationService evaluations = TestProgram.bean(EvaluationService.class);
        assertTrue(evaluations
                .ofClinic(urology, Fixtures.number("SELECT id FROM clinic WHERE name = 'Urologkliniken, Norrviken'"))
                .placements()
                .isPresent());
        Actor surgery = Fixtures.actor(Fixtures.number("SELECT id FROM person WHERE username = 'studierektor'"));
        assertFalse(evaluations
                .ofClinic(surgery, Fixtures.number("SELECT id FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'"))
                .courses()
                .isEmpty());

        Actor doctor = Fixtures.actor(Fixtures.number("SELECT id FROM person WHERE username = 'st'"));
        FeedbackService rounds = TestProgram.bean(FeedbackService.class);
        FeedbackRound released =
                rounds.get(doctor, Fixtures.number("SELECT id FROM feedback_round WHERE state = 'RELEASED'"));
        assertEquals(8, rounds.result(doctor, released.id()).answers());
        assertEquals(
                1,
                Fixtures.number("SELECT COUNT(*) FROM assessment a JOIN feedback_round f ON f.assessment_id = a.id"
                        + " WHERE a.state = 'SIGNED'"));
        assertEquals(
                6,
                rounds.get(doctor, Fixtures.number("SELECT id FROM feedback_round WHERE state = 'OPEN'"))
                        .answers());

        Actor overall = Fixtures.actor(Fixtures.number("SELECT id FROM person WHERE username = 'overstudierektor'"));
        assertTrue(overall.hasAnywhere(Role.OVERALL_STUDIEREKTOR));
        ComplianceService compliance = TestProgram.bean(ComplianceService.class);
        Map<LightStatus, Long> lights =
                overall.clinics().getOrDefault(Role.OVERALL_STUDIEREKTOR, java.util.Set.of()).stream()
                        .map(id -> compliance.clinic(overall, id, day))
                        .map(ClinicCompliance::indicators)
                        .flatMap(java.util.List::stream)
                        .collect(Collectors.groupingBy(i -> i.status(), Collectors.counting()));
        assertTrue(
                lights.keySet().containsAll(java.util.List.of(LightStatus.GREEN, LightStatus.YELLOW, LightStatus.RED)));
    }

    private Map<String, Long> filled(LocalDate day) {
        TestDatabase.clear();
        TestProgram.reference();
        assertTrue(demo.fill(day));
        assertTrue(demo.isPresent());
        Map<String, Long> figures = new TreeMap<>();
        for (String sql : new String[] {
            "SELECT COUNT(*) FROM programme",
            "SELECT COUNT(*) FROM clinic",
            "SELECT COUNT(*) FROM person",
            "SELECT COUNT(*) FROM leave_period",
            "SELECT SUM(CRC32(CONCAT(valid_from, rate))) FROM employment_rate",
            "SELECT SUM(CRC32(CONCAT(kind, months))) FROM credit",
            "SELECT COUNT(*) FROM general_programme_item",
            "SELECT SUM(CRC32(CONCAT(programme_id, supervision, comment, created_at))) FROM activity_evaluation",
            "SELECT SUM(CRC32(CONCAT(held_on, state, COALESCE(signed_at, '')))) FROM supervision",
            "SELECT SUM(CRC32(CONCAT(observed_on, state, context, COALESCE(overall, 0)))) FROM assessment",
            "SELECT SUM(CRC32(CONCAT(number, approved_on))) FROM iup_version",
            "SELECT SUM(CRC32(CONCAT(title, start_date, end_date))) FROM iup_item",
            "SELECT SUM(CRC32(name)) FROM person",
            "SELECT SUM(CRC32(CONCAT(programme_id, goal_code, attested_by, attested_at))) FROM goal_attestation",
            "SELECT COUNT(*) FROM goal_evidence",
            "SELECT SUM(CRC32(CONCAT(id, profession, answers))) FROM feedback_answer"
        }) {
            figures.put(sql, Fixtures.number(sql));
        }
        return figures;
    }
}
