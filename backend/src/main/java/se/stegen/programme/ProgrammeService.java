package se.stegen.programme;

import static se.stegen.programme.ProgrammeChecks.day;
import static se.stegen.programme.ProgrammeChecks.inRange;
import static se.stegen.programme.ProgrammeChecks.period;
import static se.stegen.programme.ProgrammeChecks.requireOne;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.access.Role;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.SearchText;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumGoals;
import se.stegen.curriculum.Regulation;
import se.stegen.organisation.OrganisationFacts;
import se.stegen.programme.EmploymentRateRepository.EmploymentRateRow;
import se.stegen.programme.MainSupervisorRepository.MainSupervisorRow;
import se.stegen.programme.PostRepository.PostRow;
import se.stegen.programme.ProgrammeRepository.ProgrammeRow;

/**
 * Programmes with their posts and main supervisors. Written by an admin and by studierektor and
 * clinic head of the current clinic; read by whoever may read the portfolio.
 */
@Singleton
public class ProgrammeService {
    private static final int MAX_MONTHS = 240;

    private final AccessPolicy access;
    private final ProgrammeRepository programmes;
    private final PostRepository posts;
    private final MainSupervisorRepository mainSupervisors;
    private final LeaveRepository leaves;
    private final EmploymentRateRepository rates;
    private final CurriculumGoals curricula;
    private final OrganisationFacts organisations;
    private final ClosedClinics closed;
    private final ProgrammeChanges changes;
    private final AccessLog log;
    private final Today today;

    ProgrammeService(
            AccessPolicy access,
            ProgrammeRepository programmes,
            PostRepository posts,
            MainSupervisorRepository mainSupervisors,
            LeaveRepository leaves,
            EmploymentRateRepository rates,
            CurriculumGoals curricula,
            OrganisationFacts organisations,
            ClosedClinics closed,
            ProgrammeChanges changes,
            AccessLog log,
            Today today) {
        this.access = access;
        this.programmes = programmes;
        this.posts = posts;
        this.mainSupervisors = mainSupervisors;
        this.leaves = leaves;
        this.rates = rates;
        this.curricula = curricula;
        this.organisations = organisations;
        this.closed = closed;
        this.changes = changes;
        this.log = log;
        this.today = today;
    }

    /**
     * For other features, which have asked the policy already: the facts of a programme as they are today.
     *
     * @throws Problem {@code NOT_FOUND}
     */
    @ReadOnly
    public ProgrammeFacts facts(long programmeId) {
        return programmes.facts(programmeId, today.date()).orElseThrow(Problem::notFound);
    }

    /** The programmes in which the actor is the doctor, the latest first; reading that there are any is not logged. */
    @ReadOnly
    public List<ProgrammeFacts> mine(Actor actor) {
        access.requireSignedIn(actor);
        return programmes.ofPerson(actor.personId(), today.date());
    }

    /**
     * The programmes that the actor may know of, by the doctor's name: one's own, those one supervises today, those of
     * clinics that one leads or reviews; an admin sees all.
     *
     * @param text part of the doctor's name; null or empty is any
     * @param clinicId only of this current clinic; null is any
     */
    @Transactional
    public ListPage<ProgrammeFacts> list(
            Actor actor, @Nullable String text, @Nullable Long clinicId, PageRequest page) {
        access.requireSignedIn(actor);
        String q = SearchText.like(text);
        long clinic = clinicId == null ? 0 : clinicId;
        Set<Long> seen = new HashSet<>(actor.ledClinics());
        seen.addAll(actor.clinics().getOrDefault(Role.REVIEWER, Set.of()));
        // No clinic has this key; an empty list is no SQL.
        seen.add(-1L);
        LocalDate day = today.date();
        log.scope(actor, Action.READ, "PROGRAMMES", clinicId, "page " + page.page());
        return new ListPage<>(
                programmes.list(actor.personId(), actor.admin(), seen, q, clinic, day, page.size(), page.offset()),
                programmes.count(actor.personId(), actor.admin(), seen, q, clinic, day));
    }

    /**
     * A programme with all its parts.
     *
     * @throws Problem {@code NOT_FOUND}
     */
    @Transactional
    public Programme get(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        log.portfolio(actor, programmeId, Action.READ, "PROGRAMME", programmeId);
        return programme(actor, programmeId);
    }

