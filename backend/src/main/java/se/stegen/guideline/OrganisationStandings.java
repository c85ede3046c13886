package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;

/** How the clinics below organisations stand on a day, and what of it is kept from a reader. */
@Singleton
class OrganisationStandings {
    private final AccessPolicy access;
    private final OrganisationTreeQuery query;
    private final GuidelineProfiles profiles;
    private final ClinicStandings standings;

    OrganisationStandings(
            AccessPolicy access, OrganisationTreeQuery query, GuidelineProfiles profiles, ClinicStandings standings) {
        this.access = access;
        this.query = query;
        this.profiles = profiles;
        this.standings = standings;
    }

    /** Organisations as they are today, without their clinics. */
    OrganisationTree organisations() {
        return new OrganisationTree(query.organisations(), List.of());
    }

    /** Organisations as they are today, with the clinics that are open on the day. */
    OrganisationTree tree(LocalDate day) {
        return new OrganisationTree(query.organisations(), query.clinics(day));
    }

    /**
     * What is below the highest organisation that the actor oversees and that has the asked one below it. All of it decides
     * what is kept, so that two tables of the same reader do not give away together what neither shows.
     */
    Standings below(Actor actor, OrganisationTree tree, long organisationId, LocalDate day) {
        long top = tree.top(organisationId, access.overseen(actor));
        List<Long> clinicIds = tree.allClinics(top).stream().map(ClinicNode::id).toList();
        GuidelineBook book = clinicIds.isEmpty() ? profiles.book(top) : profiles.book(clinicIds);
        Map<Long, GuidelineProfile> byClinic = clinicIds.isEmpty() ? Map.of() : book.on(day);
        Map<Long, ClinicStanding> measured = standings.standings(clinicIds, byClinic, day);
        return new Standings(book, byClinic, measured, kept(actor, tree, top, measured));
    }

    /** The codes that are kept from the actor at each of the clinics; those that the actor oversees through an organisation. */
    Map<Long, Set<IndicatorCode>> kept(Actor actor, Collection<Long> clinicIds, LocalDate day) {
        if (access.overseen(actor).isEmpty()) {
            return Map.of();
        }
        OrganisationTree tree = tree(day);
        Set<Long> tops = new HashSet<>();
        for (long clinic : clinicIds) {
            Long organisation = tree.organisationOf(clinic);
            if (organisation != null && access.mayOversee(actor, organisation)) {
                tops.add(tree.top(organisation, access.overseen(actor)));
            }
        }
        Map<Long, Set<IndicatorCode>> kept = new HashMap<>();
        for (long top : tops) {
            below(actor, tree, top, day)
                    .kept()
                    .forEach((code, of) -> of.clinics()
                            .forEach(clinic -> kept.computeIfAbsent(clinic, none -> new HashSet<>())
                                    .add(code)));
        }
        return kept;
    }

    private Map<IndicatorCode, Protection.Kept> kept(
            Actor actor, OrganisationTree tree, long top, Map<Long, ClinicStanding> measured) {
        Map<IndicatorCode, Protection.Kept> kept = new EnumMap<>(IndicatorCode.class);
        Arrays.stream(IndicatorCode.values())
                .filter(code -> !code.ofClinic())
                .forEach(code -> kept.put(
                        code, Protection.of(tree.unit(top, clinic -> cell(actor, code, measured.get(clinic))))));
        return kept;
    }

    private List<Protection.Cell> cell(Actor actor, IndicatorCode code, @Nullable ClinicStanding standing) {
        List<Protection.Cell> cells = new ArrayList<>();
        if (standing != null
                && standing.figures().get(code)
                        instanceof ClinicStanding.OfDoctors(LightStatus status, int met, int applicable)
                && applicable > 0) {
            cells.add(new Protection.Cell(
                    standing.clinicId(), met, applicable, access.mayReadClinicDoctors(actor, standing.clinicId())));
        }
        return cells;
    }

    /**
     * What was measured.
     *
     * @param byClinic the profiles that hold on the day
     * @param kept for every code of doctors
     */
    record Standings(
            GuidelineBook book,
            Map<Long, GuidelineProfile> byClinic,
            Map<Long, ClinicStanding> measured,
            Map<IndicatorCode, Protection.Kept> kept) {
        boolean keepsCell(IndicatorCode code, long clinicId) {
            Protection.Kept of = kept.get(code);
            return of != null && of.clinics().contains(clinicId);
        }

        boolean keepsSum(IndicatorCode code, long organisationId) {
            Protection.Kept of = kept.get(code);
            return of != null && of.organisations().contains(organisationId);
        }
    }
}
