package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Messages;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;

/**
 * Measures clinics and doctors against the guideline; read by screens, API and reports alike. The definitions are in
 * {@code docs/indicators.md}.
 */
@Singleton
public class ComplianceService {
    /** A reader who may not see the doctors is shown no figure about fewer than these. */
    private static final int LEAST_SHOWN = 3;

    private static final int SHARE_DECIMALS = 4;

    private final AccessPolicy access;
    private final AccessLog log;
    private final ComplianceQuery facts;
    private final GuidelineProfiles profiles;
    private final Today today;

    ComplianceService(
            AccessPolicy access, AccessLog log, ComplianceQuery facts, GuidelineProfiles profiles, Today today) {
        this.access = access;
        this.log = log;
        this.facts = facts;
        this.profiles = profiles;
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
        List<PostInScope> posts = facts.postsOfClinics(List.of(clinicId), day);
        Map<Long, GuidelineProfile> byClinic = profiles.forClinics(List.of(clinicId), day);
        Measured measured = measure(posts, byClinic, day);
        return clinic(actor, clinic, day, byClinic.get(clinicId), measured);
    }

    /** The clinics that the actor leads, reviews or oversees, by name, on today's figures. */
    @Transactional
    public List<ClinicCompliance> clinics(Actor actor) {
        List<Long> ids = access.complianceClinics(actor);
        if (ids.isEmpty()) {
            return List.of();
        }
        LocalDate day = today.date();
        log.scope(actor, Action.READ, "COMPLIANCE", null, ids.size() + " clinics on " + day);
        Map<Long, GuidelineProfile> byClinic = profiles.forClinics(ids, day);
        Measured all = measure(facts.postsOfClinics(ids, day), byClinic, day);
        return facts.clinicNames(ids).stream()
                .map(clinic -> clinic(actor, clinic, day, byClinic.get(clinic.id()), all.of(clinic.id())))
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
        log.scope(actor, Action.READ, "COMPLIANCE", null, ids.size() + " supervised doctors");
        return ofProgrammes(ids);
    }

    private List<TraineeCompliance> ofProgrammes(List<Long> programmeIds) {
        if (programmeIds.isEmpty()) {
            return List.of();
        }
        LocalDate day = today.date();
        List<PostInScope> posts = facts.postsOfProgrammes(programmeIds, day);
        List<Long> clinicIds =
                posts.stream().map(PostInScope::clinicId).distinct().toList();
        return measure(posts, profiles.forClinics(clinicIds, day), day).doctors().stream()
                .map(Doctor::compliance)
                .toList();
    }

    private record Doctor(long clinicId, TraineeCompliance compliance) {}

    private record Measured(List<Doctor> doctors) {
        Measured of(long clinicId) {
            return new Measured(
                    doctors.stream().filter(d -> d.clinicId() == clinicId).toList());
        }
    }

    private ClinicCompliance clinic(
            Actor actor, ClinicName clinic, LocalDate day, @Nullable GuidelineProfile profile, Measured measured) {
        boolean seesDoctors = access.mayReadClinicDoctors(actor, clinic.id());
        List<Indicator> indicators = new ArrayList<>();
        for (IndicatorCode code : IndicatorCode.values()) {
            indicators.add(indicator(code, profile, measured, actor.locale(), seesDoctors));
        }
        return new ClinicCompliance(
                clinic.id(),
                clinic.name(),
                day,
                profile == null ? null : profile.code(),
                profile == null ? null : profile.name(),
                measured.doctors().size(),
                indicators,
                seesDoctors
                        ? measured.doctors().stream().map(Doctor::compliance).toList()
                        : List.of());
    }

    private static Indicator indicator(
            IndicatorCode code,
            @Nullable GuidelineProfile profile,
            Measured measured,
            Locale locale,
            boolean seesDoctors) {
        List<TraineeIndicator> applying = measured.doctors().stream()
                .flatMap(d -> d.compliance().indicators().stream())
                .filter(i -> i.code() == code)
                .toList();
        int applicable = applying.size();
        int met = (int) applying.stream().filter(TraineeIndicator::met).count();
        LightStatus status = GuidelineRules.status(
                met,
                applicable,
                profile == null ? GuidelineProfile.DEFAULT_GREEN : profile.greenFrom(),
                profile == null ? GuidelineProfile.DEFAULT_YELLOW : profile.yellowFrom());
        String rule = rule(code, profile, locale);
        if (!seesDoctors && applicable > 0 && applicable < LEAST_SHOWN) {
            return new Indicator(code, null, null, null, LightStatus.NOT_APPLICABLE, null, rule, true);
        }
        Double share = applicable == 0
                ? null
                : BigDecimal.valueOf(met)
                        .divide(BigDecimal.valueOf(applicable), SHARE_DECIMALS, RoundingMode.HALF_UP)
                        .doubleValue();
        return new Indicator(code, met, applicable, share, status, null, rule, false);
    }

    private static String rule(IndicatorCode code, @Nullable GuidelineProfile profile, Locale locale) {
        String key = "indicator." + code + ".rule";
        Integer value = profile == null
                ? null
                : switch (code) {
                    case MAIN_SUPERVISOR -> null;
                    case SUPERVISOR_QUALIFIED -> profile.supervisorTrainingMaxAgeYears();
                    case SUPERVISION -> profile.supervisionsPerYear();
                    case ASSESSMENT -> profile.assessmentsPerYear();
                };
        return value == null ? Messages.get(locale, key + ".none") : Messages.get(locale, key, value);
    }

