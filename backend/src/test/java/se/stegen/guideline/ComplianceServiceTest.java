package se.stegen.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.instrument.Competence;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class ComplianceServiceTest {
    private final ComplianceService compliance = TestProgram.bean(ComplianceService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long clinic;
    private long doctor;
    private long supervisor;
    private long programme;
    private Actor studierektor;

    @BeforeEach
    void clinicWithOneDoctor() {
        clinic = Fixtures.clinic();
        Fixtures.execute("UPDATE clinic SET guideline_code = 'skane-2015' WHERE id = ?", clinic);
        doctor = Fixtures.person("Doktor");
        supervisor = Fixtures.person("Handledare");
        programme = Fixtures.programme(doctor, clinic, today.minusYears(2));
        studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
    }

    @Test
    void withoutMainSupervisorTheLightIsRedAndQualificationDoesNotApply() {
        ClinicCompliance seen = compliance.clinic(studierektor, clinic, null);
        assertEquals(LightStatus.RED, light(seen, IndicatorCode.MAIN_SUPERVISOR).status());
        assertEquals(
                LightStatus.NOT_APPLICABLE,
                light(seen, IndicatorCode.SUPERVISOR_QUALIFIED).status());
        assertEquals("skane-2015", seen.guidelineCode());
        assertEquals(
                "9 handledningssamtal per 12 månader",
                light(seen, IndicatorCode.SUPERVISION).rule());
    }

    @Test
    void aQualifiedSupervisorIsSpecialistInTheSpecialtyAndTrained() {
        appoint();
        assertFalse(mine(IndicatorCode.SUPERVISOR_QUALIFIED).met());
        qualify("SPECIALIST", "urologi", today.minusYears(9));
        qualify("SUPERVISOR_TRAINING", null, today);
        assertFalse(mine(IndicatorCode.SUPERVISOR_QUALIFIED).met());
        qualify("SPECIALIST", "kirurgi", today);
        assertTrue(mine(IndicatorCode.SUPERVISOR_QUALIFIED).met());
        assertFalse(on(today.minusDays(1), IndicatorCode.SUPERVISOR_QUALIFIED).met());
    }

    @Test
    void sessionsCountWhenSignedInTheYearWithTheMainSupervisorAndNotVoided() {
        appoint();
        session(supervisor, today, today, "SIGNED");
        session(supervisor, today.minusYears(1).plusDays(1), today, "SIGNED");
        assertEquals(2, mine(IndicatorCode.SUPERVISION).actual());
        assertEquals(9, mine(IndicatorCode.SUPERVISION).required());
        session(supervisor, today.minusYears(1), today, "SIGNED");
        session(supervisor, today, today, "SENT");
        session(Fixtures.person("Annan"), today, today, "SIGNED");
        assertEquals(2, mine(IndicatorCode.SUPERVISION).actual());
        long voided = session(supervisor, today.minusDays(3), today.minusDays(3), "SIGNED");
        assertEquals(3, mine(IndicatorCode.SUPERVISION).actual());
        Fixtures.insert(
                "INSERT INTO voiding (record_kind, record_id, voided_by, voided_at, reason)"
                        + " VALUES ('SUPERVISION', ?, ?, NOW(6), 'fel')",
                voided,
                supervisor);
        assertEquals(2, mine(IndicatorCode.SUPERVISION).actual());
        assertEquals(0, on(today.minusDays(1), IndicatorCode.SUPERVISION).actual());
    }

    @Test
    void aPlacementsSupervisorCountsDuringThePlacement() {
        long placed = Fixtures.person("Randningshandledare");
        Fixtures.insert(
                "INSERT INTO placement (programme_id, title, supervisor_id, start_date, end_date) VALUES (?, 'X', ?, ?, ?)",
                programme,
                placed,
                today.minusDays(60),
                today.minusDays(30));
        session(placed, today.minusDays(30), today, "SIGNED");
        session(placed, today.minusDays(29), today, "SIGNED");
        assertEquals(1, mine(IndicatorCode.SUPERVISION).actual());
    }

    @Test
    void fullLeaveLowersWhatIsRequiredPartLeaveDoesNot() {
        leave(today.minusDays(364), today.minusDays(183), 50);
        assertEquals(9, mine(IndicatorCode.ASSESSMENT).required());
        leave(today.minusDays(364), today.minusDays(183), 100);
        assertEquals(4, mine(IndicatorCode.ASSESSMENT).required());
    }

    @Test
    void theFirstPlanIsInTimeUntilTheDeadlineThatFullLeaveMoves() {
        LocalDate deadline = today.minusYears(2).plusMonths(7);
        assertFalse(on(deadline, IndicatorCode.IUP_ON_TIME).met());
        assertTrue(maybe(deadline.minusDays(1), IndicatorCode.IUP_ON_TIME).isEmpty());
        approve(1, deadline.plusDays(10));
        assertFalse(mine(IndicatorCode.IUP_ON_TIME).met());
        leave(today.minusYears(2).plusDays(20), today.minusYears(2).plusDays(29), 50);
        assertFalse(mine(IndicatorCode.IUP_ON_TIME).met());
        leave(today.minusYears(2).plusDays(30), today.minusYears(2).plusDays(39), 100);
        assertTrue(mine(IndicatorCode.IUP_ON_TIME).met());
    }

    @Test
    void aPlanApprovedBeforeItsDeadlineAppliesAtOnceAndAnEarlierPostsPlanIsInTime() {
        LocalDate start = today.minusYears(2);
        approve(1, start.plusDays(40));
        assertTrue(maybe(start.plusDays(39), IndicatorCode.IUP_ON_TIME).isEmpty());
        assertTrue(on(start.plusDays(40), IndicatorCode.IUP_ON_TIME).met());
        Fixtures.execute("UPDATE post SET start_date = ? WHERE programme_id = ?", today.minusMonths(1), programme);
        assertTrue(mine(IndicatorCode.IUP_ON_TIME).met());
    }

    @Test
    void endlessLeaveLeavesNoDeadline() {
        leave(today.minusYears(2).plusDays(3), null, 100);
        assertTrue(maybe(today, IndicatorCode.IUP_ON_TIME).isEmpty());
        approve(1, today.minusDays(3));
        assertTrue(mine(IndicatorCode.IUP_ON_TIME).met());
    }

    @Test
    void approvedVersionsOfTheYearAreRevisions() {
        approve(1, today.minusYears(1));
        approve(2, today.minusYears(1).plusDays(1));
        assertEquals(1, mine(IndicatorCode.IUP_REVISED).actual());
        assertEquals(2, mine(IndicatorCode.IUP_REVISED).required());
        assertFalse(mine(IndicatorCode.IUP_REVISED).met());
        approve(3, today);
        assertTrue(mine(IndicatorCode.IUP_REVISED).met());
        assertTrue(on(today.minusDays(1), IndicatorCode.IUP_REVISED).met());
        leave(today.minusDays(200), null, 100);
        assertTrue(maybe(today, IndicatorCode.IUP_REVISED).isEmpty());
    }

    @Test
    void aClinicWithoutGuidelineIsMeasuredByWhatNeedsNone() {
        Fixtures.execute("UPDATE clinic SET guideline_code = NULL WHERE id = ?", clinic);
        ClinicCompliance seen = compliance.clinic(studierektor, clinic, null);
        assertEquals(
                LightStatus.NOT_APPLICABLE,
                light(seen, IndicatorCode.SUPERVISION).status());
        assertEquals(LightStatus.RED, light(seen, IndicatorCode.MAIN_SUPERVISOR).status());
    }

    @Test
    void theOrganisationsGuidelineIsInherited() {
        Fixtures.execute("UPDATE clinic SET guideline_code = NULL WHERE id = ?", clinic);
        Fixtures.execute(
                "UPDATE organisation SET guideline_code = 'capio-st-goran'"
                        + " WHERE id = (SELECT organisation_id FROM clinic WHERE id = ?)",
                clinic);
        assertEquals(6, mine(IndicatorCode.SUPERVISION).required());
    }

    @Test
    void generalCompetencesAreShownByTheFormOrAddedToItAndTheMissingAreNamed() {
        asksForCompetences();
        TraineeIndicator none = mine(IndicatorCode.GENERAL_COMPETENCE);
        assertEquals(6, none.required());
        assertEquals(List.of(Competence.values()), none.missing());
        assessed("leadership", "", today, today);
        assessed("mini-cex", "COMMUNICATION,LEADERSHIP", today.minusDays(1), today);
        assessed("teaching", "SUPERVISING", today.minusYears(1).plusDays(1), today);
        assessed("journal-club", "", today.minusYears(1), today);
        long voided = assessed("quality-work", "", today, today);
        Fixtures.insert(
                "INSERT INTO voiding (record_kind, record_id, voided_by, voided_at, reason)"
                        + " VALUES ('ASSESSMENT', ?, ?, NOW(6), 'fel')",
                voided,
                supervisor);
        assertEquals(4, mine(IndicatorCode.GENERAL_COMPETENCE).actual());
        assertEquals(
                List.of(Competence.SCIENCE, Competence.QUALITY),
                mine(IndicatorCode.GENERAL_COMPETENCE).missing());
        assessed("quality-work", "SCIENCE", today, today);
        assertTrue(mine(IndicatorCode.GENERAL_COMPETENCE).met());
        assertEquals(today.plusDays(1), mine(IndicatorCode.GENERAL_COMPETENCE).mendBefore());
        assertFalse(on(today.minusDays(1), IndicatorCode.GENERAL_COMPETENCE).met());
    }

    @Test
    void generalCompetencesAreAskedForFromHalfAYearServedOnAProfileThatAsks() {
        assertTrue(maybe(today, IndicatorCode.GENERAL_COMPETENCE).isEmpty());
        asksForCompetences();
        assertEquals(
                LightStatus.RED,
                light(compliance.clinic(studierektor, clinic, null), IndicatorCode.GENERAL_COMPETENCE)
                        .status());
        LocalDate first = today.minusDays(GuidelineRules.daysInYearEnding(today) - 183L);
        leave(first, today, 100);
        assertEquals(
                Optional.of(0), maybe(today, IndicatorCode.GENERAL_COMPETENCE).map(TraineeIndicator::actual));
        leave(first.minusDays(1), today, 100);
        assertTrue(maybe(today, IndicatorCode.GENERAL_COMPETENCE).isEmpty());
    }

    @Test
    void anAnswerWithoutSignInShowsACompetenceOnceItIsConfirmed() {
        asksForCompetences();
        long id = assessed("leadership", "", today, today);
        long link = Fixtures.insert(
                "INSERT INTO assessment (programme_id, template_id, assessor_email, observed_on, context, competences, state,"
                        + " answers, do_more, work_on, created_by, created_at, updated_at, sent_at, signed_at, signing_method)"
                        + " SELECT programme_id, template_id, 'x@example.se', observed_on, '', 'SCIENCE', 'SIGNED', '{}', '', '',"
                        + " created_by, created_at, updated_at, sent_at, signed_at, 'LINK' FROM assessment WHERE id = ?",
                id);
        assertEquals(1, mine(IndicatorCode.GENERAL_COMPETENCE).actual());
        Fixtures.insert(
                "INSERT INTO assessment_confirmation (assessment_id, confirmed_by, confirmed_at) VALUES (?, ?, ?)",
                link,
                supervisor,
                Today.startOf(today));
        assertEquals(2, mine(IndicatorCode.GENERAL_COMPETENCE).actual());
    }

    @Test
    void theDelayIsTheMedianTheShareWithinFourteenDaysAndWhatIsStillOpen() {
        assertEquals(
                new Delay(null, null, 0, 0),
                compliance.clinic(studierektor, clinic, null).delay());
        assessed("dops", "", today.minusDays(40), today.minusDays(40));
        assessed("dops", "", today.minusDays(40), today.minusDays(26));
        assessed("dops", "", today.minusDays(40), today.minusDays(25));
        assertEquals(
                new Delay(14.0, 0.6667, 0, 3),
                compliance.clinic(studierektor, clinic, null).delay());
        assessed("dops", "", today.minusDays(40), today.minusDays(23));
        asked(today.minusDays(15));
        asked(today.minusDays(14));
        assertEquals(
                new Delay(14.5, 0.5, 1, 4),
                compliance.clinic(studierektor, clinic, null).delay());
        assertEquals(
                new Delay(7.0, 1.0, 0, 2),
                compliance.clinic(studierektor, clinic, today.minusDays(26)).delay(),
                "on an earlier day in the state that it had then");
        Actor overall = Fixtures.actor(Role.OVERALL_STUDIEREKTOR, clinic);
        assertNull(compliance.clinic(overall, clinic, null).delay(), "fewer than three doctors behind it");
    }

    private void asksForCompetences() {
        String code = Fixtures.unique("kompetens-");
        Fixtures.execute(
                "INSERT INTO guideline_profile (code, valid_from, name, source, general_competence, iup_approvers,"
                        + " escalation_days, green_from, yellow_from, holiday_weeks)"
                        + " VALUES (?, '2000-01-01', 'Egen', 'Test', TRUE, 'STUDIEREKTOR', 14, 0.9, 0.7, 10)",
                code);
        Fixtures.execute("UPDATE clinic SET guideline_code = ? WHERE id = ?", code, clinic);
    }

    private long assessed(String template, String competences, LocalDate observed, LocalDate signed) {
        return Fixtures.insert(
                "INSERT INTO assessment (programme_id, template_id, assessor_id, observed_on, context, competences, state,"
                        + " answers, do_more, work_on, created_by, created_at, updated_at, sent_at, signed_at)"
                        + " SELECT ?, MAX(id), ?, ?, '', ?, 'SIGNED', '{}', '', '', ?, ?, ?, ?, ?"
                        + " FROM assessment_template WHERE code = ?",
                programme,
                supervisor,
                observed,
                competences,
                doctor,
                observed.atTime(10, 0),
                observed.atTime(10, 0),
                observed.atTime(10, 0),
                signed.atTime(12, 0),
                template);
    }

    private void asked(LocalDate sent) {
        long open = Fixtures.insert(
                "INSERT INTO assessment (programme_id, template_id, assessor_id, observed_on, context, competences, state,"
                        + " answers, do_more, work_on, created_by, created_at, updated_at, sent_at)"
                        + " SELECT ?, MAX(id), ?, ?, '', '', 'SENT', '{}', '', '', ?, ?, ?, ? FROM assessment_template"
                        + " WHERE code = 'cbd'",
                programme,
                supervisor,
                sent,
                doctor,
                sent.atTime(10, 0),
                sent.atTime(10, 0),
                sent.atTime(10, 0));
        Fixtures.insert(
                "INSERT INTO state_change (record_kind, record_id, from_state, to_state, actor_id, changed_at)"
                        + " VALUES ('ASSESSMENT', ?, 'DRAFT', 'SENT', ?, ?)",
                open,
                doctor,
                sent.atTime(10, 0));
    }

    @Test
    void overallStudierektorSeesNoDoctorsAndNoSmallNumbers() {
        Actor overall = Fixtures.actor(Role.OVERALL_STUDIEREKTOR, clinic);
        ClinicCompliance seen = compliance.clinic(overall, clinic, null);
        assertTrue(seen.trainees().isEmpty());
        assertTrue(light(seen, IndicatorCode.MAIN_SUPERVISOR).suppressed());
        assertEquals(null, light(seen, IndicatorCode.MAIN_SUPERVISOR).met());
    }

    @Test
    void othersDoNotLearnThatTheClinicExistsAndNobodySeesTheFuture() {
        Actor stranger = Fixtures.actor(Role.STUDIEREKTOR, Fixtures.clinic());
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> compliance.clinic(stranger, clinic, null));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> compliance.clinic(Fixtures.actor(supervisor), clinic, null));
        TestProgram.refused(
                ProblemCode.DATE_IN_FUTURE, () -> compliance.clinic(studierektor, clinic, today.plusDays(1)));
    }

    private TraineeIndicator mine(IndicatorCode code) {
        return on(today, code);
    }

    private TraineeIndicator on(LocalDate day, IndicatorCode code) {
        return maybe(day, code).orElseThrow();
    }

    private Optional<TraineeIndicator> maybe(LocalDate day, IndicatorCode code) {
        return compliance.clinic(studierektor, clinic, day).trainees().getFirst().indicators().stream()
                .filter(i -> i.code() == code)
                .findFirst();
    }

    private void approve(int number, LocalDate day) {
        long submission = Fixtures.insert(
                "INSERT INTO iup_submission (programme_id, number, content, approvers, sent_by, sent_at)"
                        + " VALUES (?, ?, '{}', 'STUDIEREKTOR', ?, NOW(6))",
                programme,
                number,
                doctor);
        Fixtures.insert(
                "INSERT INTO iup_version (programme_id, number, submission_id, approved_on) VALUES (?, ?, ?, ?)",
                programme,
                number,
                submission,
                day);
    }

    private static Indicator light(ClinicCompliance seen, IndicatorCode code) {
        return seen.indicators().stream()
                .filter(i -> i.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private void appoint() {
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                programme,
                supervisor,
                today.minusYears(2));
    }

    private void qualify(String kind, @io.micronaut.core.annotation.Nullable String specialty, LocalDate date) {
        Fixtures.insert(
                "INSERT INTO qualification (person_id, kind, specialty_code, obtained_on) VALUES (?, ?, ?, ?)",
                supervisor,
                kind,
                specialty,
                date);
    }

    private void leave(LocalDate from, @Nullable LocalDate to, int extent) {
        Fixtures.insert(
                "INSERT INTO leave_period (programme_id, start_date, end_date, extent, entered_by) VALUES (?, ?, ?, ?, ?)",
                programme,
                from,
                to,
                extent,
                doctor);
    }

    private long session(long with, LocalDate held, LocalDate signed, String state) {
        return Fixtures.insert(
                "INSERT INTO supervision (programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed, state,"
                        + " created_by, created_at, updated_at, sent_at, signed_at) VALUES (?, ?, ?, 0, '', '', ?, ?, ?, ?, ?, ?)",
                programme,
                with,
                held,
                state,
                doctor,
                held.atTime(10, 0),
                held.atTime(10, 0),
                held.atTime(10, 0),
                "SIGNED".equals(state) ? signed.atTime(12, 0) : null);
    }
}
