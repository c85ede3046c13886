package se.stegen.selfstudy;

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

@JdbcRepository(dialect = Dialect.MYSQL)
interface SelfStudyRepository extends GenericRepository<SelfStudyRepository.Row, Long> {
    @MappedEntity("self_study")
    record Row(
            @Id @GeneratedValue long id,
            long programmeId,
            LocalDate studiedOn,
            BigDecimal hours,
            String note,
            LocalDateTime createdAt,
            int version) {}

    /** An entry with its goals, joined by commas. */
    @Introspected
    record Line(
            long id,
            long programmeId,
            LocalDate studiedOn,
            BigDecimal hours,
            String note,
            int version,
            @Nullable String goalCodes) {}

    String LINE = "SELECT s.id, s.programme_id, s.studied_on, s.hours, s.note, s.version,"
            + " (SELECT GROUP_CONCAT(g.goal_code ORDER BY LENGTH(g.goal_code), g.goal_code SEPARATOR ',')"
            + " FROM self_study_goal g WHERE g.self_study_id = s.id) AS goal_codes FROM self_study s ";

    Row save(Row row);

    /** Entries of one programme wait for each other, so that no day gets more than 24 hours. */
    @Query("SELECT id FROM programme WHERE id = :programmeId FOR UPDATE")
    long hold(long programmeId);

    @Query(LINE
            + "WHERE s.programme_id = :programmeId ORDER BY s.studied_on DESC, s.id DESC LIMIT :size OFFSET :offset")
    List<Line> list(long programmeId, int size, long offset);

    @Query("SELECT COUNT(*) FROM self_study WHERE programme_id = :programmeId")
    long count(long programmeId);

    @Query(LINE + "WHERE s.id = :entryId AND s.programme_id = :programmeId")
    Optional<Line> one(long entryId, long programmeId);

    @Query("SELECT COALESCE(SUM(hours), 0) FROM self_study WHERE programme_id = :programmeId"
            + " AND studied_on BETWEEN :fromDay AND :toDay AND id <> :butId")
    BigDecimal sum(long programmeId, LocalDate fromDay, LocalDate toDay, long butId);

    @Query("UPDATE self_study SET studied_on = :studiedOn, hours = :hours, note = :note, version = version + 1"
            + " WHERE id = :entryId AND version = :version")
    int update(long entryId, int version, LocalDate studiedOn, BigDecimal hours, String note);

    @Query("DELETE FROM self_study WHERE id = :entryId AND version = :version")
    int remove(long entryId, int version);

    @Query("INSERT INTO self_study_goal (self_study_id, goal_code) VALUES (:entryId, :goalCode)")
    void addGoal(long entryId, String goalCode);

    @Query("DELETE FROM self_study_goal WHERE self_study_id = :entryId")
    void clearGoals(long entryId);
}
