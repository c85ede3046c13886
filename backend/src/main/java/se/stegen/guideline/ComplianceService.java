package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.programme.ClosedClinics;

/**
 * Measures clinics and doctors against the guideline; read by screens, API and reports alike. The definitions are in
 * {@code docs/indicators.md}.
 */
@Singleton
public class ComplianceService {
    private final AccessPolicy access;
    private final AccessLog log;
    private final ComplianceQuery facts;
    private final GuidelineProfiles profiles;
    private final ComplianceMeasuring measuring;
    private final ClinicMeasuring clinicMeasuring;
    private final DelayMeasuring delays;
    private final ReviewMeasuring reviews;
    private final ClinicStandings standings;
    private final OrganisationStandings organisations;
    private final ClosedClinics closed;
    private final Today today;

    ComplianceService(
            AccessPolicy access,
            AccessLog log,
            ComplianceQuery facts,
            GuidelineProfiles profiles,
            ComplianceMeasuring measuring,
            ClinicMeasuring clinicMeasuring,
            DelayMeasuring delays,
            ReviewMeasuring reviews,
            ClinicStandings standings,
            OrganisationStandings organisations,
            ClosedClinics closed,
            Today today) {
        this.access = access;
        this.log = log;
        this.facts = facts;
        this.profiles = profiles;
        this.measuring = measuring;
        this.clinicMeasuring = clinicMeasuring;
        this.delays = delays;
        this.reviews = reviews;
        this.standings = standings;
        this.organisations = organisations;
        this.closed = closed;
        this.today = today;
    }

    /**
     * How a clinic stands.
     *
     * @param date the day to measure on; null is today
     * @throws Problem {@code DATE_IN_FUTURE}, or {@code NOT_FOUND} where the actor may not see the clinic's figures
     */
    @Transactional
    public ClinicCompliance clinic(Actor actor, long clinicId, @Nullable LocalDate date) {
        access.requireReadCompliance(actor, clinicId);
        LocalDate day = date == null ? today.date() : date;
        if (day.isAfter(today.date())) {
            throw Problem.field("date", ProblemCode.DATE_IN_FUTURE);
        }
        ClinicName clinic = facts.clinicName(clinicId).orElseThrow(Problem::notFound);
        log.scope(actor, Action.READ, "COMPLIANCE", clinicId, "clinic " + clinicId + " on " + day);
        List<PostInScope> posts = facts.postsOfClinics(List.of(clinicId), day, day);
        Map<Long, GuidelineProfile> byClinic = profiles.forClinics(List.of(clinicId), day);
        Cohort doctors = measuring.read(posts, byClinic, day);
        boolean seesDoctors = access.mayReadClinicDoctors(actor, clinicId);
        Map<Long, Set<IndicatorCode>> kept = kept(actor, List.of(clinicId), day);
        // Where another clinic is too small to be shown, its part of the whole is what the others leave over.
        Delay delay = seesDoctors || kept.isEmpty() ? delays.measure(doctors, day, seesDoctors) : null;
        GuidelineProfile profile = byClinic.get(clinicId);
        Measured measured = doctors.on(day, byClinic);
        ClinicStanding standing = ClinicStanding.of(
                clinicId,
                profile,
                measured,
                clinicMeasuring.read(List.of(clinicId), Days.of(day)),
                reviews.standings(List.of(clinicId), byClinic, day).get(clinicId),
                day);
        return clinic(actor, clinic, day, profile, standing, measured.doctors(), delay, kept);
    }

    /** The clinics that the actor leads, reviews or oversees, by name, on today's figures; without their doctors. */
    @Transactional
    public List<ClinicCompliance> clinics(Actor actor) {
        return clinics(actor, access.complianceClinics(actor));
    }

    /** Those of them that the actor leads or reviews; what is overseen stands in the organisation's table. */
    @Transactional
    public List<ClinicCompliance> ownClinics(Actor actor) {
        return clinics(actor, access.clinicsWithDoctors(actor));
    }

