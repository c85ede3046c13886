package se.stegen.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Today;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** EXTERNAL_REVIEW, INTERNAL_REVIEW and ACTION_PLAN by {@code docs/indicators.md}. */
class ReviewIndicatorsTest {
    private final ComplianceService compliance = TestProgram.bean(ComplianceService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long clinic;
    private long person;
    private long programme;
    private Actor head;

    @BeforeEach
    void clinicWithOneDoctorUnder2015() {
        TestProgram.reference();
        clinic = Fixtures.clinic();
        Fixtures.execute("UPDATE clinic SET guideline_code = 'skane-2015' WHERE id = ?", clinic);
        person = Fixtures.person("Chef");
        programme = Fixtures.programme(Fixtures.person("Doktor"), clinic, today.minusYears(2));
        head = Fixtures.actor(Role.CLINIC_HEAD, clinic);
        assertEquals(
                5, Fixtures.number("SELECT external_review_years FROM guideline_profile WHERE code = 'skane-2015'"));
    }

    @Test
    void externallyReviewedEveryFifthYear() {
        assertEquals(LightStatus.RED, status(IndicatorCode.EXTERNAL_REVIEW, today));
        assertEquals(
                "Ingen registrerad", light(IndicatorCode.EXTERNAL_REVIEW, today).value());
        long review = review("EXTERNAL", "DRAFT", today, null);
        assertEquals(LightStatus.RED, status(IndicatorCode.EXTERNAL_REVIEW, today), "a draft counts nowhere");
        // due = the day + 5 years: exactly six months ahead is yellow, a day more is green.
        confirmedOn(review, today.plusMonths(6).minusYears(5));
        assertEquals(LightStatus.YELLOW, status(IndicatorCode.EXTERNAL_REVIEW, today));
        confirmedOn(review, today.plusMonths(6).plusDays(1).minusYears(5));
        assertEquals(LightStatus.GREEN, status(IndicatorCode.EXTERNAL_REVIEW, today));
        confirmedOn(review, LocalDate.of(2020, 3, 2));
        assertEquals(LightStatus.YELLOW, status(IndicatorCode.EXTERNAL_REVIEW, LocalDate.of(2025, 3, 2)));
        assertEquals(LightStatus.RED, status(IndicatorCode.EXTERNAL_REVIEW, LocalDate.of(2025, 3, 3)));
        assertEquals(
                LightStatus.RED,
                status(IndicatorCode.EXTERNAL_REVIEW, LocalDate.of(2020, 3, 1)),
                "what is dated later does not count");
        review("EXTERNAL", "VOIDED", today, null);
        assertEquals(LightStatus.RED, status(IndicatorCode.EXTERNAL_REVIEW, today));
        Indicator light = light(IndicatorCode.EXTERNAL_REVIEW, today);
        assertNull(light.met());
        assertNull(light.share());
        assertEquals("Senast 2020-03-02, nästa senast 2025-03-02", light.value());
    }

    @Test
    void internallyReviewedWithinItsMonths() {
        Fixtures.execute("UPDATE clinic SET guideline_code = ? WHERE id = ?", internalProfile(), clinic);
        assertEquals(LightStatus.RED, status(IndicatorCode.INTERNAL_REVIEW, today));
        review("INTERNAL", "CONFIRMED", LocalDate.of(2024, 1, 15), null);
        LocalDate due = LocalDate.of(2025, 1, 15);
        assertEquals(LightStatus.GREEN, status(IndicatorCode.INTERNAL_REVIEW, due.minusDays(1)));
        assertEquals(LightStatus.YELLOW, status(IndicatorCode.INTERNAL_REVIEW, due));
        assertEquals(LightStatus.YELLOW, status(IndicatorCode.INTERNAL_REVIEW, due.plusMonths(6)));
        assertEquals(
                LightStatus.RED,
                status(IndicatorCode.INTERNAL_REVIEW, due.plusMonths(6).plusDays(1)));
        assertEquals(LightStatus.NOT_APPLICABLE, status(IndicatorCode.EXTERNAL_REVIEW, due));
    }

    @Test
    void aPlanIsLateOnceAnActionIs() {
        assertEquals(LightStatus.NOT_APPLICABLE, status(IndicatorCode.ACTION_PLAN, today));
        LocalDate day = today.minusMonths(8);
        long review = review("EXTERNAL", "CONFIRMED", day, null);
        assertEquals(LightStatus.GREEN, status(IndicatorCode.ACTION_PLAN, today));
        long advice = action(review, "B7", today.minusDays(1), day);
        action(review, "F1", null, day);
        assertEquals(LightStatus.GREEN, status(IndicatorCode.ACTION_PLAN, today.minusDays(1)));
        assertEquals(LightStatus.YELLOW, status(IndicatorCode.ACTION_PLAN, today));
        assertEquals(
                "2 öppna, 1 försenade", light(IndicatorCode.ACTION_PLAN, today).value());
        // E7 is advice under 2015 and binding under 2021: the doctor in scope decides.
        action(review, "E7", today.minusDays(10), day);
        assertEquals(LightStatus.YELLOW, status(IndicatorCode.ACTION_PLAN, today));
        Fixtures.execute("UPDATE programme SET regulation = '2021' WHERE id = ?", programme);
        assertEquals(LightStatus.RED, status(IndicatorCode.ACTION_PLAN, today));
        Fixtures.execute("UPDATE programme SET regulation = '2015' WHERE id = ?", programme);
        long binding = action(review, "H7", today.minusDays(5), day);
        assertEquals(LightStatus.RED, status(IndicatorCode.ACTION_PLAN, today));
        event(binding, "DONE", today.minusDays(5), today.minusDays(2));
        assertEquals(LightStatus.RED, status(IndicatorCode.ACTION_PLAN, today.minusDays(3)), "as it stood then");
        assertEquals(LightStatus.YELLOW, status(IndicatorCode.ACTION_PLAN, today));
        event(advice, "DROPPED", today.minusDays(1), today);
        review("EXTERNAL", "CONFIRMED", today, null);
        assertEquals(LightStatus.GREEN, status(IndicatorCode.ACTION_PLAN, today), "the latest review's only");
    }

    @Test
    void anAreaGradedDNeedsAPlanWithinThreeMonths() {
        LocalDate reported = today.minusMonths(3);
        long review = review("EXTERNAL", "CONFIRMED", reported.minusMonths(1), reported);
        grade(review, "F", "D", null);
        assertEquals(LightStatus.GREEN, status(IndicatorCode.ACTION_PLAN, today), "the last day of the three months");
        Fixtures.execute("UPDATE review SET reported_on = ? WHERE id = ?", reported.minusDays(1), review);
        assertEquals(LightStatus.RED, status(IndicatorCode.ACTION_PLAN, today));
        grade(review, "F", "C", today);
        assertEquals(LightStatus.GREEN, status(IndicatorCode.ACTION_PLAN, today));
        grade(review, "H", "D", null);
        assertEquals(LightStatus.RED, status(IndicatorCode.ACTION_PLAN, today));
        action(review, "H1", null, today);
        assertEquals(LightStatus.GREEN, status(IndicatorCode.ACTION_PLAN, today));
    }

    private LightStatus status(IndicatorCode code, LocalDate day) {
        return light(code, day).status();
    }

    private Indicator light(IndicatorCode code, LocalDate day) {
        return compliance.clinic(head, clinic, day).indicators().stream()
                .filter(one -> one.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private void confirmedOn(long review, LocalDate day) {
        Fixtures.execute("UPDATE review SET state = 'CONFIRMED', reviewed_on = ? WHERE id = ?", day, review);
    }

    private long review(String kind, String state, LocalDate day, @Nullable LocalDate reported) {
        return Fixtures.insert(
                "INSERT INTO review (clinic_id, kind, state, reviewed_on, reported_on, strengths, weaknesses, potential,"
                        + " unsorted, created_by, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, ?, '', '', '', '', ?, NOW(6), NOW(6))",
                clinic,
                kind,
                state,
                day,
                reported,
                person);
    }

    private long action(long review, String item, @Nullable LocalDate due, LocalDate since) {
        long id = Fixtures.insert(
                "INSERT INTO review_action (review_id, position, area, item, item_code, planned_action, due_text, due_on,"
                        + " responsible, follow_up_text, follow_up_responsible, state, evidence, updated_at)"
                        + " VALUES (?, 0, ?, '', ?, 'x', '', ?, '', '', '', 'OPEN', '', NOW(6))",
                review,
                item.substring(0, 1),
                item,
                due);
        event(id, "OPEN", due, since);
        return id;
    }

    private void event(long action, String state, @Nullable LocalDate due, LocalDate since) {
        Fixtures.insert(
                "INSERT INTO review_action_event (action_id, kind, state, due_on, area, item_code, effective_on, note,"
                        + " person_id, logged_at) SELECT id, 'STATE', ?, ?, area, item_code, ?, '', ?, NOW(6)"
                        + " FROM review_action WHERE id = ?",
                state,
                due,
                since,
                person,
                action);
    }

    private void grade(long review, String area, String grade, @Nullable LocalDate since) {
        Fixtures.insert(
                "INSERT INTO review_grade (review_id, area, grade, since, set_by, set_at) VALUES (?, ?, ?, ?, ?, NOW(6))",
                review,
                area,
                grade,
                since,
                person);
    }

    /** A profile that asks for an internal review every twelfth month and for no external one. */
    private static String internalProfile() {
        String code = Fixtures.unique("intern-");
        Fixtures.insert(
                "INSERT INTO guideline_profile (code, valid_from, name, source, internal_review_months, general_competence,"
                        + " iup_approvers, escalation_days, green_from, yellow_from, holiday_weeks)"
                        + " VALUES (?, '2000-01-01', 'Intern', 'test', 12, FALSE, 'STUDIEREKTOR', 14, 0.9, 0.7, 10)",
                code);
        return code;
    }
}
