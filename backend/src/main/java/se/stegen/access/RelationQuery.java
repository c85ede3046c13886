package se.stegen.access;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads what the policy asks. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RelationQuery extends GenericRepository<RelationQuery.PersonRow, Long> {
    @MappedEntity("person")
    record PersonRow(@Id long id, String name, String locale) {}

    /** A role with its scope. */
    @Introspected
    record RoleRow(
            String role,
            @Nullable String scopeType,
            @Nullable Long scopeId) {}

    /** An organisation with the one above it. */
    @Introspected
    record OrganisationRow(long id, @Nullable Long parentId) {}

    /** A clinic with its organisation. */
    @Introspected
    record ClinicRow(long id, long organisationId) {}

    Optional<PersonRow> findById(long id);

    @Query("SELECT role, scope_type, scope_id FROM role_assignment WHERE person_id = :personId AND valid_from <= :day"
            + " AND (valid_to IS NULL OR valid_to >= :day)")
    List<RoleRow> rolesOf(long personId, LocalDate day);

    @Query("SELECT r.role, r.scope_type, CAST(r.scope_id AS CHAR) AS scope_id, COALESCE(c.name, o.name) AS scope_name,"
            + " r.valid_from, r.valid_to FROM role_assignment r"
            + " LEFT JOIN clinic c ON r.scope_type = 'CLINIC' AND c.id = r.scope_id"
            + " LEFT JOIN organisation o ON r.scope_type = 'ORGANISATION' AND o.id = r.scope_id"
            + " WHERE r.person_id = :personId AND r.valid_from <= :day AND (r.valid_to IS NULL OR r.valid_to >= :day)"
            + " ORDER BY r.role, scope_name, r.id")
    List<Me.MyRole> myRoles(long personId, LocalDate day);

    @Query("UPDATE person SET locale = :locale WHERE id = :personId")
    int saveLocale(long personId, String locale);

    @Query("SELECT email FROM person WHERE id = :personId")
    Optional<String> emailOf(long personId);

    @Query("SELECT id, parent_id FROM organisation")
    List<OrganisationRow> organisations();

    @Query("SELECT id, organisation_id FROM clinic")
    List<ClinicRow> clinics();

    String RELATION = "SELECT p.id AS programme_id, p.person_id AS doctor_id,"
            + " (SELECT o.clinic_id FROM post o WHERE o.programme_id = p.id AND (o.end_date IS NULL OR o.end_date >= :day)"
            + "   ORDER BY o.start_date LIMIT 1) AS current_clinic_id,"
            + " (EXISTS (SELECT 1 FROM main_supervisor m WHERE m.programme_id = p.id AND m.person_id = :personId"
            + "   AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to >= :day))"
            + "  OR EXISTS (SELECT 1 FROM placement l WHERE l.programme_id = p.id AND l.supervisor_id = :personId"
            + "   AND l.start_date <= :day AND l.end_date >= :day)) AS supervisor,"
            + " EXISTS (SELECT 1 FROM main_supervisor m WHERE m.programme_id = p.id AND m.person_id = :personId"
            + "   AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to >= :day)) AS main_supervisor"
            + " FROM programme p WHERE p.id ";

    @Query(RELATION + "= :programmeId")
    Optional<Relation> relation(long programmeId, long personId, LocalDate day);

    @Query(RELATION + "IN (:programmeIds)")
    List<Relation> relations(Collection<Long> programmeIds, long personId, LocalDate day);

    /** Who works at a clinic on a day: its doctors in ST, those placed there, and those with a role there. */
    @Query("SELECT u.id FROM person u WHERE u.id IN (:personIds) AND ("
            + "EXISTS (SELECT 1 FROM programme p JOIN post o ON o.programme_id = p.id WHERE p.person_id = u.id"
            + "  AND o.clinic_id = :clinicId AND o.start_date <= :day AND (o.end_date IS NULL OR o.end_date >= :day))"
            + " OR EXISTS (SELECT 1 FROM programme p JOIN placement l ON l.programme_id = p.id WHERE p.person_id = u.id"
            + "  AND l.clinic_id = :clinicId AND l.start_date <= :day AND l.end_date >= :day)"
            + " OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = u.id"
            + "  AND r.role IN ('SUPERVISOR', 'STUDIEREKTOR', 'CLINIC_HEAD') AND r.valid_from <= :day"
            + "  AND (r.valid_to IS NULL OR r.valid_to >= :day) AND ((r.scope_type = 'CLINIC' AND r.scope_id = :clinicId)"
            + "   OR (r.scope_type = 'ORGANISATION'"
            + "    AND r.scope_id = (SELECT c.organisation_id FROM clinic c WHERE c.id = :clinicId)))))")
    List<Long> ofClinic(Collection<Long> personIds, long clinicId, LocalDate day);
}
