package se.stegen.programme;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
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
            int employmentRate,
            int version) {}

    /** Home clinic of the post in force, or of the next one; the same rule as in the access policy. */
    String CURRENT_CLINIC = "(SELECT o.clinic_id FROM post o WHERE o.programme_id = p.id"
            + " AND (o.end_date IS NULL OR o.end_date >= :day) ORDER BY o.start_date LIMIT 1)";

    String MAIN_SUPERVISOR = "(SELECT m.person_id FROM main_supervisor m WHERE m.programme_id = p.id"
            + " AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to >= :day)"
            + " ORDER BY m.valid_from DESC LIMIT 1)";

    String FACTS = "SELECT p.id AS programme_id, p.person_id, d.name AS person_name, p.regulation, p.specialty_code,"
            + " s.name AS specialty_name, p.curriculum_id, p.start_date, c.id AS clinic_id, c.name AS clinic_name,"
            + " h.id AS main_supervisor_id, h.name AS main_supervisor_name"
            + " FROM programme p JOIN person d ON d.id = p.person_id JOIN specialty s ON s.code = p.specialty_code"
            + " LEFT JOIN clinic c ON c.id = " + CURRENT_CLINIC + " LEFT JOIN person h ON h.id = " + MAIN_SUPERVISOR;

    ProgrammeRow save(ProgrammeRow row);

    @Query(FACTS + " WHERE p.id = :id")
    Optional<ProgrammeFacts> facts(long id, LocalDate day);
}
