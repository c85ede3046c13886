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
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The times that records were brought in, and the scanned pages that they were read from. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface BatchRepository extends GenericRepository<BatchRepository.BatchRow, Long> {
    @MappedEntity("transfer_batch")
    record BatchRow(
            @Id @GeneratedValue long id,
            @Nullable Long clinicId,
            @Nullable Long programmeId,
            String origin,
            String fileName,
            int recordCount,
            int skippedCount,
            long createdBy,
            LocalDateTime createdAt) {}

    /** Scanned pages without their bytes. */
    @Introspected
    record SourceRow(
            long id,
            long batchId,
            long programmeId,
            String doctorName,
            String fileName,
            String contentType,
            int sizeBytes,
            String sha256,
            String addedBy,
            LocalDateTime addedAt) {}

    /** The bytes of scanned pages. */
    @Introspected
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bytes(byte[] content) {}

    /** A doctor of a batch. */
    @Introspected
    record BatchDoctor(long batchId, long programmeId, String name, int records) {}

    BatchRow save(BatchRow row);

    Optional<BatchRow> findById(long id);

    String BATCH = "SELECT b.id, b.clinic_id, b.programme_id, b.origin, b.file_name, b.record_count, b.skipped_count,"
            + " (SELECT COUNT(*) FROM transferred_record r JOIN transferred_voiding v ON v.record_id = r.id"
            + "  WHERE r.batch_id = b.id) AS voided_count, b.created_by AS brought_by_id, p.name AS brought_by,"
            + " b.created_at AS brought_at FROM transfer_batch b JOIN person p ON p.id = b.created_by";

    /** Of a clinic, the latest first. */
    @Query(BATCH + " WHERE b.clinic_id = :clinicId ORDER BY b.id DESC LIMIT 200")
    List<TransferBatch> ofClinic(long clinicId);

    @Query(BATCH + " WHERE b.id = :batchId")
    Optional<TransferBatch> one(long batchId);

    @Query(
            "SELECT r.batch_id, r.programme_id, d.name, COUNT(*) AS records FROM transferred_record r"
                    + " JOIN programme p ON p.id = r.programme_id JOIN person d ON d.id = p.person_id"
                    + " WHERE r.batch_id = :batchId GROUP BY r.batch_id, r.programme_id, d.name ORDER BY d.name, r.programme_id")
    List<BatchDoctor> doctors(long batchId);

    @Query("INSERT INTO transferred_voiding (record_id, voided_by, voided_at, reason)"
            + " SELECT r.id, :voidedBy, :voidedAt, :reason FROM transferred_record r WHERE r.batch_id = :batchId"
            + " AND r.programme_id IN (:programmeIds)"
            + " AND NOT EXISTS (SELECT 1 FROM transferred_voiding v WHERE v.record_id = r.id)")
    int voidRecords(long batchId, List<Long> programmeIds, long voidedBy, LocalDateTime voidedAt, String reason);

    String SOURCE = "SELECT s.id, s.batch_id, s.programme_id, d.name AS doctor_name, s.file_name, s.content_type,"
            + " s.size_bytes, s.sha256, a.name AS added_by, s.added_at FROM transfer_source s"
            + " JOIN programme p ON p.id = s.programme_id JOIN person d ON d.id = p.person_id"
            + " JOIN person a ON a.id = s.added_by";

    @Query(SOURCE + " WHERE s.programme_id = :programmeId ORDER BY s.id DESC")
    List<SourceRow> sources(long programmeId);

    @Query(SOURCE + " WHERE s.id = :sourceId")
    Optional<SourceRow> source(long sourceId);

    @Query("SELECT content FROM transfer_source WHERE id = :sourceId")
    Optional<Bytes> content(long sourceId);

    @Query("SELECT COUNT(*) FROM transfer_source WHERE batch_id = :batchId AND programme_id = :programmeId")
    long countSources(long batchId, long programmeId);

    @Query("INSERT INTO transfer_source (batch_id, programme_id, file_name, content_type, size_bytes, sha256, content,"
            + " added_by, added_at) VALUES (:batchId, :programmeId, :fileName, :contentType, :sizeBytes, :sha256,"
            + " :content, :addedBy, :addedAt)")
    void addSource(
            long batchId,
            long programmeId,
            String fileName,
            String contentType,
            int sizeBytes,
            String sha256,
            byte[] content,
            long addedBy,
            LocalDateTime addedAt);

    @Query("SELECT MAX(id) FROM transfer_source WHERE batch_id = :batchId AND added_by = :addedBy")
    long lastSource(long batchId, long addedBy);
}
