package se.stegen.history;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Transferred records and the times that they were brought in. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface TransferRepository extends GenericRepository<TransferRepository.RecordRow, Long> {
    @MappedEntity("transferred_record")
    record RecordRow(
            @Id @GeneratedValue long id,
            long batchId,
            long programmeId,
            String kind,
            LocalDate datedOn,
            String signedBy,
            @Nullable Long templateId,
            @Nullable BigDecimal hours,
            String note,
            String asWritten,
            int lineNumber,
            String fingerprint) {}

    /** What a record that is to be taken back is about. */
    @Introspected
    record Owner(long programmeId, long createdBy, boolean voided) {}

    List<RecordRow> saveAll(Iterable<RecordRow> rows);

    /** Those who bring records into one portfolio, or take them back, wait for each other. */
    @Query("SELECT id FROM programme WHERE id = :programmeId FOR UPDATE")
    long hold(long programmeId);

    @Query("INSERT INTO transferred_goal (record_id, goal_code) VALUES (:recordId, :goalCode)")
    void addGoal(long recordId, String goalCode);

    /** Of what was brought in before and still counts. */
    @Query("SELECT DISTINCT r.fingerprint FROM transferred_record r WHERE r.programme_id = :programmeId"
            + " AND NOT EXISTS (SELECT 1 FROM transferred_voiding v WHERE v.record_id = r.id)")
    List<String> fingerprints(long programmeId);

    String RECORD = "SELECT r.id, r.batch_id, r.programme_id, r.kind, r.dated_on AS date, r.signed_by,"
            + " t.code AS template_code, t.name AS template_name, t.name_en AS template_name_en, r.hours, r.note,"
            + " r.as_written, (SELECT GROUP_CONCAT(g.goal_code ORDER BY LENGTH(g.goal_code), g.goal_code SEPARATOR ',')"
            + "  FROM transferred_goal g WHERE g.record_id = r.id) AS goal_codes, b.origin, b.created_by AS brought_by_id,"
            + " p.name AS brought_by, b.created_at AS brought_at, q.name AS voided_by, v.voided_at,"
            + " v.reason AS void_reason"
            + " FROM transferred_record r JOIN transfer_batch b ON b.id = r.batch_id JOIN person p ON p.id = b.created_by"
            + " LEFT JOIN assessment_template t ON t.id = r.template_id"
            + " LEFT JOIN transferred_voiding v ON v.record_id = r.id LEFT JOIN person q ON q.id = v.voided_by";

    @Query(RECORD + " WHERE r.programme_id = :programmeId ORDER BY r.dated_on DESC, r.id DESC")
    List<TransferredRecord> ofProgramme(long programmeId);

    @Query(RECORD + " WHERE r.programme_id = :programmeId AND r.kind IN (:kinds) ORDER BY r.dated_on DESC, r.id DESC")
    List<TransferredRecord> ofKinds(long programmeId, List<String> kinds);

    @Query(RECORD + " WHERE r.id = :recordId")
    Optional<TransferredRecord> one(long recordId);

    @Query("SELECT r.programme_id, b.created_by, EXISTS (SELECT 1 FROM transferred_voiding v WHERE v.record_id = r.id)"
            + " AS voided FROM transferred_record r JOIN transfer_batch b ON b.id = r.batch_id WHERE r.id = :recordId")
    Optional<Owner> owner(long recordId);

    @Query("INSERT INTO transferred_voiding (record_id, voided_by, voided_at, reason)"
            + " VALUES (:recordId, :voidedBy, :voidedAt, :reason)")
    void addVoiding(long recordId, long voidedBy, LocalDateTime voidedAt, String reason);
}
