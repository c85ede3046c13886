package se.stegen.coverage;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

@MappedEntity("goal_attestation")
record AttestationRow(
        @Id @GeneratedValue long id,
        long programmeId,
        long curriculumId,
        String goalCode,
        String statement,
        long attestedBy,
        LocalDateTime attestedAt,
        LocalDate attestedOn) {}

/** This feature's own tables. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CoverageRepository extends GenericRepository<AttestationRow, Long> {
    /** Attesting, linking and unlinking in one programme wait for each other. */
    @Query("SELECT curriculum_id FROM programme WHERE id = :programmeId FOR UPDATE")
    Optional<Long> lock(long programmeId);

    AttestationRow save(AttestationRow row);

    @Query("INSERT INTO goal_attestation_evidence (attestation_id, record_kind, record_id)"
            + " VALUES (:attestationId, :kind, :recordId)")
    void addAttested(long attestationId, String kind, long recordId);

    @Query("INSERT INTO goal_attestation_withdrawal (attestation_id, withdrawn_by, withdrawn_at, reason)"
            + " VALUES (:attestationId, :withdrawnBy, :withdrawnAt, :reason)")
    void withdraw(long attestationId, long withdrawnBy, LocalDateTime withdrawnAt, String reason);

    @Query("INSERT INTO goal_evidence (programme_id, goal_code, record_kind, record_id, linked_by, linked_at)"
            + " VALUES (:programmeId, :goalCode, :kind, :recordId, :linkedBy, :linkedAt)")
    void link(long programmeId, String goalCode, String kind, long recordId, long linkedBy, LocalDateTime linkedAt);

    @Query("DELETE FROM goal_evidence WHERE programme_id = :programmeId AND goal_code = :goalCode"
            + " AND record_kind = :kind AND record_id = :recordId")
    int unlink(long programmeId, String goalCode, String kind, long recordId);
}
