package se.stegen.programme;

import io.micronaut.data.annotation.GeneratedValue;
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

@JdbcRepository(dialect = Dialect.MYSQL)
interface ProgrammeRepository extends GenericRepository<ProgrammeRepository.ProgrammeRow, Long> {
    @MappedEntity("programme")
    record ProgrammeRow(
            @Id @GeneratedValue long id,
            long personId,
            String regulation,
            String specialtyCode,
            long curriculumId,
            LocalDate startDate,
            int plannedMonths,
            int version) {}

    /** Home clinic of the post in force, or of the next one; the same rule as in the access policy. */
    String CURRENT_CLINIC = "(SELECT o.clinic_id FROM post o WHERE o.programme_id = p.id"
            + " AND (o.end_date IS NULL OR o.end_date >= :day) ORDER BY o.start_date LIMIT 1)";

    String MAIN_SUPERVISOR = "(SELECT m.person_id FROM main_supervisor m WHERE m.programme_id = p.id"
            + " AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to >= :day)"
            + " ORDER BY m.valid_from DESC LIMIT 1)";

    String FACTS = "SELECT p.id AS programme_id, p.person_id, d.name AS person_name, p.regulation, p.specialty_code,"
            + " s.name AS specialty_name, p.curriculum_id, p.start_date, p.planned_months, c.id AS clinic_id, c.name AS clinic_name,"
            + " h.id AS main_supervisor_id, h.name AS main_supervisor_name"
            + " FROM programme p JOIN person d ON d.id = p.person_id JOIN specialty s ON s.code = p.specialty_code"
            + " LEFT JOIN clinic c ON c.id = " + CURRENT_CLINIC + " LEFT JOIN person h ON h.id = " + MAIN_SUPERVISOR;

    ProgrammeRow save(ProgrammeRow row);

    @Query(FACTS + " WHERE p.id = :id")
    Optional<ProgrammeFacts> facts(long id, LocalDate day);

    @Query(FACTS + " WHERE p.person_id = :personId ORDER BY p.start_date DESC, p.id DESC")
    List<ProgrammeFacts> ofPerson(long personId, LocalDate day);

    /** What the actor may see: own, supervised today, of led or reviewed clinics; an admin sees that they are there. */
    String VISIBLE = " WHERE (:admin = TRUE OR p.person_id = :actorId OR c.id IN (:clinicIds)"
            + " OR EXISTS (SELECT 1 FROM main_supervisor v WHERE v.programme_id = p.id AND v.person_id = :actorId"
            + " AND v.valid_from <= :day AND (v.valid_to IS NULL OR v.valid_to >= :day))"
            + " OR EXISTS (SELECT 1 FROM placement w WHERE w.programme_id = p.id AND w.supervisor_id = :actorId"
            + " AND w.start_date <= :day AND w.end_date >= :day))"
            + " AND d.name LIKE CONCAT('%', :q, '%') AND (:clinicId = 0 OR c.id = :clinicId)";

    @Query(FACTS + VISIBLE + " ORDER BY d.name, p.id LIMIT :size OFFSET :offset")
    List<ProgrammeFacts> list(
            long actorId,
            boolean admin,
            Collection<Long> clinicIds,
            String q,
            long clinicId,
            LocalDate day,
            int size,
            long offset);

    @Query("SELECT COUNT(*) FROM programme p JOIN person d ON d.id = p.person_id LEFT JOIN clinic c ON c.id = "
            + CURRENT_CLINIC + VISIBLE)
    long count(long actorId, boolean admin, Collection<Long> clinicIds, String q, long clinicId, LocalDate day);

    @Query("SELECT id, person_id, regulation, specialty_code, curriculum_id, start_date, planned_months,"
            + " version FROM programme WHERE id = :id")
    Optional<ProgrammeRow> row(long id);

    /** Locks the programme: two changes of its posts, leaves or supervisors wait for each other. */
    @Query("SELECT id, person_id, regulation, specialty_code, curriculum_id, start_date, planned_months,"
            + " version FROM programme WHERE id = :id FOR UPDATE")
    Optional<ProgrammeRow> lock(long id);

    @Query("SELECT EXISTS (SELECT 1 FROM programme WHERE person_id = :personId AND regulation = :regulation"
            + " AND specialty_code = :specialtyCode)")
    boolean exists(long personId, String regulation, String specialtyCode);

    @Query("UPDATE programme SET planned_months = :plannedMonths, version = version + 1"
            + " WHERE id = :id AND version = :version")
    int update(long id, int version, int plannedMonths);
}