    /**
     * Makes a programme with its first post; its goals are the latest edition and stay so. The person gets the role
     * TRAINEE at the clinic where it is missing.
     *
     * @throws Problem {@code FORBIDDEN}; {@code REQUIRED}, {@code OUT_OF_RANGE} on a field; {@code UNKNOWN_ID} on
     *     {@code personId} or {@code clinicId}; {@code UNKNOWN_CODE} on {@code regulation} or {@code specialtyCode};
     *     {@code ALREADY_EXISTS} on {@code specialtyCode} where the doctor has this programme
     */
    @Transactional
    public Programme create(Actor actor, ProgrammeData data) {
        Long clinicId = data.clinicId();
        if (clinicId == null) {
            // Without a clinic nobody but an admin could be asked for.
            access.requireAdminister(actor);
            throw Problem.field("clinicId", ProblemCode.REQUIRED);
        }
        access.requireManageProgrammesAt(actor, clinicId);
        organisations.requireClinic("clinicId", clinicId);
        closed.requireOpen("clinicId", clinicId, null);
        Long personId = data.personId();
        if (personId == null) {
            throw Problem.field("personId", ProblemCode.REQUIRED);
        }
        organisations.requirePerson("personId", personId);
        Regulation regulation = Regulation.field("regulation", data.regulation());
        String specialty = Texts.required("specialtyCode", data.specialtyCode(), 80);
        long curriculumId = curricula
                .latestEdition(regulation, specialty)
                .orElseThrow(() -> Problem.field("specialtyCode", ProblemCode.UNKNOWN_CODE, specialty));
        LocalDate start = day("startDate", data.startDate());
        int months = inRange("plannedMonths", data.plannedMonths(), regulation.months(), MAX_MONTHS);
        int rate = inRange("employmentRate", data.employmentRate(), 100, 100);
        if (programmes.exists(personId, regulation.code(), specialty)) {
            throw Problem.field("specialtyCode", ProblemCode.ALREADY_EXISTS);
        }
        long id = programmes
                .save(new ProgrammeRow(0, personId, regulation.code(), specialty, curriculumId, start, months, 0))
                .id();
        rates.save(new EmploymentRateRow(0, id, start, rate, 0));
        posts.save(new PostRow(0, id, clinicId, start, null, 0));
        organisations.ensureRole(personId, Role.TRAINEE, clinicId, start);
        changed(actor, id, Action.CREATE, "PROGRAMME", id);
        return programme(actor, id);
    }

    /**
     * Changes planned length, and the employment rate from today on (from the first day where that lies ahead); null keeps
     * what is. Rates that begin on a later day stay.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code OUT_OF_RANGE}, {@code STALE_VERSION}
     */
    @Transactional
    public Programme change(
            Actor actor,
            long programmeId,
            int version,
            @Nullable Integer plannedMonths,
            @Nullable Integer employmentRate) {
        access.requireManageProgramme(actor, programmeId);
        ProgrammeRow row = locked(programmeId);
        int months = inRange("plannedMonths", plannedMonths, row.plannedMonths(), MAX_MONTHS);
        LocalDate from = row.startDate().isAfter(today.date()) ? row.startDate() : today.date();
        EmploymentRate current = rateOn(programmeId, from);
        int rate = inRange("employmentRate", employmentRate, current.rate(), 100);
        requireOne(programmes.update(programmeId, version, months));
        if (rate != current.rate()) {
            if (current.validFrom().equals(from)) {
                requireOne(rates.update(current.id(), current.version(), from, rate));
            } else {
                rates.save(new EmploymentRateRow(0, programmeId, from, rate, 0));
            }
        }
        changed(actor, programmeId, Action.CHANGE, "PROGRAMME", programmeId);
        return programme(actor, programmeId);
    }

    /**
     * A new post; the open one ends the day before.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}; {@code UNKNOWN_ID} on {@code clinicId};
     *     {@code OUTSIDE_PROGRAMME} on {@code startDate}; {@code END_BEFORE_START}; {@code POST_OVERLAP};
     *     {@code CLINIC_CLOSED} where it would go on after the clinic's last day
     */
    @Transactional
    public Post addPost(
            Actor actor,
            long programmeId,
            @Nullable Long clinicId,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate) {
        access.requireManageProgramme(actor, programmeId);
        if (clinicId == null) {
            throw Problem.field("clinicId", ProblemCode.REQUIRED);
        }
        organisations.requireClinic("clinicId", clinicId);
        closed.requireOpen("clinicId", clinicId, endDate);
        ProgrammeRow programme = locked(programmeId);
        Period period = period(programme, "startDate", startDate, "endDate", endDate);
        for (Post post : posts.posts(programmeId)) {
            if (post.endDate() == null && post.startDate().isBefore(period.from())) {
                posts.update(
                        post.id(),
                        post.version(),
                        post.startDate(),
                        period.from().minusDays(1));
            } else if (period.overlaps(new Period(post.startDate(), post.endDate()))) {
                throw Problem.of(ProblemCode.POST_OVERLAP);
            }
        }
        long id = posts.save(new PostRow(0, programmeId, clinicId, period.from(), period.to(), 0))
                .id();
        organisations.ensureRole(programme.personId(), Role.TRAINEE, clinicId, period.from());
        changed(actor, programmeId, Action.CREATE, "POST", id);
        return post(programmeId, id);
    }

