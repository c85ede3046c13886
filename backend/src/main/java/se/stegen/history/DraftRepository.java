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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Files that are being looked through, and whom they may be about. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface DraftRepository extends GenericRepository<DraftRepository.DraftRow, Long> {
    @MappedEntity("transfer_draft")
    record DraftRow(
            @Id @GeneratedValue long id,
            @Nullable Long clinicId,
            @Nullable Long programmeId,
            String fileName,
            String origin,
            String draftRows,
            long createdBy,
            LocalDateTime createdAt,
            LocalDateTime updatedAt,
            int version) {}

    /** A doctor in ST whom a row may be about. */
    @Introspected
    record DoctorRow(
            long programmeId, String name, String username, String email, long curriculumId, LocalDate startDate) {}

    /** A record that counts already. */
    @Introspected
    record Fingerprint(long programmeId, String fingerprint) {}

    DraftRow save(DraftRow row);

    Optional<DraftRow> findById(long id);

    @Query("UPDATE transfer_draft SET draft_rows = :draftRows, updated_at = :updatedAt, version = version + 1"
            + " WHERE id = :draftId AND version = :version")
    int change(long draftId, int version, String draftRows, LocalDateTime updatedAt);

    @Query("DELETE FROM transfer_draft WHERE id = :draftId AND version = :version")
    int remove(long draftId, int version);

    String ITEM = "SELECT id, clinic_id, programme_id, file_name, origin, updated_at FROM transfer_draft"
            + " WHERE created_by = :createdBy AND ";

    @Query(ITEM + "clinic_id = :clinicId ORDER BY id DESC")
    List<HistoryDraftItem> ofClinic(long createdBy, long clinicId);

    @Query(ITEM + "programme_id = :programmeId ORDER BY id DESC")
    List<HistoryDraftItem> ofProgramme(long createdBy, long programmeId);

    String DOCTOR = "SELECT p.id AS programme_id, d.name, d.username, d.email, p.curriculum_id, p.start_date"
            + " FROM programme p JOIN person d ON d.id = p.person_id WHERE ";

    /** Those whose current clinic it is, as access is decided: of the post in force, or of the next one. */
    @Query(DOCTOR + "(SELECT o.clinic_id FROM post o WHERE o.programme_id = p.id"
            + "  AND (o.end_date IS NULL OR o.end_date >= :day) ORDER BY o.start_date LIMIT 1) = :clinicId"
            + " AND p.id IN (SELECT x.programme_id FROM post x WHERE x.clinic_id = :clinicId) ORDER BY d.name, p.id")
    List<DoctorRow> doctorsOf(long clinicId, LocalDate day);

    @Query(DOCTOR + "p.id = :programmeId")
    List<DoctorRow> doctor(long programmeId);

    @Query(
            "SELECT DISTINCT r.programme_id, r.fingerprint FROM transferred_record r WHERE r.programme_id IN (:programmeIds)"
                    + " AND NOT EXISTS (SELECT 1 FROM transferred_voiding v WHERE v.record_id = r.id)")
    List<Fingerprint> fingerprints(List<Long> programmeIds);
}
