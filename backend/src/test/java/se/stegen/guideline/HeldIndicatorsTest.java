package se.stegen.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Today;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** Collegia, talks, introductions, self-study and teaching against the guideline. */
class HeldIndicatorsTest {
    private final ComplianceService compliance = TestProgram.bean(ComplianceService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long clinic;
    private long head;
    private long programme;
    private Actor studierektor;

    @BeforeEach
    void clinicWithOneDoctor() {
        clinic = Fixtures.clinic();
        guideline("skane-2015");
        head = Fixtures.person("Chef");
        programme = Fixtures.programme(Fixtures.person("Doktor"), clinic, today.minusYears(2));
        studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
    }

    @Test
    void aCollegiumCountsOnceItIsClosedAndHasAnOutcomeForTheDoctor() {
        // Two of five years: one of three.
        assertEquals(1, mine(IndicatorCode.COLLEGIUM).required());
        assertFalse(mine(IndicatorCode.COLLEGIUM).met());
        long old = collegium(today.minusYears(1).minusMonths(3));
        assertEquals(0, mine(IndicatorCode.COLLEGIUM).actual());
        close(old);
        assertEquals(1, mine(IndicatorCode.COLLEGIUM).actual());
        assertEquals(
                0,
                on(today.minusYears(1).minusMonths(3).minusDays(1), IndicatorCode.COLLEGIUM)
                        .map(TraineeIndicator::actual)
                        .orElse(0));
        long without = Fixtures.insert(
                "INSERT INTO collegium (clinic_id, meets_on, state, created_by, created_at) VALUES (?, ?, 'CLOSED', ?, NOW(6))",
                clinic,
                today,
                head);
        assertTrue(without > 0);
        assertEquals(1, mine(IndicatorCode.COLLEGIUM).actual());
        assertEquals(
                "3 specialistkollegier under hela ST, jämnt fördelade",
                light(IndicatorCode.COLLEGIUM).rule());
    }

    @Test
    void whereTheGuidelineCountsByTheYearOnlyThoseOfTheYearCount() {
        guideline("sormland-kvinnoklinik");
        close(collegium(today.minusYears(1)));
        assertEquals(0, mine(IndicatorCode.COLLEGIUM).actual());
        close(collegium(today.minusYears(1).plusDays(1)));
        assertEquals(1, mine(IndicatorCode.COLLEGIUM).actual());
        assertEquals(1, mine(IndicatorCode.COLLEGIUM).required());
        assertEquals(
                "1 specialistkollegium per 12 månader",
                light(IndicatorCode.COLLEGIUM).rule());
    }

    @Test
    void talksCountByTheirOwnDayOnceTheyWereHeld() {
        meeting("DEVELOPMENT_TALK", today.minusYears(1), "HELD");
        meeting("DEVELOPMENT_TALK", today, "PLANNED");
        meeting("RECONCILIATION", today, "HELD");
        assertFalse(mine(IndicatorCode.DEVELOPMENT_TALK).met());
        assertTrue(on(today.minusDays(1), IndicatorCode.DEVELOPMENT_TALK)
                .orElseThrow()
                .met());
        assertTrue(on(today, IndicatorCode.RECONCILIATION).isEmpty());
        meeting("DEVELOPMENT_TALK", today, "HELD");
        assertTrue(mine(IndicatorCode.DEVELOPMENT_TALK).met());
        guideline("capio-st-goran");
        assertTrue(mine(IndicatorCode.RECONCILIATION).met());
        assertTrue(on(today, IndicatorCode.DEVELOPMENT_TALK).isEmpty());
    }

    @Test
    void anIntroductionBelongsToItsPost() {
        LocalDate start = today.minusDays(89);
        programme = Fixtures.programme(Fixtures.person("Ny"), clinic, start);
        assertFalse(
                of(programme, today, IndicatorCode.INTRODUCTION).orElseThrow().met());
        assertTrue(of(programme, today.minusDays(1), IndicatorCode.INTRODUCTION).isEmpty());
        meeting("INTRODUCTION", start.minusDays(31), "HELD");
        assertFalse(
                of(programme, today, IndicatorCode.INTRODUCTION).orElseThrow().met());
        meeting("INTRODUCTION", start.minusDays(30), "HELD");
        assertTrue(
                of(programme, today, IndicatorCode.INTRODUCTION).orElseThrow().met());
    }

    @Test
    void hoursOfSelfStudyAddUpInQuarters() {
        assertTrue(on(today, IndicatorCode.SELF_STUDY).isEmpty());
        guideline("capio-st-goran");
        assertEquals(52, mine(IndicatorCode.SELF_STUDY).required());
        study(today, "24.00");
        study(today.minusDays(1), "24.00");
        study(today.minusDays(2), "3.75");
        study(today.minusYears(1), "20.00");
        assertEquals(51, mine(IndicatorCode.SELF_STUDY).actual());
        assertFalse(mine(IndicatorCode.SELF_STUDY).met());
        study(today.minusYears(1).plusDays(1), "0.25");
        assertEquals(52, mine(IndicatorCode.SELF_STUDY).actual());
        assertTrue(mine(IndicatorCode.SELF_STUDY).met());
    }

    @Test
    void theClinicsTeachingHasAValueInPlaceOfDoctors() {
        for (int week = 0; week < 37; week++) {
            teach("INTERNAL_TEACHING", today.minusWeeks(week), false);
        }
        teach("INTERNAL_TEACHING", today, true);
        teach("JOURNAL_CLUB", today, false);
        teach("INTERNAL_TEACHING", today.minusYears(1), false);
        Indicator teaching = light(IndicatorCode.INTERNAL_TEACHING);
        assertEquals("37 av 42", teaching.value());
        assertEquals(LightStatus.YELLOW, teaching.status());
        assertNull(teaching.met());
        assertNull(teaching.applicable());
        assertNull(teaching.share());
        assertFalse(light(IndicatorCode.JOURNAL_CLUB).asked());
        assertNull(light(IndicatorCode.JOURNAL_CLUB).value());
        teach("INTERNAL_TEACHING", today, false);
        assertEquals(LightStatus.GREEN, light(IndicatorCode.INTERNAL_TEACHING).status());
        guideline("sormland-kvinnoklinik");
        assertEquals("38 av 84", light(IndicatorCode.INTERNAL_TEACHING).value());
        assertEquals(LightStatus.RED, light(IndicatorCode.INTERNAL_TEACHING).status());
        assertEquals("1 av 10", light(IndicatorCode.JOURNAL_CLUB).value());
        Actor overall = Fixtures.actor(Role.OVERALL_STUDIEREKTOR, clinic);
        assertEquals(
                "38 av 84",
                compliance.clinics(overall).getFirst().indicators().stream()
                        .filter(one -> one.code() == IndicatorCode.INTERNAL_TEACHING)
                        .findFirst()
                        .orElseThrow()
                        .value());
    }

    private void guideline(String code) {
        Fixtures.execute("UPDATE clinic SET guideline_code = ? WHERE id = ?", code, clinic);
    }

    private TraineeIndicator mine(IndicatorCode code) {
        return on(today, code).orElseThrow();
    }

    private Optional<TraineeIndicator> on(LocalDate day, IndicatorCode code) {
        return of(programme, day, code);
    }

    private Optional<TraineeIndicator> of(long trainee, @Nullable LocalDate day, IndicatorCode code) {
        return compliance.clinic(studierektor, clinic, day).trainees().stream()
                .filter(doctor -> doctor.traineeId() == trainee)
                .flatMap(doctor -> doctor.indicators().stream())
                .filter(one -> one.code() == code)
                .findFirst();
    }

    private Indicator light(IndicatorCode code) {
        return compliance.clinic(studierektor, clinic, null).indicators().stream()
                .filter(one -> one.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private long collegium(LocalDate day) {
        long id = Fixtures.insert(
                "INSERT INTO collegium (clinic_id, meets_on, state, created_by, created_at) VALUES (?, ?, 'PLANNED', ?, NOW(6))",
                clinic,
                day,
                head);
        Fixtures.insert(
                "INSERT INTO collegium_outcome (collegium_id, programme_id, judgement, strengths, development, updated_at)"
                        + " VALUES (?, ?, 'ON_TRACK', '', '', NOW(6))",
                id,
                programme);
        return id;
    }

    private void close(long id) {
        Fixtures.execute("UPDATE collegium SET state = 'CLOSED' WHERE id = ?", id);
    }

    private void meeting(String kind, LocalDate day, String state) {
        Fixtures.insert(
                "INSERT INTO meeting (programme_id, kind, held_on, state, summary, created_by, created_at)"
                        + " VALUES (?, ?, ?, ?, '', ?, NOW(6))",
                programme,
                kind,
                day,
                state,
                head);
    }

    private void study(LocalDate day, String hours) {
        Fixtures.insert(
                "INSERT INTO self_study (programme_id, studied_on, hours, note, created_at) VALUES (?, ?, ?, '', NOW(6))",
                programme,
                day,
                hours);
    }

    private void teach(String kind, LocalDate day, boolean cancelled) {
        Fixtures.insert(
                "INSERT INTO teaching_session (clinic_id, kind, held_on, title, cancelled, created_by, created_at)"
                        + " VALUES (?, ?, ?, 'X', ?, ?, NOW(6))",
                clinic,
                kind,
                day,
                cancelled,
                head);
    }
}
