package se.stegen.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class EvaluationServiceTest {
    private final EvaluationService service = TestProgram.bean(EvaluationService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final long homeId = Fixtures.clinic();
    private final long hostId = Fixtures.clinic();
    private final Actor home = Fixtures.actor(Role.STUDIEREKTOR, homeId);
    private final Actor host = Fixtures.actor(Role.CLINIC_HEAD, hostId);

    /** A doctor with a placement at the host that ended today and a course that ended yesterday. */
    private record Doctor(Actor actor, long programme, long placement, long course) {}

    @BeforeAll
    static void load() {
        Fixtures.reference();
    }

    private Doctor doctor() {
        long person = Fixtures.person("Dr Test");
        long programme = Fixtures.programme(person, homeId, today.minusYears(2));
        return new Doctor(Fixtures.actor(person), programme, placement(programme, today), course(programme, today));
    }

    private long placement(long programme, LocalDate to) {
        return Fixtures.insert(
                "INSERT INTO placement (programme_id, title, clinic_id, start_date, end_date) VALUES (?, 'x', ?, ?, ?)",
                programme,
                hostId,
                today.minusMonths(2),
                to);
    }

    private long course(long programme, LocalDate to) {
        return Fixtures.insert(
                "INSERT INTO iup_item (programme_id, kind, title, start_date, end_date, assessment_method, leader, note,"
                        + " created_by, updated_at) SELECT id, 'COURSE', 'Trauma', ?, ?, '', '', '', person_id, NOW(6)"
                        + " FROM programme WHERE id = ?",
                today.minusMonths(1),
                to,
                programme);
    }

    private static EvaluationData data(@Nullable Long placement, @Nullable Long course, int rating, String comment) {
        return new EvaluationData(placement, course, rating, 5, rating, 1, comment);
    }

    @Test
    void aClinicSeesNothingBeforeThreeDoctorsHaveAnswered() {
        Doctor first = doctor();
        Doctor second = doctor();
        Doctor third = doctor();
        service.evaluate(first.actor(), first.programme(), null, data(first.placement(), null, 3, "Ett"));
        service.evaluate(second.actor(), second.programme(), null, data(second.placement(), null, 4, ""));
        // A third answer is not a third doctor.
        long again = placement(first.programme(), today.minusDays(9));
        service.evaluate(first.actor(), first.programme(), null, data(again, null, 5, "Två"));
        assertTrue(service.ofClinic(host, hostId).placements().isEmpty());

        service.evaluate(third.actor(), third.programme(), null, data(third.placement(), null, 5, "Tre"));
        EvaluationSummary seen = service.ofClinic(host, hostId).placements().orElseThrow();
        assertEquals(4, seen.answers());
        assertEquals(new BigDecimal("4.3"), seen.supervision());
        assertEquals(new BigDecimal("5.0"), seen.introduction());
        assertEquals(new BigDecimal("1.0"), seen.recommend());
        assertEquals(Set.of("Ett", "Två", "Tre"), Set.copyOf(seen.comments()));
        assertEquals(seen, service.ofClinic(host, hostId).placements().orElseThrow());

        assertTrue(service.ofClinic(home, homeId).placements().isEmpty(), "the placements were elsewhere");
        refused(ProblemCode.NOT_FOUND, () -> service.ofClinic(home, hostId));
        refused(ProblemCode.NOT_FOUND, () -> service.ofClinic(first.actor(), hostId));
        refused(ProblemCode.NOT_FOUND, () -> service.ofClinic(Fixtures.admin(), hostId));
        refused(ProblemCode.FORBIDDEN, () -> service.ofClinic(Fixtures.actor(Role.REVIEWER, hostId), hostId));
    }

    @Test
    void coursesByTitleForTheDoctorsWhoWereThereThen() {
        for (int i = 0; i < 3; i++) {
            Doctor doctor = doctor();
            assertTrue(service.ofClinic(home, homeId).courses().isEmpty());
            Fixtures.execute(
                    "UPDATE iup_item SET title = ? WHERE id = ?", i == 0 ? "trauma " : "Trauma", doctor.course());
            service.evaluate(doctor.actor(), doctor.programme(), null, data(null, doctor.course(), 4, ""));
            // A doctor who has moved since still counts for the clinic of that day, and not for the next one.
            Fixtures.execute("UPDATE post SET end_date = ? WHERE programme_id = ?", today, doctor.programme());
            Fixtures.insert(
                    "INSERT INTO post (programme_id, clinic_id, start_date) VALUES (?, ?, ?)",
                    doctor.programme(),
                    hostId,
                    today.plusDays(1));
        }
        List<EvaluationSummary> courses = service.ofClinic(home, homeId).courses();
        assertEquals(1, courses.size());
        assertEquals(3, courses.getFirst().answers());
        assertEquals(List.of(), courses.getFirst().comments());
        assertTrue(service.ofClinic(host, hostId).courses().isEmpty());
    }

    @Test
    void onesOwnEvaluationIsReadByNobodyElse() {
        Doctor doctor = doctor();
        service.evaluate(doctor.actor(), doctor.programme(), null, data(doctor.placement(), null, 2, "Bara jag"));
        assertEquals(
                "Bara jag",
                service.own(doctor.actor(), doctor.programme()).getFirst().comment());
        refused(ProblemCode.FORBIDDEN, () -> service.own(home, doctor.programme()));
        refused(ProblemCode.NOT_FOUND, () -> service.own(host, doctor.programme()));
        refused(
                ProblemCode.FORBIDDEN,
                () -> service.evaluate(home, doctor.programme(), 0, data(doctor.placement(), null, 5, "")));
    }

    @Test
    void itCanBeChangedForFourteenDays() {
        Doctor doctor = doctor();
        Evaluation first =
                service.evaluate(doctor.actor(), doctor.programme(), null, data(null, doctor.course(), 2, "Före"));
        EvaluationData after = data(null, doctor.course(), 3, "Efter");
        refused(ProblemCode.VERSION_MISSING, () -> service.evaluate(doctor.actor(), doctor.programme(), null, after));
        refused(
                ProblemCode.STALE_VERSION,
                () -> service.evaluate(doctor.actor(), doctor.programme(), first.version() + 1, after));
        Evaluation second = service.evaluate(doctor.actor(), doctor.programme(), first.version(), after);
        assertEquals("Efter", second.comment());
        assertEquals(1, service.own(doctor.actor(), doctor.programme()).size());

        written(second, today.minusDays(14));
        assertTrue(service.mayChange(doctor.actor(), of(doctor)));
        service.evaluate(doctor.actor(), doctor.programme(), second.version(), after);
        written(second, today.minusDays(15));
        assertFalse(service.mayChange(doctor.actor(), of(doctor)));
        refused(
                ProblemCode.EVALUATION_FIXED,
                () -> service.evaluate(doctor.actor(), doctor.programme(), second.version() + 1, after));
        assertTrue(TestProgram.bean(EvaluationFacts.class).isEvaluated(doctor.course()));
        assertFalse(TestProgram.bean(EvaluationFacts.class).isEvaluated(-1));
    }

    private Evaluation of(Doctor doctor) {
        return service.own(doctor.actor(), doctor.programme()).getFirst();
    }

    private static void written(Evaluation evaluation, LocalDate day) {
        Fixtures.execute(
                "UPDATE activity_evaluation SET created_at = ? WHERE id = ?", day.atTime(12, 0), evaluation.id());
    }

    @Test
    void whatIsNotOverOrNotOnesOwnIsNotEvaluated() {
        Doctor doctor = doctor();
        Doctor other = doctor();
        Actor actor = doctor.actor();
        long programme = doctor.programme();
        long ahead = course(programme, today.plusDays(1));
        refused(ProblemCode.NOT_YET_ENDED, () -> service.evaluate(actor, programme, null, data(null, ahead, 3, "")));
        refused(
                ProblemCode.UNKNOWN_ID,
                () -> service.evaluate(actor, programme, null, data(other.placement(), null, 3, "")));
        refused(
                ProblemCode.UNKNOWN_ID,
                () -> service.evaluate(actor, programme, null, data(null, other.course(), 3, "")));
        refused(ProblemCode.REQUIRED, () -> service.evaluate(actor, programme, null, data(null, null, 3, "")));
        refused(
                ProblemCode.REQUIRED,
                () -> service.evaluate(actor, programme, null, data(doctor.placement(), doctor.course(), 3, "")));
        refused(
                ProblemCode.OUT_OF_RANGE,
                () -> service.evaluate(actor, programme, null, data(doctor.placement(), null, 6, "")));
        refused(
                ProblemCode.REQUIRED,
                () -> service.evaluate(
                        actor, programme, null, new EvaluationData(doctor.placement(), null, 1, null, 1, 1, null)));
        refused(
                ProblemCode.TOO_LONG,
                () -> service.evaluate(actor, programme, null, data(doctor.placement(), null, 3, "x".repeat(2001))));
        assertEquals(List.of(), service.own(actor, programme));
        List<Course> courses = service.courses(actor, programme);
        assertEquals(
                List.of(CourseState.ENDED, CourseState.UNDER_WAY),
                courses.stream().map(Course::state).toList());
        refused(ProblemCode.FORBIDDEN, () -> service.courses(Fixtures.admin(), programme));
    }

    @Test
    void anEvaluatedPlacementStays() {
        Doctor doctor = doctor();
        service.evaluate(doctor.actor(), doctor.programme(), null, data(doctor.placement(), null, 5, ""));
        PlacementService placements = TestProgram.bean(PlacementService.class);
        refused(ProblemCode.HAS_RECORDS, () -> placements.remove(home, doctor.programme(), doctor.placement(), 0));
        refused(
                ProblemCode.HAS_RECORDS,
                () -> placements.change(
                        home,
                        doctor.programme(),
                        doctor.placement(),
                        0,
                        new PlacementData("x", homeId, null, today.minusMonths(2), today, List.of())));
        assertEquals(1, placements.list(home, doctor.programme()).size());
    }
}