    private List<ClinicCompliance> clinics(Actor actor, List<Long> clinicIds) {
        LocalDate day = today.date();
        List<Long> ids = closed.open(clinicIds, day);
        if (ids.isEmpty()) {
            return List.of();
        }
        log.scope(actor, Action.READ, "COMPLIANCE", null, ids.size() + " clinics on " + day);
        Map<Long, GuidelineProfile> byClinic = profiles.forClinics(ids, day);
        Map<Long, ClinicStanding> measured = standings.standings(ids, byClinic, day);
        Map<Long, Set<IndicatorCode>> kept = kept(actor, ids, day);
        return facts.clinicNames(ids).stream()
                .map(clinic -> clinic(
                        actor,
                        clinic,
                        day,
                        byClinic.get(clinic.id()),
                        Objects.requireNonNull(measured.get(clinic.id())),
                        List.of(),
                        null,
                        kept))
                .toList();
    }

    /** How the doctors of the clinics whose doctors the actor may see stand today, by name. */
    @Transactional
    public List<TraineeCompliance> doctors(Actor actor) {
        List<Long> ids = access.complianceClinics(actor).stream()
                .filter(id -> access.mayReadClinicDoctors(actor, id))
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        LocalDate day = today.date();
        log.scope(actor, Action.READ, "COMPLIANCE", null, "doctors of " + ids.size() + " clinics");
        return measuring
                .measure(facts.postsOfClinics(ids, day, day), profiles.forClinics(ids, day), day)
                .doctors()
                .stream()
                .map(Measured.Doctor::compliance)
                .toList();
    }

    /** How one doctor stands today; empty where no post is in force. */
    @Transactional
    public Optional<TraineeCompliance> trainee(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        return ofProgrammes(List.of(programmeId)).stream().findFirst();
    }

    /** Whether the actor supervises anybody today: for a menu, so nothing is counted or logged. */
    @ReadOnly
    public boolean supervises(Actor actor) {
        access.requireSignedIn(actor);
        return !facts.supervisedBy(actor.personId(), today.date()).isEmpty();
    }

    /** How the doctors that the actor supervises today stand, by name. */
    @Transactional
    public List<TraineeCompliance> supervised(Actor actor) {
        List<Long> ids = facts.supervisedBy(actor.personId(), today.date());
        if (ids.isEmpty()) {
            return List.of();
        }
        log.scope(actor, Action.READ, "COMPLIANCE", null, ids.size() + " supervised doctors");
        return ofProgrammes(ids);
    }

    private List<TraineeCompliance> ofProgrammes(List<Long> programmeIds) {
        if (programmeIds.isEmpty()) {
            return List.of();
        }
        LocalDate day = today.date();
        List<PostInScope> posts = facts.postsOfProgrammes(programmeIds, day, day);
        List<Long> clinicIds =
                posts.stream().map(PostInScope::clinicId).distinct().toList();
        return measuring.measure(posts, profiles.forClinics(clinicIds, day), day).doctors().stream()
                .map(Measured.Doctor::compliance)
                .toList();
    }

    /** What an organisation's table does not show is not shown here either. */
    private Map<Long, Set<IndicatorCode>> kept(Actor actor, List<Long> clinicIds, LocalDate day) {
        List<Long> closed = clinicIds.stream()
                .filter(id -> !access.mayReadClinicDoctors(actor, id))
                .toList();
        return closed.isEmpty() ? Map.of() : organisations.kept(actor, closed, day);
    }

    private ClinicCompliance clinic(
            Actor actor,
            ClinicName clinic,
            LocalDate day,
            @Nullable GuidelineProfile profile,
            ClinicStanding standing,
            List<Measured.Doctor> doctors,
            @Nullable Delay delay,
            Map<Long, Set<IndicatorCode>> kept) {
        boolean seesDoctors = access.mayReadClinicDoctors(actor, clinic.id());
        return new ClinicCompliance(
                clinic.id(),
                clinic.name(),
                day,
                profile == null ? null : profile.code(),
                profile == null ? null : profile.name(),
                standing.doctors(),
                ClinicLights.of(
                        standing, profile, actor.locale(), seesDoctors, kept.getOrDefault(clinic.id(), Set.of())),
                seesDoctors ? doctors.stream().map(Measured.Doctor::compliance).toList() : List.of(),
                delay);
    }
}
