package se.stegen.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.PageRequest;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.testing.AtOnce;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class ProgrammeServiceTest {
    private static final LocalDate START = LocalDate.of(2023, 9, 1);

    private final ProgrammeService service = TestProgram.bean(ProgrammeService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final long clinicId = Fixtures.clinic();
    private final Actor head = Fixtures.actor(Role.CLINIC_HEAD, clinicId);
    private final Actor stranger = Fixtures.actor(Role.STUDIEREKTOR, Fixtures.clinic());
    private final Actor admin = Fixtures.admin();
    private final long doctorId = Fixtures.person("Dr Test");

    @Singleton
    static class Heard {
        private final Set<Long> programmes = new HashSet<>();

        @EventListener
        synchronized void on(ProgrammeChanged event) {
            programmes.add(event.programmeId());
            notifyAll();
        }

        /** Whether the programme has been told of before some seconds have passed. */
        synchronized boolean of(long programmeId, int seconds) throws InterruptedException {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            while (!programmes.contains(programmeId)) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        }
    }

    @BeforeAll
    static void load() {
        Fixtures.reference();
    }

    private ProgrammeData data(String regulation) {
        return new ProgrammeData(doctorId, clinicId, regulation, "kirurgi", START, null, 80);
    }

    private Programme programme() {
        return service.create(head, data("2015"));
    }

    @Test
    void twoPostsOfTheSameDaysInTheSameMomentAreNotBoth() throws Exception {
        for (int round = 0; round < 8; round++) {
            long person = Fixtures.person("Doktor");
            long clinic = Fixtures.clinic();
            Actor admin = Fixtures.admin();
            long id = Fixtures.programme(person, clinic, LocalDate.of(2024, 1, 1));
            Fixtures.execute("UPDATE post SET end_date = '2024-12-31' WHERE programme_id = ?", id);
            LocalDate from = LocalDate.of(2025, 1, 1);
            LocalDate to = LocalDate.of(2025, 12, 31);
            assertEquals(
                    List.of(ProblemCode.POST_OVERLAP),
                    AtOnce.refusals(
                            () -> service.addPost(admin, id, clinic, from, to),
                            () -> service.addPost(admin, id, clinic, from, to)));
        }
    }

    @Test
    void onesOwnProgrammesAndNobodyElses() {
        long id = programme().facts().programmeId();
        assertEquals(
                List.of(id),
                service.mine(Fixtures.actor(doctorId)).stream()
                        .map(ProgrammeFacts::programmeId)
                        .toList());
        assertEquals(List.of(), service.mine(head));
    }

    @Test
    void aProgrammeWithItsFirstPost() {
        Programme programme = programme();
        long id = programme.facts().programmeId();
        assertEquals(60, programme.plannedMonths());
        assertEquals(80, programme.employmentRate());
        assertEquals(clinicId, programme.facts().clinicId());
        assertEquals(1, programme.posts().size());
        assertNull(programme.facts().mainSupervisorId());
        assertTrue(Fixtures.actor(doctorId).has(Role.TRAINEE, clinicId));
        assertEquals(66, service.create(admin, data("2021")).plannedMonths());
        assertEquals(programme.facts(), service.facts(id));

        Programme changed = service.change(head, id, programme.version(), 72, null);
        assertEquals(72, changed.plannedMonths());
        assertEquals(80, changed.employmentRate());
        refused(ProblemCode.STALE_VERSION, () -> service.change(head, id, programme.version(), 72, null));
        refused(ProblemCode.OUT_OF_RANGE, () -> service.change(head, id, changed.version(), 72, 101));
        refused(ProblemCode.ALREADY_EXISTS, this::programme);
    }

    @Test
    void changesAreHeardAlsoThoseOfOtherInstances() throws InterruptedException {
        Heard heard = TestProgram.bean(Heard.class);
        assertTrue(heard.of(programme().facts().programmeId(), 20));

        // Rows that were there before this instance looked for the first time are nobody's news: another one is.
        long other = Fixtures.programme(Fixtures.person("Annan"), clinicId, START);
        boolean told = false;
        for (int i = 0; i < 10 && !told; i++) {
            Fixtures.insert("INSERT INTO programme_change (programme_id, changed_at) VALUES (?, '2026-01-01')", other);
            told = heard.of(other, 3);
        }
        assertTrue(told);
    }

    @Test
    void theEmploymentRateChangesFromTodayOn() {
        Programme programme = programme();
        long id = programme.facts().programmeId();
        EmploymentRateService rates = TestProgram.bean(EmploymentRateService.class);
        Programme changed = service.change(head, id, programme.version(), null, 60);
        assertEquals(60, changed.employmentRate());
        assertEquals(
                List.of(START + " 80", today + " 60"),
                rates.list(head, id).stream()
                        .map(rate -> rate.validFrom() + " " + rate.rate())
                        .toList());
        Programme again = service.change(head, id, changed.version(), 70, 50);
        assertEquals(50, again.employmentRate());
        assertEquals(2, rates.list(head, id).size());
        assertEquals(50, service.change(head, id, again.version(), null, null).employmentRate());

        // One that has not begun yet changes from its first day.
        LocalDate ahead = today.plusMonths(2);
        Programme later = service.create(
                head, new ProgrammeData(Fixtures.person("Sen"), clinicId, "2021", "kirurgi", ahead, null, 100));
        long laterId = later.facts().programmeId();
        assertEquals(
                75, service.change(head, laterId, later.version(), null, 75).employmentRate());
        assertEquals(ahead, rates.list(head, laterId).getFirst().validFrom());
    }

    @Test
    void badProgramme() {
        refused(ProblemCode.UNKNOWN_CODE, () -> service.create(head, data("2008")));
        refused(
                ProblemCode.UNKNOWN_CODE,
                () -> service.create(
                        head, new ProgrammeData(doctorId, clinicId, "2015", "finns-inte", START, null, null)));
        refused(
                ProblemCode.UNKNOWN_ID,
                () -> service.create(
                        head, new ProgrammeData(999_999_999L, clinicId, "2015", "kirurgi", START, null, null)));
        refused(
                ProblemCode.UNKNOWN_ID,
                () -> service.create(
                        admin, new ProgrammeData(doctorId, 999_999_999L, "2015", "kirurgi", START, null, null)));
        refused(
                ProblemCode.REQUIRED,
                () -> service.create(head, new ProgrammeData(doctorId, clinicId, "2015", "kirurgi", null, null, null)));
        refused(
                ProblemCode.OUT_OF_RANGE,
                () -> service.create(head, new ProgrammeData(doctorId, clinicId, "2015", "kirurgi", START, null, 0)));
        refused(ProblemCode.FORBIDDEN, () -> service.create(stranger, data("2015")));
        refused(ProblemCode.FORBIDDEN, () -> service.create(Fixtures.actor(doctorId), data("2015")));
        assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM programme WHERE person_id = ?", doctorId));
    }

    @Test
    void whoSeesIt() {
        long id = programme().facts().programmeId();
        Actor doctor = Fixtures.actor(doctorId);
        Actor supervisor = Fixtures.actor(Fixtures.person("Handledare"));
        refused(ProblemCode.NOT_FOUND, () -> service.get(supervisor, id));
        service.appointMainSupervisor(head, id, supervisor.personId(), START, null);
        for (Actor one : List.of(doctor, supervisor, head, admin, Fixtures.actor(Role.REVIEWER, clinicId))) {
            assertEquals(id, service.get(one, id).facts().programmeId());
            assertEquals(1, seen(one));
        }
        assertEquals(0, seen(stranger));
        refused(ProblemCode.NOT_FOUND, () -> service.get(stranger, id));
        refused(ProblemCode.NOT_FOUND, () -> service.addPost(stranger, id, clinicId, today, null));
        refused(ProblemCode.FORBIDDEN, () -> service.addPost(doctor, id, clinicId, today, null));
        refused(ProblemCode.NOT_FOUND, () -> service.get(admin, 999_999_999L));
        assertEquals(
                0,
                service.list(doctor, "Ingen heter så", null, PageRequest.first())
                        .total());
        assertEquals(
                5,
                Fixtures.number(
                        "SELECT COUNT(*) FROM access_log WHERE programme_id = ? AND action = 'READ' AND subject_id = ?",
                        id,
                        doctorId));
    }

    private long seen(Actor actor) {
        return service.list(actor, "Dr Test", clinicId, PageRequest.first()).total();
    }

    @Test
    void posts() {
        Programme programme = programme();
        long id = programme.facts().programmeId();
        long firstId = programme.posts().getFirst().id();
        long elsewhere = Fixtures.clinic();
        LocalDate move = START.plusYears(1);
        se.stegen.programme.Post second = service.addPost(admin, id, elsewhere, move, null);
        List<se.stegen.programme.Post> posts = service.get(admin, id).posts();
        assertEquals(move.minusDays(1), posts.getFirst().endDate());
        assertNull(posts.getLast().endDate());
        assertEquals(elsewhere, service.facts(id).clinicId());
        refused(ProblemCode.NOT_FOUND, () -> service.get(head, id));

        refused(ProblemCode.POST_OVERLAP, () -> service.addPost(admin, id, clinicId, move.minusDays(10), null));
        refused(
                ProblemCode.POST_OVERLAP,
                () -> service.changePost(admin, id, second.id(), second.version(), move.minusDays(1), null));
        refused(
                ProblemCode.END_BEFORE_START,
                () -> service.changePost(admin, id, second.id(), second.version(), move, move.minusDays(1)));
        refused(
                ProblemCode.OUTSIDE_PROGRAMME,
                () -> service.addPost(admin, id, clinicId, START.minusDays(1), START.minusDays(1)));
        refused(ProblemCode.UNKNOWN_ID, () -> service.addPost(admin, id, 999_999_999L, today, null));
        refused(ProblemCode.STALE_VERSION, () -> service.changePost(admin, id, firstId, 0, START, move.minusDays(2)));
        refused(ProblemCode.NOT_FOUND, () -> service.changePost(admin, id, 999_999_999L, 0, START, null));
        assertEquals(
                move.plusYears(1),
                service.changePost(admin, id, second.id(), second.version(), move, move.plusYears(1))
                        .endDate());
    }

    @Test
    void mainSupervisors() {
        long id = programme().facts().programmeId();
        long first = Fixtures.person("Första");
        long second = Fixtures.person("Andra");
        service.appointMainSupervisor(head, id, first, START, null);
        service.appointMainSupervisor(head, id, second, START.plusYears(1), null);
        List<MainSupervisor> appointments = service.get(head, id).mainSupervisors();
        assertEquals(START.plusYears(1).minusDays(1), appointments.getFirst().validTo());
        assertEquals("Andra", service.facts(id).mainSupervisorName());
        refused(ProblemCode.OWN_RECORD, () -> service.appointMainSupervisor(head, id, doctorId, START, null));
        refused(ProblemCode.UNKNOWN_ID, () -> service.appointMainSupervisor(head, id, 999_999_999L, START, null));
        refused(
                ProblemCode.STATE_CONFLICT,
                () -> service.appointMainSupervisor(head, id, first, START.plusMonths(6), null));
        refused(
                ProblemCode.OUTSIDE_PROGRAMME,
                () -> service.appointMainSupervisor(head, id, first, START.minusDays(1), null));
        service.endMainSupervisor(head, id, appointments.getLast().id(), START.plusYears(2));
        assertNull(service.facts(id).mainSupervisorId());
    }
}