    /** Changes a post's days; throws as {@link #addPost}, and {@code STALE_VERSION}. */
    @Transactional
    public Post changePost(
            Actor actor,
            long programmeId,
            long postId,
            int version,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate) {
        access.requireManageProgramme(actor, programmeId);
        long clinicId = post(programmeId, postId).clinicId();
        closed.requireOpen("endDate", clinicId, endDate);
        ProgrammeRow programme = locked(programmeId);
        Period period = period(programme, "startDate", startDate, "endDate", endDate);
        for (Post other : posts.posts(programmeId)) {
            if (other.id() != postId && period.overlaps(new Period(other.startDate(), other.endDate()))) {
                throw Problem.of(ProblemCode.POST_OVERLAP);
            }
        }
        requireOne(posts.update(postId, version, period.from(), period.to()));
        changed(actor, programmeId, Action.CHANGE, "POST", postId);
        return post(programmeId, postId);
    }

    /**
     * Appoints a main supervisor; the former's time ends the day before. One appointed from the same day is replaced.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}; {@code UNKNOWN_ID}, {@code OWN_RECORD} on
     *     {@code personId}; {@code OUTSIDE_PROGRAMME} on {@code validFrom}; {@code END_BEFORE_START};
     *     {@code STATE_CONFLICT} where somebody is appointed from a later day within this time
     */
    @Transactional
    public MainSupervisor appointMainSupervisor(
            Actor actor,
            long programmeId,
            @Nullable Long personId,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        access.requireManageProgramme(actor, programmeId);
        ProgrammeRow programme = locked(programmeId);
        if (personId == null) {
            throw Problem.field("personId", ProblemCode.REQUIRED);
        }
        requireSupervisor("personId", programme, personId);
        Period period = period(programme, "validFrom", validFrom, "validTo", validTo);
        for (MainSupervisor former : mainSupervisors.appointments(programmeId)) {
            if (!period.overlaps(new Period(former.validFrom(), former.validTo()))) {
                continue;
            }
            if (former.validFrom().isBefore(period.from())) {
                mainSupervisors.end(former.id(), period.from().minusDays(1));
            } else if (former.validFrom().equals(period.from())) {
                mainSupervisors.remove(former.id());
                log.portfolio(actor, programmeId, Action.DELETE, "MAIN_SUPERVISOR", former.id());
            } else {
                throw Problem.of(ProblemCode.STATE_CONFLICT);
            }
        }
        long id = mainSupervisors
                .save(new MainSupervisorRow(0, programmeId, personId, period.from(), period.to()))
                .id();
        changed(actor, programmeId, Action.CREATE, "MAIN_SUPERVISOR", id);
        return mainSupervisor(programmeId, id);
    }

    /**
     * Ends an appointment without a new one.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}, {@code END_BEFORE_START} on {@code validTo}
     */
    @Transactional
    public MainSupervisor endMainSupervisor(
            Actor actor, long programmeId, long appointmentId, @Nullable LocalDate validTo) {
        access.requireManageProgramme(actor, programmeId);
        ProgrammeRow programme = locked(programmeId);
        MainSupervisor appointment = mainSupervisor(programmeId, appointmentId);
        if (validTo == null) {
            throw Problem.field("validTo", ProblemCode.REQUIRED);
        }
        Period period = period(programme, "validFrom", appointment.validFrom(), "validTo", validTo);
        for (MainSupervisor other : mainSupervisors.appointments(programmeId)) {
            if (other.id() != appointmentId && period.overlaps(new Period(other.validFrom(), other.validTo()))) {
                throw Problem.of(ProblemCode.STATE_CONFLICT);
            }
        }
        mainSupervisors.end(appointmentId, validTo);
        changed(actor, programmeId, Action.CHANGE, "MAIN_SUPERVISOR", appointmentId);
        return mainSupervisor(programmeId, appointmentId);
    }

    private Programme programme(Actor actor, long id) {
        ProgrammeFacts facts = facts(id);
        ProgrammeRow row = programmes.row(id).orElseThrow(Problem::notFound);
        return new Programme(
                facts,
                row.plannedMonths(),
                rateOn(id, today.date()).rate(),
                row.version(),
                posts.posts(id),
                mainSupervisors.appointments(id),
                leaves.leaves(id).stream()
                        .map(l -> l.shownTo(actor, facts.personId()))
                        .toList());
    }

    /** The rate in force on the day, or the first one where that lies ahead. */
    private EmploymentRate rateOn(long programmeId, LocalDate day) {
        List<EmploymentRate> all = rates.rates(programmeId);
        return all.stream()
                .filter(rate -> !rate.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(all::getFirst);
    }

    private ProgrammeRow locked(long id) {
        return programmes.lock(id).orElseThrow(Problem::notFound);
    }

    private void changed(Actor actor, long programmeId, Action action, String kind, long id) {
        log.portfolio(actor, programmeId, action, kind, id);
        changes.changed(programmeId);
    }

    private Post post(long programmeId, long postId) {
        return posts.posts(programmeId).stream()
                .filter(post -> post.id() == postId)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private MainSupervisor mainSupervisor(long programmeId, long id) {
        return mainSupervisors.appointments(programmeId).stream()
                .filter(m -> m.id() == id)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private void requireSupervisor(String field, ProgrammeRow programme, long personId) {
        organisations.requirePerson(field, personId);
        if (personId == programme.personId()) {
            throw Problem.field(field, ProblemCode.OWN_RECORD);
        }
    }
}
