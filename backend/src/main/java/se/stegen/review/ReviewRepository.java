package se.stegen.review;

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
import se.stegen.spur.Area;
import se.stegen.spur.GradingVersion;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReviewRepository extends GenericRepository<ReviewRepository.Row, Long> {
    @MappedEntity("review")
    record Row(
            @Id @GeneratedValue long id,
            long clinicId,
            ReviewKind kind,
            ReviewState state,
            LocalDate reviewedOn,
            boolean dayKnown,
            @Nullable LocalDate reportedOn,
            String inspectors,
            @Nullable GradingVersion grading,
            boolean twoRegulations,
            String strengths,
            String weaknesses,
            String potential,
            String unsorted,
            @Nullable String fileName,
            long createdBy,
            LocalDateTime createdAt,
            LocalDateTime updatedAt,
            @Nullable Long confirmedBy,
            @Nullable LocalDateTime confirmedAt,
            int version) {}

    /** A review with names. */
    @Introspected
    record Detail(
            long id,
            long clinicId,
            String clinicName,
            ReviewKind kind,
            ReviewState state,
            LocalDate reviewedOn,
            boolean dayKnown,
            @Nullable LocalDate reportedOn,
            String inspectors,
            @Nullable GradingVersion grading,
            boolean twoRegulations,
            String strengths,
            String weaknesses,
            String potential,
            String unsorted,
            @Nullable String fileName,
            String createdByName,
            LocalDateTime updatedAt,
            @Nullable String voidReason,
            int version) {}

    /** A review of a list with its actions counted. */
    @Introspected
    record Line(
            long id,
            ReviewKind kind,
            ReviewState state,
            LocalDate reviewedOn,
            @Nullable LocalDate reportedOn,
            boolean twoRegulations,
            int version,
            int actions,
            int open,
            int overdue) {}

    /** Text of an area. */
    @Introspected
    record AreaText(Area area, String text) {}

    Row save(Row row);

    @Query(
            "SELECT r.id, r.clinic_id, c.name AS clinic_name, r.kind, r.state, r.reviewed_on, r.day_known, r.reported_on,"
                    + " r.inspectors, r.grading, r.two_regulations, r.strengths, r.weaknesses, r.potential, r.unsorted,"
                    + " r.file_name, u.name AS created_by_name, r.updated_at, r.void_reason, r.version"
                    + " FROM review r JOIN clinic c ON c.id = r.clinic_id JOIN person u ON u.id = r.created_by"
                    + " WHERE r.id = :reviewId")
    Optional<Detail> detail(long reviewId);

    @Query("SELECT r.id, r.kind, r.state, r.reviewed_on, r.reported_on, r.two_regulations, r.version,"
            + " COUNT(a.id) AS actions, COALESCE(SUM(a.state IN ('OPEN', 'IN_PROGRESS')), 0) AS open,"
            + " COALESCE(SUM(a.state IN ('OPEN', 'IN_PROGRESS') AND a.due_on < :today), 0) AS overdue"
            + " FROM review r LEFT JOIN review_action a ON a.review_id = r.id"
            + " WHERE r.clinic_id = :clinicId GROUP BY r.id ORDER BY r.reviewed_on DESC, r.id DESC")
    List<Line> list(long clinicId, LocalDate today);

    /** The grades that hold on the day: of each area and regulation the row that was written last. */
    @Query("SELECT g.review_id, g.area, g.regulation, g.grade, g.printed, g.since FROM review_grade g"
            + " WHERE g.review_id IN (:reviewIds) AND (g.since IS NULL OR g.since <= :day)"
            + " AND g.id = (SELECT MAX(h.id) FROM review_grade h WHERE h.review_id = g.review_id AND h.area = g.area"
            + "  AND h.regulation = g.regulation AND (h.since IS NULL OR h.since <= :day))"
            + " ORDER BY g.review_id, g.area, g.regulation")
    List<ReviewGrade> grades(Collection<Long> reviewIds, LocalDate day);

    @Query("SELECT area, text FROM review_area WHERE review_id = :reviewId ORDER BY area")
    List<AreaText> areas(long reviewId);

    @Query("INSERT INTO review_area (review_id, area, text) VALUES (:reviewId, :areaName, :text)"
            + " ON DUPLICATE KEY UPDATE text = :text")
    void putArea(long reviewId, String areaName, String text);

    @Query("INSERT INTO review_grade (review_id, area, regulation, grade, printed, since, set_by, set_at)"
            + " VALUES (:reviewId, :areaName, :regulation, :gradeName, :printed, :since, :setBy, :now)")
    void addGrade(
            long reviewId,
            String areaName,
            String regulation,
            @Nullable String gradeName,
            String printed,
            @Nullable LocalDate since,
            long setBy,
            LocalDateTime now);

    @Query("UPDATE review SET reviewed_on = :reviewedOn, day_known = :dayKnown, reported_on = :reportedOn,"
            + " inspectors = :inspectors, grading = :gradingName, two_regulations = :twoRegulations,"
            + " strengths = :strengths, weaknesses = :weaknesses, potential = :potential, unsorted = :unsorted,"
            + " updated_at = :now, version = version + 1 WHERE id = :reviewId AND version = :version"
            + " AND state <> 'VOIDED'")
    int update(
            long reviewId,
            int version,
            LocalDate reviewedOn,
            boolean dayKnown,
            @Nullable LocalDate reportedOn,
            String inspectors,
            @Nullable String gradingName,
            boolean twoRegulations,
            String strengths,
            String weaknesses,
            String potential,
            String unsorted,
            LocalDateTime now);

    @Query("UPDATE review SET state = 'CONFIRMED', reviewed_on = :reviewedOn, day_known = TRUE,"
            + " confirmed_by = :personId, confirmed_at = :now, updated_at = :now, version = version + 1"
            + " WHERE id = :reviewId AND version = :version AND state = 'DRAFT'")
    int confirm(long reviewId, int version, LocalDate reviewedOn, long personId, LocalDateTime now);

    @Query("UPDATE review SET state = 'VOIDED', voided_by = :personId, voided_at = :now, void_reason = :reason,"
            + " updated_at = :now, version = version + 1"
            + " WHERE id = :reviewId AND version = :version AND state <> 'VOIDED'")
    int voidReview(long reviewId, int version, long personId, String reason, LocalDateTime now);

    @Query("SELECT id FROM review WHERE id = :reviewId FOR UPDATE")
    Optional<Long> hold(long reviewId);

    /** Whether the clinic was reviewed internally after the day. */
    @Query("SELECT COUNT(*) FROM review WHERE clinic_id = :clinicId AND kind = 'INTERNAL' AND state = 'CONFIRMED'"
            + " AND reviewed_on > :day")
    int internalAfter(long clinicId, LocalDate day);
}
