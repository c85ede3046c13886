package se.stegen.guideline;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An organisation's name and the one above it. */
@Introspected
record OrganisationNode(long id, String name, @Nullable Long parentId) {}

/** A clinic's name, where it belongs today, and its specialty. */
@Introspected
record ClinicNode(long id, String name, long organisationId, String specialtyName, String specialtyGroup) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface OrganisationTreeQuery extends GenericRepository<GuidelineProfile, Long> {
    @Query("SELECT o.id, o.name, o.parent_id FROM organisation o ORDER BY o.id")
    List<OrganisationNode> organisations();

    /** Those that are open on the day. */
    @Query("SELECT c.id, c.name, c.organisation_id, COALESCE(s.name, c.specialty_code) AS specialty_name,"
            + " COALESCE(s.specialty_group, '') AS specialty_group FROM clinic c"
            + " LEFT JOIN specialty s ON s.code = c.specialty_code"
            + " LEFT JOIN clinic_closing x ON x.clinic_id = c.id WHERE x.last_day IS NULL OR x.last_day >= :day"
            + " ORDER BY c.id")
    List<ClinicNode> clinics(LocalDate day);
}

/**
 * Organisations and their clinics as they are arranged today, as far as these are open on a day. A clinic that has moved takes its past along: where it was on an
 * earlier day is not recorded.
 */
final class OrganisationTree {
    private final Map<Long, OrganisationNode> organisations;
    private final Map<Long, List<OrganisationNode>> children;
    private final Map<Long, List<ClinicNode>> clinics;

    OrganisationTree(List<OrganisationNode> organisations, List<ClinicNode> clinics) {
        this.organisations =
                organisations.stream().collect(Collectors.toMap(OrganisationNode::id, Function.identity()));
        this.children = organisations.stream()
                .filter(one -> one.parentId() != null)
                .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.parentId())));
        this.clinics = clinics.stream().collect(Collectors.groupingBy(ClinicNode::organisationId));
    }

    /** The organisation; null where there is none. */
    @Nullable
    OrganisationNode find(long organisationId) {
        return organisations.get(organisationId);
    }

    /** The organisation's name. */
    String name(long organisationId) {
        OrganisationNode found = find(organisationId);
        return found == null ? "" : found.name();
    }

    /** Its own clinics. */
    List<ClinicNode> clinicsOf(long organisationId) {
        return clinics.getOrDefault(organisationId, List.of());
    }

    /** The organisations right below it. */
    List<OrganisationNode> below(long organisationId) {
        return children.getOrDefault(organisationId, List.of());
    }

    /** All clinics of it and of those below. */
    List<ClinicNode> allClinics(long organisationId) {
        List<ClinicNode> found = new ArrayList<>();
        collect(organisationId, found, new HashSet<>());
        return found;
    }

    private void collect(long organisationId, List<ClinicNode> found, Set<Long> seen) {
        if (seen.add(organisationId)) {
            found.addAll(clinicsOf(organisationId));
            below(organisationId).forEach(one -> collect(one.id(), found, seen));
        }
    }

    /** Those of the organisations that lie below none of the others. */
    List<Long> tops(Collection<Long> among) {
        return among.stream()
                .filter(id -> organisations.containsKey(id) && !liesBelow(id, among))
                .sorted()
                .toList();
    }

    /** The highest of the organisations that this one lies below, or itself. */
    long top(long organisationId, Collection<Long> among) {
        long top = organisationId;
        Set<Long> seen = new HashSet<>();
        OrganisationNode at = find(organisationId);
        while (at != null && seen.add(at.id())) {
            if (among.contains(at.id())) {
                top = at.id();
            }
            Long parent = at.parentId();
            at = parent == null ? null : find(parent);
        }
        return top;
    }

    private boolean liesBelow(long organisationId, Collection<Long> among) {
        return top(organisationId, among) != organisationId;
    }

    /** The organisation that a clinic belongs to; null where there is no such clinic. */
    @Nullable
    Long organisationOf(long clinicId) {
        return clinics.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(clinic -> clinic.id() == clinicId))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** One indicator's cells, for {@link Protection}. */
    Protection.Unit unit(long organisationId, Function<Long, List<Protection.Cell>> cells) {
        return unit(organisationId, cells, new HashSet<>());
    }

    private Protection.Unit unit(long organisationId, Function<Long, List<Protection.Cell>> cells, Set<Long> seen) {
        seen.add(organisationId);
        return new Protection.Unit(
                organisationId,
                clinicsOf(organisationId).stream()
                        .flatMap(clinic -> cells.apply(clinic.id()).stream())
                        .toList(),
                below(organisationId).stream()
                        .filter(one -> !seen.contains(one.id()))
                        .map(one -> unit(one.id(), cells, seen))
                        .toList());
    }
}
