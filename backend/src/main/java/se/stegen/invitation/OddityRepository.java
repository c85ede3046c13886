package se.stegen.invitation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Tables {@code assessment_oddity} and {@code assessment_oddity_check}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OddityRepository extends GenericRepository<OddityRepository.Row, Long> {
    /** Something odd. */
    @MappedEntity("assessment_oddity")
    record Row(@Id long id, long assessmentId, String kind, String detail, LocalDateTime noticedAt) {}

    /** Home clinic of the post in force, or of the next one; the same rule as in the access policy. */
    String CURRENT_CLINIC = "(SELECT o.clinic_id FROM post o WHERE o.programme_id = p.id"
            + " AND (o.end_date IS NULL OR o.end_date >= :day) ORDER BY o.start_date LIMIT 1)";

    @Query("INSERT IGNORE INTO assessment_oddity (assessment_id, kind, detail, noticed_at)"
            + " VALUES (:assessmentId, :kind, :detail, :now)")
    int note(long assessmentId, String kind, String detail, LocalDateTime now);

    @Query("SELECT COUNT(*) FROM assessment WHERE assessor_email = :email AND state = 'SIGNED'"
            + " AND signing_method = 'LINK' AND signed_at >= :since")
    long byAddress(String email, LocalDateTime since);

    @Query(
            "SELECT COUNT(*) FROM assessment a JOIN assessment b ON b.programme_id = a.programme_id"
                    + " WHERE a.id = :assessmentId AND b.state = 'SIGNED' AND b.signing_method = 'LINK' AND b.signed_at >= :since")
    long forDoctor(long assessmentId, LocalDateTime since);

    @Query("SELECT " + CURRENT_CLINIC + " FROM assessment a JOIN programme p ON p.id = a.programme_id"
            + " WHERE a.id = :assessmentId")
    Optional<Long> clinicOf(long assessmentId, LocalDate day);

    @Query("SELECT " + CURRENT_CLINIC + " FROM assessment_oddity y JOIN assessment a ON a.id = y.assessment_id"
            + " JOIN programme p ON p.id = a.programme_id WHERE y.id = :oddityId")
    Optional<Long> clinicOfOddity(long oddityId, LocalDate day);

    @Query("SELECT programme_id FROM assessment WHERE id = :assessmentId")
    long programmeOf(long assessmentId);

    @Query("SELECT a.programme_id FROM assessment_oddity y JOIN assessment a ON a.id = y.assessment_id"
            + " WHERE y.id = :oddityId")
    long programmeOfOddity(long oddityId);

    @Query("INSERT INTO notice (person_id, kind, argument, created_at)"
            + " WITH RECURSIVE above (id, parent_id) AS ("
            + "SELECT o.id, o.parent_id FROM organisation o JOIN clinic c ON c.organisation_id = o.id"
            + " WHERE c.id = :clinicId UNION ALL SELECT o.id, o.parent_id FROM organisation o"
            + " JOIN above x ON o.id = x.parent_id)"
            + " SELECT DISTINCT r.person_id, 'notice.assessment-odd', d.name, :now FROM role_assignment r"
            + " JOIN assessment a ON a.id = :assessmentId JOIN programme p ON p.id = a.programme_id"
            + " JOIN person d ON d.id = p.person_id WHERE r.role = 'STUDIEREKTOR' AND r.valid_from <= :day"
            + " AND (r.valid_to IS NULL OR r.valid_to >= :day)"
            + " AND ((r.scope_type = 'CLINIC' AND r.scope_id = :clinicId)"
            + " OR (r.scope_type = 'ORGANISATION' AND r.scope_id IN (SELECT id FROM above)))")
    void tell(long assessmentId, long clinicId, LocalDate day, LocalDateTime now);

    @Query("SELECT y.id, y.assessment_id, y.kind, y.detail, y.noticed_at, d.name AS doctor_name,"
            + " a.assessor_name, a.assessor_email FROM assessment_oddity y"
            + " JOIN assessment a ON a.id = y.assessment_id JOIN programme p ON p.id = a.programme_id"
            + " JOIN person d ON d.id = p.person_id WHERE " + CURRENT_CLINIC + " = :clinicId"
            + " AND NOT EXISTS (SELECT 1 FROM assessment_oddity_check k WHERE k.oddity_id = y.id)"
            + " ORDER BY y.noticed_at DESC, y.id DESC LIMIT 100")
    List<OddAnswer> unchecked(long clinicId, LocalDate day);

    @Query("INSERT IGNORE INTO assessment_oddity_check (oddity_id, checked_by, checked_at, note)"
            + " VALUES (:oddityId, :personId, :now, :note)")
    int check(long oddityId, long personId, LocalDateTime now, String note);
}
