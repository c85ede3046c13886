package se.stegen.guideline;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many clinics stand on a day: the one place from which lists of clinics and organisations are read, in the same number
 * of statements whatever the number of clinics. Measured anew with each call.
 */
@Singleton
class ClinicStandings {
    private final ComplianceQuery facts;
    private final ComplianceMeasuring measuring;
    private final ClinicMeasuring clinicMeasuring;
    private final ReviewMeasuring reviews;

    ClinicStandings(
            ComplianceQuery facts,
            ComplianceMeasuring measuring,
            ClinicMeasuring clinicMeasuring,
            ReviewMeasuring reviews) {
        this.facts = facts;
        this.measuring = measuring;
        this.clinicMeasuring = clinicMeasuring;
        this.reviews = reviews;
    }

    /**
     * Every clinic's standing.
     *
     * @param byClinic the profiles that hold for them on the day
     */
    Map<Long, ClinicStanding> standings(List<Long> clinicIds, Map<Long, GuidelineProfile> byClinic, LocalDate day) {
        if (clinicIds.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Measured.Doctor>> doctors =
                measuring.measure(facts.postsOfClinics(clinicIds, day, day), byClinic, day).doctors().stream()
                        .collect(Collectors.groupingBy(Measured.Doctor::clinicId));
        ClinicFacts ofClinics = clinicMeasuring.read(clinicIds, Days.of(day));
        Map<Long, ReviewStanding> reviewed = reviews.standings(clinicIds, byClinic, day);
        Map<Long, ClinicStanding> standings = new HashMap<>();
        for (long clinic : clinicIds) {
            standings.put(
                    clinic,
                    ClinicStanding.of(
                            clinic,
                            byClinic.get(clinic),
                            new Measured(doctors.getOrDefault(clinic, List.of())),
                            ofClinics,
                            reviewed.get(clinic),
                            day));
        }
        return standings;
    }
}
