package se.stegen.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.guideline.ClinicCompliance;
import se.stegen.guideline.ComplianceService;
import se.stegen.review.ReviewService;
import se.stegen.testing.AtOnce;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** A clinic closes or is merged; and one that changes its organisation. */
class ClinicClosingServiceTest {
    static {
        TestProgram.reference();
    }

    private final ClinicClosingService service = TestProgram.bean(ClinicClosingService.class);
    private final ProgrammeService programmes = TestProgram.bean(ProgrammeService.class);
    private final ComplianceService compliance = TestProgram.bean(ComplianceService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final Actor admin = Fixtures.admin();
    private final long clinic = Fixtures.clinic();
    private final long other = Fixtures.clinic();
    private final Actor studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
    private final Actor otherHead = Fixtures.actor(Role.CLINIC_HEAD, other);

    private long doctor() {
        return Fixtures.programme(Fixtures.person("Dr Test"), clinic, today.minusYears(2));
    }

    private ClinicClosing close(LocalDate lastDay, @Nullable Long into) {
        return service.close(admin, clinic, lastDay, into, "Omorganisation");
    }

    private List<Long> inScope(Actor reader, long at, LocalDate day) {
        return compliance.clinic(reader, at, day).trainees().stream()
                .map(one -> one.traineeId())
                .toList();
    }

    @Test
    void mergedItsDoctorsGoOnAtTheOtherWithTheirPortfoliosInOneStep() {
        long programme = doctor();
        long second = doctor();
        Fixtures.execute("UPDATE post SET end_date = ? WHERE programme_id = ?", today.plusMonths(3), second);
        LocalDate last = today.minusDays(10);
        assertEquals(2, service.preview(admin, clinic, last).size());
        assertEquals(other, java.util.Objects.requireNonNull(close(last, other).mergedInto()));
        List<Post> posts = programmes.get(admin, second).posts();
        assertEquals(2, posts.size());
        assertEquals(last, posts.getFirst().endDate());
        assertEquals(last.plusDays(1), posts.getLast().startDate());
        assertEquals(today.plusMonths(3), posts.getLast().endDate(), "an end that was agreed stays");
        assertEquals(List.of(programme, second), inScope(studierektor, clinic, last), "its past stays readable");
        assertEquals(List.of(), inScope(studierektor, clinic, last.plusDays(1)));
        assertEquals(List.of(programme, second), inScope(otherHead, other, last.plusDays(1)));
        AccessPolicy access = TestProgram.bean(AccessPolicy.class);
        assertEquals(PortfolioAccess.ALL, access.portfolioAccess(otherHead, programme));
        assertEquals(PortfolioAccess.NONE, access.portfolioAccess(studierektor, programme));
    }

    @Test
    void whileDoctorsAreThereAClinicOnlyClosesIntoAnother() {
        doctor();
        refused(ProblemCode.CLINIC_HAS_DOCTORS, () -> close(today, null));
        long later = doctor();
        Fixtures.execute("UPDATE post SET start_date = ? WHERE programme_id = ?", today.plusDays(5), later);
        refused(ProblemCode.CLINIC_HAS_DOCTORS, () -> close(today, other));
        assertTrue(service.of(admin, clinic).isEmpty(), "nothing was changed");
        assertEquals(1, programmes.get(admin, later).posts().size());
    }

    @Test
    void closedItLeavesTheListsFromTheNextDayOnAndTakesNobody() {
        close(today.minusDays(1), null);
        assertEquals(List.of(), compliance.clinics(studierektor));
        ClinicCompliance past = compliance.clinic(studierektor, clinic, today.minusYears(1));
        assertEquals(clinic, past.clinicId());
        long programme = Fixtures.programme(Fixtures.person("Ny"), other, today.minusYears(1));
        refused(
                ProblemCode.CLINIC_CLOSED,
                () -> programmes.addPost(admin, programme, clinic, today.minusDays(20), null));
        programmes.addPost(admin, programme, clinic, today.minusDays(20), today.minusDays(1));
        refused(ProblemCode.ALREADY_EXISTS, () -> close(today, null));
        service.reopen(admin, clinic);
        assertEquals(1, compliance.clinics(studierektor).size());
        close(today, null);
        assertEquals(1, compliance.clinics(studierektor).size(), "its last day is one of it");
    }

    @Test
    void whyItClosedStaysInTheLogAlsoOnceItIsOpenAgain() {
        close(today, other);
        service.reopen(admin, clinic);
        close(today, null);
        service.reopen(admin, clinic);
        service.close(admin, clinic, today, null, "x".repeat(500));
        assertEquals(
                List.of(
                        "closes on " + today + ", into clinic " + other + ", 0 posts go on: Omorganisation",
                        "opens again, closed on " + today + ", into clinic " + other
                                + ", posts stay there: Omorganisation",
                        "closes on " + today + ": Omorganisation",
                        "opens again, closed on " + today + ": Omorganisation",
                        "closes on " + today + ": " + "x".repeat(477) + "…"),
                List.of(Fixtures.text(
                                "SELECT GROUP_CONCAT(detail ORDER BY id SEPARATOR '|') FROM access_log"
                                        + " WHERE action = 'CHANGE' AND object_kind = 'CLINIC' AND object_id = ?",
                                clinic)
                        .split("\\|", -1)));
    }

    @Test
    void inTheSameMomentAClinicClosesOrADoctorComesAndTwoDoNotMergeCrosswise() throws Exception {
        for (int round = 0; round < 8; round++) {
            long closes = Fixtures.clinic();
            long programme = Fixtures.programme(Fixtures.person("Ny"), other, today.minusYears(1));
            List<ProblemCode> refused = AtOnce.refusals(
                    () -> service.close(admin, closes, today, null, "x"),
                    () -> programmes.addPost(admin, programme, closes, today.minusDays(20), null));
            assertEquals(1, refused.size(), refused.toString());
            long one = Fixtures.clinic();
            long two = Fixtures.clinic();
            assertEquals(
                    List.of(ProblemCode.UNKNOWN_ID),
                    AtOnce.refusals(
                            () -> service.close(admin, one, today, two, "x"),
                            () -> service.close(admin, two, today, one, "x")));
        }
    }

    @Test
    void itIsTheAdminsToCloseAndNotIntoItselfOrWhatCloses() {
        for (Actor actor : List.of(studierektor, otherHead)) {
            refused(ProblemCode.FORBIDDEN, () -> service.close(actor, clinic, today, null, "x"));
            refused(ProblemCode.FORBIDDEN, () -> service.preview(actor, clinic, today));
            refused(ProblemCode.FORBIDDEN, () -> service.reopen(actor, clinic));
        }
        refused(ProblemCode.REASON_REQUIRED, () -> service.close(admin, clinic, today, null, " "));
        refused(ProblemCode.REQUIRED, () -> service.close(admin, clinic, null, null, "x"));
        refused(ProblemCode.UNKNOWN_ID, () -> close(today, clinic));
        refused(ProblemCode.UNKNOWN_ID, () -> close(today, -1L));
        service.close(admin, other, today, null, "x");
        refused(ProblemCode.UNKNOWN_ID, () -> close(today, other));
        refused(ProblemCode.NOT_FOUND, () -> service.reopen(admin, clinic));
    }

    @Test
    void aClinicThatChangesItsOrganisationIsJudgedByTheNewGuidelineAndKeepsItsReviews() {
        doctor();
        long region = Fixtures.organisation();
        Fixtures.execute("UPDATE organisation SET guideline_code = 'skane-2015' WHERE id = ?", region);
        Fixtures.insert(
                "INSERT INTO review (clinic_id, kind, state, reviewed_on, strengths, weaknesses, potential, unsorted,"
                        + " created_by, created_at, updated_at)"
                        + " VALUES (?, 'EXTERNAL', 'CONFIRMED', ?, '', '', '', '', ?, NOW(6), NOW(6))",
                clinic,
                today.minusYears(1),
                admin.personId());
        long overall = Fixtures.person("Övergripande");
        Fixtures.insert(
                "INSERT INTO role_assignment (person_id, role, scope_type, scope_id, valid_from)"
                        + " VALUES (?, 'OVERALL_STUDIEREKTOR', 'ORGANISATION', ?, '2020-01-01')",
                overall,
                region);
        refused(ProblemCode.NOT_FOUND, () -> compliance.clinic(Fixtures.actor(overall), clinic, null));
        Fixtures.execute("UPDATE clinic SET organisation_id = ? WHERE id = ?", region, clinic);
        ClinicCompliance seen = compliance.clinic(Fixtures.actor(overall), clinic, null);
        assertEquals("skane-2015", seen.guidelineCode());
        assertEquals(
                1,
                TestProgram.bean(ReviewService.class)
                        .list(Fixtures.actor(overall), clinic)
                        .size());
    }
}
