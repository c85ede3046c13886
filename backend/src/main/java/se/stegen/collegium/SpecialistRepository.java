package se.stegen.collegium;

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

@MappedEntity("collegium_specialist")
record SpecialistRow(
        @Id @GeneratedValue long id,
        long collegiumId,
        @Nullable Long personId,
        @Nullable String email,
        @Nullable String tokenHash,
        LocalDateTime askedAt,
        @Nullable LocalDateTime answeredAt) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface SpecialistRepository extends GenericRepository<SpecialistRow, Long> {
    /** A specialist with the name, or the address. */
    @Introspected
    record NamedRow(long id, @Nullable Long personId, String name, boolean answered) {}

    /** A conflict of interest. */
    @Introspected
    record ConflictRow(long specialistId, @Nullable Long personId, String name, long programmeId, String reason) {}

    /** What one said of one doctor. */
    @Introspected
    record ViewRow(long specialistId, String name, long programmeId, String levels, String comment) {}

    SpecialistRow save(SpecialistRow row);

    Optional<SpecialistRow> findById(long id);

    Optional<SpecialistRow> findByTokenHash(String tokenHash);

    Optional<SpecialistRow> findByCollegiumIdAndPersonId(long collegiumId, long personId);

    Optional<SpecialistRow> findByCollegiumIdAndEmail(long collegiumId, String email);

    @Query("SELECT s.id, s.person_id, COALESCE(p.name, s.email) AS name, s.answered_at IS NOT NULL AS answered"
            + " FROM collegium_specialist s LEFT JOIN person p ON p.id = s.person_id"
            + " WHERE s.collegium_id = :collegiumId ORDER BY name, s.id")
    List<NamedRow> list(long collegiumId);

    @Query("SELECT c.specialist_id, s.person_id, COALESCE(p.name, s.email) AS name, c.programme_id, c.reason"
            + " FROM collegium_conflict c JOIN collegium_specialist s ON s.id = c.specialist_id"
            + " LEFT JOIN person p ON p.id = s.person_id WHERE s.collegium_id = :collegiumId ORDER BY name, s.id")
    List<ConflictRow> conflicts(long collegiumId);

    @Query("SELECT v.specialist_id, COALESCE(p.name, s.email) AS name, v.programme_id, v.levels, v.comment"
            + " FROM collegium_view v JOIN collegium_specialist s ON s.id = v.specialist_id"
            + " LEFT JOIN person p ON p.id = s.person_id WHERE s.collegium_id = :collegiumId"
            + " AND (v.levels <> '{}' OR v.comment <> '') ORDER BY name, s.id, v.programme_id")
    List<ViewRow> views(long collegiumId);

    @Query("SELECT v.specialist_id, '' AS name, v.programme_id, v.levels, v.comment FROM collegium_view v"
            + " WHERE v.specialist_id = :specialistId")
    List<ViewRow> viewsOf(long specialistId);

    @Query(
            "UPDATE collegium_specialist SET token_hash = :tokenHash, asked_at = :now, answered_at = NULL WHERE id = :id")
    void renew(long id, String tokenHash, LocalDateTime now);

    @Query("UPDATE collegium_specialist SET answered_at = :now WHERE id = :id")
    void answered(long id, LocalDateTime now);

    @Query("DELETE FROM collegium_specialist WHERE id = :id")
    void remove(long id);

    @Query("DELETE FROM collegium_conflict WHERE specialist_id = :specialistId")
    void clearConflicts(long specialistId);

    @Query("DELETE FROM collegium_conflict WHERE specialist_id = :specialistId AND programme_id = :programmeId")
    int removeConflict(long specialistId, long programmeId);

    @Query("INSERT INTO collegium_conflict (specialist_id, programme_id, reason)"
            + " VALUES (:specialistId, :programmeId, :reason)")
    void addConflict(long specialistId, long programmeId, String reason);

    @Query("DELETE FROM collegium_view WHERE specialist_id = :specialistId")
    void clearViews(long specialistId);

    @Query("DELETE FROM collegium_view WHERE specialist_id = :specialistId AND programme_id = :programmeId")
    void removeView(long specialistId, long programmeId);

    @Query("INSERT INTO collegium_view (specialist_id, programme_id, levels, comment, updated_at)"
            + " VALUES (:specialistId, :programmeId, :levels, :comment, :now)")
    void addView(long specialistId, long programmeId, String levels, String comment, LocalDateTime now);

    @Query("DELETE c FROM collegium_conflict c JOIN collegium_specialist s ON s.id = c.specialist_id"
            + " WHERE s.collegium_id = :collegiumId AND c.programme_id = :programmeId")
    void forgetConflicts(long collegiumId, long programmeId);

    @Query("DELETE v FROM collegium_view v JOIN collegium_specialist s ON s.id = v.specialist_id"
            + " WHERE s.collegium_id = :collegiumId AND v.programme_id = :programmeId")
    void forgetViews(long collegiumId, long programmeId);
}
