package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Messages;
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
    private final ComplianceMeasuring measuring;
    private final DelayMeasuring delays;
    private final Today today;

    ComplianceService(
            AccessPolicy access,
            AccessLog log,
            ComplianceQuery facts,
            GuidelineProfiles profiles,
            ComplianceMeasuring measuring,
            DelayMeasuring delays,
            Today today) {
        this.access = access;
        this.log = log;
        this.facts = facts;
        this.profiles = profiles;
        this.measuring = measuring;
        this.delays = delays;
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
        Measured measured = measuring.measure(posts, byClinic, day);
        Delay delay = delays.measure(
                posts.stream().map(PostInScope::programmeId).distinct().toList(),
                day,
                access.mayReadClinicDoctors(actor, clinicId));
        return clinic(actor, clinic, day, byClinic.get(clinicId), measured, delay);
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
        Measured all = measuring.measure(facts.postsOfClinics(ids, day), byClinic, day);
        return facts.clinicNames(ids).stream()
                .map(clinic -> clinic(actor, clinic, day, byClinic.get(clinic.id()), all.of(clinic.id()), null))
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
        return measuring.measure(posts, profiles.forClinics(clinicIds, day), day).doctors().stream()
                .map(Measured.Doctor::compliance)
                .toList();
    }

    private ClinicCompliance clinic(
            Actor actor,
            ClinicName clinic,
            LocalDate day,
            @Nullable GuidelineProfile profile,
            Measured measured,
            @Nullable Delay delay) {
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
                        ? measured.doctors().stream()
                                .map(Measured.Doctor::compliance)
                                .toList()
                        : List.of(),
                delay);
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
                    case IUP_ON_TIME -> profile.iupMonths();
                    case IUP_REVISED -> profile.iupRevisionsPerYear();
                    case SUPERVISION -> profile.supervisionsPerYear();
                    case ASSESSMENT -> profile.assessmentsPerYear();
                    case GENERAL_COMPETENCE -> profile.generalCompetence() ? GuidelineRules.LEAST_SERVED_DAYS : null;
                };
        return value == null ? Messages.get(locale, key + ".none") : Messages.get(locale, key, value);
    }
}