    private Measured measure(List<PostInScope> posts, Map<Long, GuidelineProfile> byClinic, LocalDate day) {
        if (posts.isEmpty()) {
            return new Measured(List.of());
        }
        List<Long> ids = posts.stream().map(PostInScope::programmeId).distinct().toList();
        LocalDate from = GuidelineRules.yearEnding(day).from();
        LocalDateTime signedBefore = Today.startOf(day.plusDays(1));
        Map<Long, List<Period>> leaves = facts.fullLeaves(ids, day).stream()
                .collect(Collectors.groupingBy(
                        FullLeave::programmeId,
                        Collectors.mapping(l -> new Period(l.startDate(), l.endDate()), Collectors.toList())));
        Map<Long, Appointment> supervisors = facts.mainSupervisors(ids, day).stream()
                .collect(Collectors.toMap(Appointment::programmeId, a -> a, (a, b) -> a));
        Map<Long, List<Qualified>> qualifications = supervisors.isEmpty()
                ? Map.of()
                : facts
                        .qualifications(
                                supervisors.values().stream()
                                        .map(Appointment::personId)
                                        .distinct()
                                        .toList(),
                                day)
                        .stream()
                        .collect(Collectors.groupingBy(Qualified::personId));
        Map<Long, List<LocalDate>> supervisions = byProgramme(facts.supervisions(ids, from, day, signedBefore));
        Map<Long, List<LocalDate>> assessments = byProgramme(facts.assessments(ids, from, day, signedBefore));

        List<Doctor> doctors = new ArrayList<>();
        for (PostInScope post : posts) {
            long id = post.programmeId();
            GuidelineProfile profile = byClinic.get(post.clinicId());
            List<Period> away = leaves.getOrDefault(id, List.of());
            int served = GuidelineRules.served(day, new Period(post.startDate(), post.endDate()), away);
            Appointment supervisor = supervisors.get(id);
            List<TraineeIndicator> indicators = new ArrayList<>();
            indicators.add(yesOrNo(IndicatorCode.MAIN_SUPERVISOR, supervisor != null));
            if (supervisor != null) {
                indicators.add(yesOrNo(
                        IndicatorCode.SUPERVISOR_QUALIFIED,
                        qualified(
                                qualifications.getOrDefault(supervisor.personId(), List.of()),
                                post.specialtyCode(),
                                profile == null ? null : profile.supervisorTrainingMaxAgeYears(),
                                day)));
            }
            if (profile != null) {
                yearly(IndicatorCode.SUPERVISION, profile.supervisionsPerYear(), served, day, supervisions.get(id))
                        .ifPresent(indicators::add);
                yearly(IndicatorCode.ASSESSMENT, profile.assessmentsPerYear(), served, day, assessments.get(id))
                        .ifPresent(indicators::add);
            }
            doctors.add(new Doctor(
                    post.clinicId(),
                    new TraineeCompliance(
                            id,
                            post.name(),
                            (int) ChronoUnit.YEARS.between(post.programmeStart(), day) + 1,
                            supervisor == null ? null : supervisor.name(),
                            away.stream().anyMatch(l -> l.contains(day)),
                            indicators)));
        }
        return new Measured(doctors);
    }

    private static Map<Long, List<LocalDate>> byProgramme(List<Counted> records) {
        Map<Long, List<LocalDate>> days = new HashMap<>();
        records.forEach(r ->
                days.computeIfAbsent(r.programmeId(), p -> new ArrayList<>()).add(r.day()));
        return days;
    }

    private static TraineeIndicator yesOrNo(IndicatorCode code, boolean met) {
        return new TraineeIndicator(code, 1, met ? 1 : 0, met, null);
    }

    private static Optional<TraineeIndicator> yearly(
            IndicatorCode code,
            @Nullable Integer perYear,
            int served,
            LocalDate day,
            @Nullable List<LocalDate> counted) {
        int required =
                perYear == null ? 0 : GuidelineRules.required(perYear, served, GuidelineRules.daysInYearEnding(day));
        if (required < 1) {
            return Optional.empty();
        }
        List<LocalDate> days = Objects.requireNonNullElse(counted, List.of());
        LocalDate oldest = days.stream().min(Comparator.naturalOrder()).orElse(null);
        return Optional.of(new TraineeIndicator(
                code,
                required,
                days.size(),
                days.size() >= required,
                oldest == null || days.size() > required ? null : oldest.plusYears(1)));
    }

    private static boolean qualified(
            List<Qualified> qualifications, String specialtyCode, @Nullable Integer maxAgeYears, LocalDate day) {
        boolean specialist = qualifications.stream()
                .anyMatch(q -> "SPECIALIST".equals(q.kind()) && specialtyCode.equals(q.specialtyCode()));
        Optional<LocalDate> training = qualifications.stream()
                .filter(q -> "SUPERVISOR_TRAINING".equals(q.kind()))
                .map(Qualified::obtainedOn)
                .max(Comparator.naturalOrder());
        return specialist
                && training.filter(t -> GuidelineRules.trainingHolds(t, maxAgeYears, day))
                        .isPresent();
    }
}
