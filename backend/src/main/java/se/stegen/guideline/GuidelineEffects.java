package se.stegen.guideline;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Today;

/** Measures clinics twice on the same rows: as they are judged, and as they would be. */
@Singleton
class GuidelineEffects {
    /** Clinics that are measured in one go, as in {@link ClinicStandings}: what their doctors did has to fit into memory. */
    private static final int AT_ONCE = 200;

    private final AccessPolicy access;
    private final ComplianceQuery facts;
    private final ComplianceMeasuring measuring;
    private final ClinicMeasuring clinicMeasuring;
    private final ReviewMeasuring reviews;
    private final OrganisationStandings organisations;
    private final Today today;

    GuidelineEffects(
            AccessPolicy access,
            ComplianceQuery facts,
            ComplianceMeasuring measuring,
            ClinicMeasuring clinicMeasuring,
            ReviewMeasuring reviews,
            OrganisationStandings organisations,
            Today today) {
        this.access = access;
        this.facts = facts;
        this.measuring = measuring;
        this.clinicMeasuring = clinicMeasuring;
        this.reviews = reviews;
        this.organisations = organisations;
        this.today = today;
    }

    /** What differs today at those of the clinics whose profile does. */
    GuidelineEffect between(Actor actor, GuidelineBook now, GuidelineBook then) {
        LocalDate day = today.date();
        Map<Long, GuidelineProfile> before = now.on(day);
        Map<Long, GuidelineProfile> after = then.on(day);
        List<Long> ids = now.clinics().stream()
                .map(ClinicGuideline::id)
                .filter(id -> !Objects.equals(before.get(id), after.get(id)))
                .toList();
        if (ids.isEmpty()) {
            return new GuidelineEffect(day, 0, List.of());
        }
        boolean competences = now.asksForCompetences() || then.asksForCompetences();
        Map<Long, Set<IndicatorCode>> kept = organisations.kept(actor, ids, day);
        List<ClinicName> clinics = facts.clinicNames(ids);
        List<GuidelineEffect.Change> changes = new ArrayList<>();
        for (int from = 0; from < clinics.size(); from += AT_ONCE) {
            add(
                    actor,
                    clinics.subList(from, Math.min(clinics.size(), from + AT_ONCE)),
                    before,
                    after,
                    competences,
                    kept,
                    day,
                    changes);
        }
        changes.sort(Comparator.comparing(change -> !change.turns()));
        return new GuidelineEffect(day, ids.size(), changes);
    }

    /** Adds what differs at some of the clinics, on rows that are read for them alone. */
    private void add(
            Actor actor,
            List<ClinicName> clinics,
            Map<Long, GuidelineProfile> before,
            Map<Long, GuidelineProfile> after,
            boolean competences,
            Map<Long, Set<IndicatorCode>> kept,
            LocalDate day,
            List<GuidelineEffect.Change> changes) {
        List<Long> ids = clinics.stream().map(ClinicName::id).toList();
        Cohort cohort = measuring.read(facts.postsOfClinics(ids, day, day), Days.of(day), competences);
        ClinicFacts ofClinics = clinicMeasuring.read(ids, Days.of(day));
        ReviewFacts reviewed = reviews.read(ids, Days.of(day));
        Map<Long, ReviewStanding> stood = reviewed.on(ids, before, day);
        Map<Long, ReviewStanding> stands = reviewed.on(ids, after, day);
        Measured was = cohort.on(day, before);
        Measured would = cohort.on(day, after);
        for (ClinicName clinic : clinics) {
            long id = clinic.id();
            boolean sees = access.mayReadClinicDoctors(actor, id);
            Set<IndicatorCode> hidden = kept.getOrDefault(id, Set.of());
            List<Indicator> old = ClinicLights.of(
                    ClinicStanding.of(id, before.get(id), was.of(id), ofClinics, stood.get(id), day),
                    before.get(id),
                    actor.locale(),
                    sees,
                    hidden);
            List<Indicator> changed = ClinicLights.of(
                    ClinicStanding.of(id, after.get(id), would.of(id), ofClinics, stands.get(id), day),
                    after.get(id),
                    actor.locale(),
                    sees,
                    hidden);
            for (int i = 0; i < old.size(); i++) {
                if (!old.get(i).equals(changed.get(i))) {
                    changes.add(new GuidelineEffect.Change(id, clinic.name(), old.get(i), changed.get(i)));
                }
            }
        }
    }
}
