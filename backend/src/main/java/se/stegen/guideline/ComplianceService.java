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
    private final HeldMeasuring held;
    private final DelayMeasuring delays;
    private final ReviewMeasuring reviews;
    private final Today today;

    ComplianceService(
            AccessPolicy access,
            AccessLog log,
            ComplianceQuery facts,
            GuidelineProfiles profiles,
            ComplianceMeasuring measuring,
            HeldMeasuring held,
            DelayMeasuring delays,
            ReviewMeasuring reviews,
            Today today) {
        this.access = access;
        this.log = log;
        this.facts = facts;
        this.profiles = profiles;
        this.measuring = measuring;
        this.held = held;
        this.delays = delays;
        this.reviews = reviews;
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
        Map<String, Integer> taught = held.teaching(List.of(clinicId), day).getOrDefault(clinicId, Map.of());
        ReviewStanding reviewed =
                reviews.standings(List.of(clinicId), byClinic, day).get(clinicId);
        return clinic(actor, clinic, day, byClinic.get(clinicId), measured, taught, reviewed, delay);
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
        Map<Long, Map<String, Integer>> taught = held.teaching(ids, day);
        Map<Long, ReviewStanding> reviewed = reviews.standings(ids, byClinic, day);
        return facts.clinicNames(ids).stream()
                .map(clinic -> clinic(
                        actor,
                        clinic,
                        day,
                        byClinic.get(clinic.id()),
                        all.of(clinic.id()),
                        taught.getOrDefault(clinic.id(), Map.of()),
                        reviewed.get(clinic.id()),
                        null))
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
            Map<String, Integer> taught,
            @Nullable ReviewStanding reviewed,
            @Nullable Delay delay) {
        boolean seesDoctors = access.mayReadClinicDoctors(actor, clinic.id());
        List<Indicator> indicators = new ArrayList<>();
        for (IndicatorCode code : IndicatorCode.values()) {
            if (code.ofReviews()) {
                if (reviewed != null) {
                    Rule rule = rule(code, profile, actor.locale());
                    indicators.add(reviews.indicator(code, reviewed, day, rule.text(), rule.asked(), actor.locale()));
                }
                continue;
            }
            indicators.add(
                    code.ofClinic()
                            ? ofClinic(code, profile, taught, actor.locale())
                            : indicator(code, profile, measured, actor.locale(), seesDoctors));
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
        Rule rule = rule(code, profile, locale);
        if (!seesDoctors && applicable > 0 && applicable < LEAST_SHOWN) {
            return new Indicator(
                    code, null, null, null, LightStatus.NOT_APPLICABLE, null, rule.text(), rule.asked(), true);
        }
        Double share = applicable == 0
                ? null
                : BigDecimal.valueOf(met)
                        .divide(BigDecimal.valueOf(applicable), SHARE_DECIMALS, RoundingMode.HALF_UP)
                        .doubleValue();
        return new Indicator(code, met, applicable, share, status, null, rule.text(), rule.asked(), false);
    }

    private static Indicator ofClinic(
            IndicatorCode code, @Nullable GuidelineProfile profile, Map<String, Integer> taught, Locale locale) {
        Rule rule = rule(code, profile, locale);
        Integer target = profile == null ? null : GuidelineRules.teachingTarget(code, profile);
        int held = taught.getOrDefault(code.name(), 0);
        return new Indicator(
                code,
                null,
                null,
                null,
                target == null ? LightStatus.NOT_APPLICABLE : GuidelineRules.teachingStatus(held, target),
                target == null ? null : Messages.get(locale, "indicator.value.sessions", held, target),
                rule.text(),
                rule.asked(),
                false);
    }

    /** The guideline's rule, and whether it has one. */
    private record Rule(String text, boolean asked) {}

    private static Rule rule(IndicatorCode code, @Nullable GuidelineProfile profile, Locale locale) {
        String key = "indicator." + code + ".rule";
        boolean yearly = code == IndicatorCode.COLLEGIUM && profile != null && profile.collegiaTotal() == null;
        Object value = profile == null ? null : GuidelineRules.value(code, profile);
        boolean asked = value != null || code.always();
        return new Rule(
                value == null
                        ? Messages.get(locale, key + ".none")
                        : Messages.get(locale, yearly ? key + ".yearly" : key, value),
                asked);
    }
}
