package se.stegen.guideline;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many clinics stand on a day: the one place from which lists of clinics and organisations are read, in a number of
 * statements that grows by one round for every {@value #AT_ONCE} clinics. Today's standings and those of the last month ends are kept
 * ({@link KeptStandings}); what is not kept, or in doubt, is measured.
 */
@Singleton
class ClinicStandings {
    /** Clinics that are measured in one go: what a dozen doctors at each have written in a year fits into memory. */
    private static final int AT_ONCE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ClinicStandings.class);

    private final ComplianceQuery facts;
    private final ComplianceMeasuring measuring;
    private final ClinicMeasuring clinicMeasuring;
    private final ReviewMeasuring reviews;
    private final KeptStandings kept;

    ClinicStandings(
            ComplianceQuery facts,
            ComplianceMeasuring measuring,
            ClinicMeasuring clinicMeasuring,
            ReviewMeasuring reviews,
            KeptStandings kept) {
        this.facts = facts;
        this.measuring = measuring;
        this.clinicMeasuring = clinicMeasuring;
        this.reviews = reviews;
        this.kept = kept;
    }

    /**
     * Every clinic's standing.
     *
     * @param byClinic the profiles that hold for them on the day
     */
    Map<Long, ClinicStanding> standings(
            Collection<Long> clinicIds, Map<Long, GuidelineProfile> byClinic, LocalDate day) {
        if (clinicIds.isEmpty()) {
            return Map.of();
        }
        if (!kept.days().contains(day)) {
            return measured(List.copyOf(clinicIds), byClinic, day);
        }
        Map<Long, ClinicStanding> standings = new HashMap<>(kept.holding(clinicIds, byClinic, day));
        List<Long> missing =
                clinicIds.stream().filter(id -> !standings.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            long through = kept.through();
            Map<Long, ClinicStanding> now = measured(missing, byClinic, day);
            // What was changed just now is in doubt until that has settled: kept, it would be measured again all the
            // same.
            Map<Long, Long> changed = kept.changedAfter(through, day);
            List<ClinicStanding> settled = now.values().stream()
                    .filter(one -> !changed.containsKey(one.clinicId()))
                    .toList();
            try {
                if (!settled.isEmpty()) {
                    kept.keep(settled, byClinic, day, through);
                }
            } catch (RuntimeException e) {
                LOG.warn("{} standings could not be kept; they will be measured again: {}", now.size(), e.toString());
            }
            standings.putAll(now);
        }
        return standings;
    }

    /** Every clinic's standing, measured now; as {@link #standings}. */
    Map<Long, ClinicStanding> measured(List<Long> clinicIds, Map<Long, GuidelineProfile> byClinic, LocalDate day) {
        Map<Long, ClinicStanding> standings = new HashMap<>();
        for (int from = 0; from < clinicIds.size(); from += AT_ONCE) {
            some(clinicIds.subList(from, Math.min(clinicIds.size(), from + AT_ONCE)), byClinic, day)
                    .forEach(one -> standings.put(one.clinicId(), one));
        }
        return standings;
    }

    private List<ClinicStanding> some(List<Long> clinicIds, Map<Long, GuidelineProfile> byClinic, LocalDate day) {
        Days only = Days.of(day);
        return some(
                clinicIds,
                byClinic,
                measuring.read(facts.postsOfClinics(clinicIds, day, day), byClinic, day),
                clinicMeasuring.read(clinicIds, only),
                reviews.read(clinicIds, only),
                day);
    }

    private List<ClinicStanding> some(
            List<Long> clinicIds,
            Map<Long, GuidelineProfile> byClinic,
            Cohort cohort,
            ClinicFacts ofClinics,
            ReviewFacts reviewed,
            LocalDate day) {
        Map<Long, List<Measured.Doctor>> doctors =
                cohort.on(day, byClinic).doctors().stream().collect(Collectors.groupingBy(Measured.Doctor::clinicId));
        Map<Long, ReviewStanding> reviews = reviewed.on(clinicIds, byClinic, day);
        List<ClinicStanding> standings = new ArrayList<>();
        for (long clinic : clinicIds) {
            standings.add(ClinicStanding.of(
                    clinic,
                    byClinic.get(clinic),
                    new Measured(doctors.getOrDefault(clinic, List.of())),
                    ofClinics,
                    reviews.get(clinic),
                    day));
        }
        return standings;
    }

    /** Measures these clinics on all these days, reading what they did only once, and keeps it. */
    void keep(List<Long> clinicIds, GuidelineBook book, List<LocalDate> days) {
        long through = kept.through();
        Days span = new Days(days.getFirst(), days.getLast(), days.getLast());
        Cohort cohort = measuring.read(
                facts.postsOfClinics(clinicIds, span.from(), span.to()), span, book.asksForCompetences());
        ClinicFacts ofClinics = clinicMeasuring.read(clinicIds, span);
        ReviewFacts reviewed = reviews.read(clinicIds, span);
        for (LocalDate day : days) {
            Map<Long, GuidelineProfile> byClinic = book.on(day);
            kept.keep(some(clinicIds, byClinic, cohort, ofClinics, reviewed, day), byClinic, day, through);
        }
    }
}
