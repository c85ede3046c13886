package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;

/** How all clinics below an organisation stand, side by side and together, for who oversees it. */
@Singleton
public class OrganisationComplianceService {
    /** Clinics that are read in one go, as in {@link ClinicStandings}: what their doctors did has to fit into memory. */
    private static final int AT_ONCE = 200;

    private final AccessPolicy access;
    private final AccessLog log;
    private final OrganisationStandings standings;
    private final ComplianceQuery facts;
    private final ComplianceMeasuring measuring;
    private final DelayMeasuring delays;
    private final Today today;

    OrganisationComplianceService(
            AccessPolicy access,
            AccessLog log,
            OrganisationStandings standings,
            ComplianceQuery facts,
            ComplianceMeasuring measuring,
            DelayMeasuring delays,
            Today today) {
        this.facts = facts;
        this.measuring = measuring;
        this.delays = delays;
        this.access = access;
        this.log = log;
        this.standings = standings;
        this.today = today;
    }

    /**
     * An organisation that somebody oversees.
     *
     * @param depth how far it lies below the highest that the same person oversees; 0 is that one
     */
    public record Overseen(long id, String name, int depth) {}

    /** The organisations whose clinics the actor oversees, each followed by those below it. */
    @ReadOnly
    public List<Overseen> overseen(Actor actor) {
        access.requireSignedIn(actor);
        if (access.overseen(actor).isEmpty()) {
            return List.of();
        }
        OrganisationTree tree = standings.organisations();
        List<Overseen> found = new ArrayList<>();
        tree.tops(access.overseen(actor)).stream()
                .map(id -> Objects.requireNonNull(tree.find(id)))
                .sorted(byName())
                .forEach(top -> add(tree, top, 0, found));
        return found;
    }

    private static void add(OrganisationTree tree, OrganisationNode node, int depth, List<Overseen> found) {
        if (found.stream().noneMatch(one -> one.id() == node.id())) {
            found.add(new Overseen(node.id(), node.name(), depth));
            tree.below(node.id()).stream().sorted(byName()).forEach(one -> add(tree, one, depth + 1, found));
        }
    }

    private static Comparator<OrganisationNode> byName() {
        return Comparator.comparing(OrganisationNode::name, Collator.getInstance(Messages.SWEDISH));
    }

    /**
     * Every clinic below the organisation, as the organisations are arranged today: a clinic that has moved takes its past
     * along.
     *
     * @param date the day to measure on; null is today
     * @throws Problem {@code NOT_FOUND} to who does not oversee it; {@code DATE_IN_FUTURE}
     */
    @Transactional
    public OrganisationCompliance organisation(Actor actor, long organisationId, @Nullable LocalDate date) {
        access.requireOversee(actor, organisationId);
        LocalDate day = date == null ? today.date() : date;
        if (day.isAfter(today.date())) {
            throw Problem.field("date", ProblemCode.DATE_IN_FUTURE);
        }
        OrganisationTree tree = standings.tree(day);
        if (tree.find(organisationId) == null) {
            throw Problem.notFound();
        }
        log.scope(actor, Action.READ, "COMPLIANCE", organisationId, "organisation " + organisationId + " on " + day);
        OrganisationStandings.Standings found = standings.below(actor, tree, organisationId, day);
        Lines lines = new Lines(found, actor.locale());
        List<OrganisationCompliance.Line> clinics = tree.allClinics(organisationId).stream()
                .map(clinic -> new OrganisationCompliance.Line(
                        clinic.id(),
                        clinic.name(),
                        tree.name(clinic.organisationId()),
                        clinic.specialtyName(),
                        clinic.specialtyGroup(),
                        lines.of(clinic.id())))
                .toList();
        GuidelineProfile profile =
                found.book().ofOrganisation(organisationId, day).orElse(null);
        List<IndicatorCode> asked = Arrays.stream(IndicatorCode.values())
                .filter(code ->
                        clinics.stream().anyMatch(line -> line.light(code).asked()))
                .toList();
        OrganisationCompliance table = new OrganisationCompliance(
                organisationId,
                tree.name(organisationId),
                day,
                asked,
                clinics,
                lines.pooled(organisationId, clinics, profile),
                profile == null ? GuidelineProfile.DEFAULT_GREEN : profile.greenFrom(),
                profile == null ? GuidelineProfile.DEFAULT_YELLOW : profile.yellowFrom(),
                true);
        return OrganisationSelection.ALL.of(table, actor.locale());
    }

