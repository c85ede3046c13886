package se.stegen.collegium;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a collegium reads of other features' tables. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CollegiumQuery extends GenericRepository<CollegiumRow, Long> {
    /** A doctor in a post at the clinic on the day. */
    @Introspected
    record DoctorRow(
            long programmeId,
            long personId,
            String name,
            @Nullable String supervisorName,
            @Nullable LocalDate lastOn) {}

    /** Somebody. */
    @Introspected
    record PersonRow(long id, String name) {}

    @Query("SELECT p.id AS programme_id, p.person_id, d.name,"
            + " (SELECT MIN(u.name) FROM main_supervisor m JOIN person u ON u.id = m.person_id"
            + "   WHERE m.programme_id = p.id AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to >= :day))"
            + "   AS supervisor_name,"
            + " (SELECT MAX(c.meets_on) FROM collegium_outcome u JOIN collegium c ON c.id = u.collegium_id"
            + "   AND c.state = 'CLOSED' WHERE u.programme_id = p.id AND c.meets_on < :day) AS last_on"
            + " FROM post o JOIN programme p ON p.id = o.programme_id JOIN person d ON d.id = p.person_id"
            + " WHERE o.clinic_id = :clinicId AND o.start_date <= :day AND (o.end_date IS NULL OR o.end_date >= :day)"
            + " ORDER BY d.name, p.id")
    List<DoctorRow> doctors(long clinicId, LocalDate day);

    @Query("SELECT DISTINCT p.id, p.name FROM person p WHERE p.id IN ("
            + " SELECT r.person_id FROM role_assignment r WHERE r.role = 'SUPERVISOR' AND r.scope_type = 'CLINIC'"
            + "  AND r.scope_id = :clinicId AND r.valid_from <= :day AND (r.valid_to IS NULL OR r.valid_to >= :day)"
            + " UNION SELECT m.person_id FROM main_supervisor m JOIN post o ON o.programme_id = m.programme_id"
            + "  WHERE o.clinic_id = :clinicId AND o.start_date <= :day AND (o.end_date IS NULL OR o.end_date >= :day)"
            + "  AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to >= :day)) ORDER BY p.name, p.id")
    List<PersonRow> specialists(long clinicId, LocalDate day);

    @Query("SELECT DISTINCT r.person_id FROM role_assignment r WHERE r.role IN ('STUDIEREKTOR', 'CLINIC_HEAD')"
            + " AND r.scope_type = 'CLINIC' AND r.scope_id = :clinicId AND r.valid_from <= :day"
            + " AND (r.valid_to IS NULL OR r.valid_to >= :day)")
    List<Long> planners(long clinicId, LocalDate day);

    @Query("SELECT COUNT(*) FROM person WHERE id IN (:ids)")
    int people(Collection<Long> ids);

    @Query("SELECT id FROM person WHERE email = :email")
    Optional<Long> personByEmail(String email);
}
