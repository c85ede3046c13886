package se.stegen.organisation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** People with their roles and qualifications. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PersonRepository extends GenericRepository<PersonRepository.PersonRow, Long> {
    @MappedEntity("person")
    record PersonRow(
            @Id @GeneratedValue long id,
            String name,
            String email,
            String username,
            @Nullable String passwordHash,
            String locale,
            int version,
            LocalDateTime createdAt) {}

    /** A role of somebody, for imports. */
    @Introspected
    record HeldRole(
            long id,
            long personId,
            String role,
            @Nullable String scopeType,
            @Nullable Long scopeId,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** A qualification of somebody, for imports. */
    @Introspected
    record HeldQualification(
            long id, long personId, String kind, @Nullable String specialtyCode, LocalDate obtainedOn) {}

    String PERSON = "SELECT p.id, p.name, p.email, p.username, p.password_hash IS NOT NULL AS has_password, p.version"
            + " FROM person p";
    String MATCHES = " (p.name LIKE CONCAT('%', :q, '%') OR p.email LIKE CONCAT('%', :q, '%')"
            + " OR p.username LIKE CONCAT('%', :q, '%'))";
    String ROLE = "SELECT r.id, r.role, r.scope_type, r.scope_id, COALESCE(c.name, o.name) AS scope_name, r.valid_from,"
            + " r.valid_to FROM role_assignment r"
            + " LEFT JOIN clinic c ON r.scope_type = 'CLINIC' AND c.id = r.scope_id"
            + " LEFT JOIN organisation o ON r.scope_type = 'ORGANISATION' AND o.id = r.scope_id";
    String QUALIFICATION = "SELECT q.id, q.kind, q.specialty_code, s.name AS specialty_name, q.obtained_on"
            + " FROM qualification q LEFT JOIN specialty s ON s.code = q.specialty_code";
    String IN_FORCE = " r.valid_from <= :day AND (r.valid_to IS NULL OR r.valid_to >= :day)";
    String ASSESSOR_ROLE =
            " r.person_id = p.id AND r.role IN ('SUPERVISOR', 'STUDIEREKTOR', 'CLINIC_HEAD') AND" + IN_FORCE;

    PersonRow save(PersonRow row);

    @Query(PERSON + " WHERE p.id = :id")
    Optional<Person> person(long id);

    @Query(PERSON)
    List<Person> all();

    @Query("SELECT EXISTS (SELECT 1 FROM person WHERE email = :email AND id <> :id)")
    boolean emailTaken(String email, long id);

    @Query("SELECT EXISTS (SELECT 1 FROM person WHERE username = :username AND id <> :id)")
    boolean usernameTaken(String username, long id);

    @Query("UPDATE person SET name = :name, email = :email, username = :username, version = version + 1"
            + " WHERE id = :id AND version = :version")
    int update(long id, int version, String name, String email, String username);

    @Query("SELECT p.id, p.name, p.email, p.username, p.password_hash IS NOT NULL AS has_password,"
            + " (SELECT GROUP_CONCAT(DISTINCT r.role ORDER BY r.role SEPARATOR ',') FROM role_assignment r"
            + " WHERE r.person_id = p.id AND" + IN_FORCE + ") AS roles, p.version FROM person p WHERE" + MATCHES
            + " ORDER BY p.name, p.id LIMIT :size OFFSET :offset")
    List<PersonListItem> list(String q, LocalDate day, int size, long offset);

    @Query("SELECT COUNT(*) FROM person p WHERE" + MATCHES)
    long count(String q);

    @Query("SELECT p.id, p.name, (SELECT c.name FROM role_assignment r JOIN clinic c ON c.id = r.scope_id"
            + " WHERE r.scope_type = 'CLINIC' AND" + ASSESSOR_ROLE
            + " ORDER BY r.valid_from DESC LIMIT 1) AS clinic_name"
            + " FROM person p WHERE p.name LIKE CONCAT('%', :q, '%') AND p.id <> :self"
            + " AND EXISTS (SELECT 1 FROM role_assignment r WHERE" + ASSESSOR_ROLE + ")"
            + " ORDER BY p.name, p.id LIMIT :size OFFSET :offset")
    List<AssessorListItem> assessors(String q, long self, LocalDate day, int size, long offset);

    @Query("SELECT COUNT(*) FROM person p WHERE p.name LIKE CONCAT('%', :q, '%') AND p.id <> :self"
            + " AND EXISTS (SELECT 1 FROM role_assignment r WHERE" + ASSESSOR_ROLE + ")")
    long countAssessors(String q, long self, LocalDate day);

    @Query(ROLE + " WHERE r.person_id = :personId ORDER BY r.valid_from DESC, r.id DESC")
    List<RoleAssignment> roles(long personId);

    @Query(ROLE + " WHERE r.id = :id AND r.person_id = :personId")
    Optional<RoleAssignment> role(long personId, long id);

    @Query("SELECT EXISTS (SELECT 1 FROM role_assignment r WHERE r.role = 'ADMIN' AND r.id <> :id AND" + IN_FORCE + ")")
    boolean anotherAdmin(long id, LocalDate day);

    @Query("UPDATE role_assignment SET valid_from = :validFrom, valid_to = :validTo WHERE id = :id")
    void updateRole(long id, LocalDate validFrom, @Nullable LocalDate validTo);

    @Query("DELETE FROM role_assignment WHERE id = :id")
    void deleteRole(long id);

    @Query(QUALIFICATION + " WHERE q.person_id = :personId ORDER BY q.obtained_on DESC, q.id DESC")
    List<Qualification> qualifications(long personId);

    @Query(QUALIFICATION + " WHERE q.id = :id AND q.person_id = :personId")
    Optional<Qualification> qualification(long personId, long id);

    @Query("UPDATE qualification SET obtained_on = :obtainedOn WHERE id = :id")
    void updateQualification(long id, LocalDate obtainedOn);

    @Query("DELETE FROM qualification WHERE id = :id")
    void deleteQualification(long id);

    @Query("SELECT id, person_id, role, scope_type, scope_id, valid_from, valid_to FROM role_assignment"
            + " WHERE person_id IN (:personIds)")
    List<HeldRole> heldRoles(Collection<Long> personIds);

    @Query("SELECT id, person_id, kind, specialty_code, obtained_on FROM qualification WHERE person_id IN (:personIds)")
    List<HeldQualification> heldQualifications(Collection<Long> personIds);
}