    /** The same of some of its clinics, in an order; throws as above. */
    @Transactional
    public OrganisationCompliance organisation(
            Actor actor, long organisationId, @Nullable LocalDate date, OrganisationSelection selection) {
        access.requireOversee(actor, organisationId);
        return selection.of(organisation(actor, organisationId, date), actor.locale());
    }

    /**
     * How soon the assessments of all doctors below the organisation are signed.
     *
     * @return null where fewer than three doctors stand behind it
     * @throws Problem as {@link #organisation(Actor, long, LocalDate)}
     */
    @Transactional
    public @Nullable Delay delay(Actor actor, long organisationId, LocalDate day) {
        access.requireOversee(actor, organisationId);
        if (day.isAfter(today.date())) {
            throw Problem.field("date", ProblemCode.DATE_IN_FUTURE);
        }
        List<Long> clinics = standings.tree(day).allClinics(organisationId).stream()
                .map(ClinicNode::id)
                .toList();
        DelayMeasuring.Facts behind = DelayMeasuring.NOTHING;
        for (int from = 0; from < clinics.size(); from += AT_ONCE) {
            List<Long> some = clinics.subList(from, Math.min(clinics.size(), from + AT_ONCE));
            Cohort doctors = measuring.read(facts.postsOfClinics(some, day, day), Days.of(day), false);
            behind = behind.and(delays.read(doctors, day));
        }
        return behind.figures(false);
    }

    /** Makes the lights; a rule is worded once for all clinics with the same profile. */
    private record Lines(
            OrganisationStandings.Standings found,
            Locale locale,
            Map<GuidelineProfile, Map<IndicatorCode, ClinicLights.Rule>> rules,
            Map<IndicatorCode, ClinicLights.Rule> none) {
        Lines(OrganisationStandings.Standings found, Locale locale) {
            this(found, locale, new IdentityHashMap<>(), new EnumMap<>(IndicatorCode.class));
        }

        List<Indicator> of(long clinicId) {
            ClinicStanding standing = Objects.requireNonNull(found.measured().get(clinicId));
            GuidelineProfile profile = found.byClinic().get(clinicId);
            List<Indicator> lights = new ArrayList<>();
            standing.figures()
                    .forEach((code, figure) -> lights.add(ClinicLights.light(
                            code, figure, rule(code, profile), locale, found.keepsCell(code, clinicId))));
            return lights;
        }

        List<Indicator> pooled(
                long organisationId, List<OrganisationCompliance.Line> clinics, @Nullable GuidelineProfile profile) {
            List<Indicator> pooled = new ArrayList<>();
            for (IndicatorCode code : IndicatorCode.values()) {
                if (code.ofClinic()) {
                    Indicator nothing = ClinicLights.light(
                            code,
                            new ClinicStanding.Amount(LightStatus.NOT_APPLICABLE, null, null),
                            rule(code, profile),
                            locale,
                            false);
                    pooled.add(Pooled.ofClinics(
                            nothing,
                            clinics.stream().map(line -> line.light(code)).toList(),
                            profile == null ? GuidelineProfile.DEFAULT_GREEN : profile.greenFrom(),
                            profile == null ? GuidelineProfile.DEFAULT_YELLOW : profile.yellowFrom(),
                            locale));
                } else {
                    pooled.add(ClinicLights.light(
                            code,
                            sum(code, clinics, profile),
                            rule(code, profile),
                            locale,
                            found.keepsSum(code, organisationId)));
                }
            }
            return pooled;
        }

        private ClinicStanding.OfDoctors sum(
                IndicatorCode code, List<OrganisationCompliance.Line> clinics, @Nullable GuidelineProfile profile) {
            int met = 0;
            int applicable = 0;
            for (OrganisationCompliance.Line line : clinics) {
                if (Objects.requireNonNull(found.measured().get(line.clinicId()))
                                .figures()
                                .get(code)
                        instanceof ClinicStanding.OfDoctors(LightStatus status, int reached, int of)) {
                    met += reached;
                    applicable += of;
                }
            }
            return new ClinicStanding.OfDoctors(ClinicStanding.status(met, applicable, profile), met, applicable);
        }

        private ClinicLights.Rule rule(IndicatorCode code, @Nullable GuidelineProfile profile) {
            return (profile == null ? none : rules.computeIfAbsent(profile, some -> new EnumMap<>(IndicatorCode.class)))
                    .computeIfAbsent(code, one -> ClinicLights.rule(one, profile, locale));
        }
    }
}
