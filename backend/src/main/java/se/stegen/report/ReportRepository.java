package se.stegen.report;

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

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReportRepository extends GenericRepository<ReportRepository.Row, Long> {
    @MappedEntity("annual_report")
    record Row(
            @Id @GeneratedValue long id,
            long programmeId,
            LocalDate fromDay,
            LocalDate toDay,
            ReportState state,
            String facts,
            String words,
            LocalDateTime updatedAt,
            @Nullable LocalDateTime sentAt,
            int version) {}

    /** A supervisor's report with names. */
    @Introspected
    record Comment(
            long authorId,
            String authorName,
            ReportState state,
            String progress,
            String strengths,
            String development,
            String needs,
            LocalDateTime updatedAt,
            @Nullable LocalDateTime sentAt,
            @Nullable String readByName,
            @Nullable LocalDateTime readAt,
            int version) {}

    Row save(Row row);

    Optional<Row> findById(long id);

    /** Reports of one programme are drafted one after the other. */
    @Query("SELECT id FROM programme WHERE id = :programmeId FOR UPDATE")
    long holdProgramme(long programmeId);

    @Query("SELECT id FROM annual_report WHERE id = :reportId FOR UPDATE")
    Optional<Long> hold(long reportId);

    @Query(
            "SELECT id FROM annual_report WHERE programme_id = :programmeId AND state = 'DRAFT' ORDER BY id DESC LIMIT 1")
    Optional<Long> draft(long programmeId);

    @Query("SELECT r.id, r.programme_id, r.from_day, r.to_day, r.state, r.sent_at, s.sent_at AS commented_at"
            + " FROM annual_report r LEFT JOIN supervisor_report s ON s.annual_report_id = r.id"
            + " WHERE r.programme_id = :programmeId AND (:drafts = TRUE OR r.state = 'SENT')"
            + " ORDER BY r.to_day DESC, r.id DESC")
    List<ReportListItem> list(long programmeId, boolean drafts);

    @Query("UPDATE annual_report SET words = :words, updated_at = :now, version = version + 1"
            + " WHERE id = :reportId AND version = :version AND state = 'DRAFT'")
    int saveWords(long reportId, int version, String words, LocalDateTime now);

    @Query("UPDATE annual_report SET from_day = :fromDay, to_day = :toDay, facts = :facts, updated_at = :now,"
            + " version = version + 1 WHERE id = :reportId AND version = :version AND state = 'DRAFT'")
    int renew(long reportId, int version, LocalDate fromDay, LocalDate toDay, String facts, LocalDateTime now);

    @Query("UPDATE annual_report SET state = 'SENT', sent_at = :now, updated_at = :now, version = version + 1"
            + " WHERE id = :reportId AND version = :version AND state = 'DRAFT'")
    int send(long reportId, int version, LocalDateTime now);

    @Query("DELETE FROM annual_report WHERE id = :reportId AND version = :version AND state = 'DRAFT'")
    int delete(long reportId, int version);

    @Query("SELECT s.author_id, u.name AS author_name, s.state, s.progress, s.strengths, s.development, s.needs,"
            + " s.updated_at, s.sent_at, q.name AS read_by_name, s.read_at, s.version FROM supervisor_report s"
            + " JOIN person u ON u.id = s.author_id LEFT JOIN person q ON q.id = s.read_by"
            + " WHERE s.annual_report_id = :reportId")
    Optional<Comment> comment(long reportId);

    @Query("INSERT INTO supervisor_report (annual_report_id, author_id, state, progress, strengths, development, needs,"
            + " updated_at) VALUES (:reportId, :authorId, 'DRAFT', :progress, :strengths, :development, :needs, :now)")
    void addComment(
            long reportId,
            long authorId,
            String progress,
            String strengths,
            String development,
            String needs,
            LocalDateTime now);

    @Query("UPDATE supervisor_report SET author_id = :authorId, progress = :progress, strengths = :strengths,"
            + " development = :development, needs = :needs, updated_at = :now, version = version + 1"
            + " WHERE annual_report_id = :reportId AND version = :version AND state = 'DRAFT'")
    int saveComment(
            long reportId,
            int version,
            long authorId,
            String progress,
            String strengths,
            String development,
            String needs,
            LocalDateTime now);

    @Query("UPDATE supervisor_report SET state = 'SENT', sent_at = :now, updated_at = :now, version = version + 1"
            + " WHERE annual_report_id = :reportId AND version = :version AND state = 'DRAFT'")
    int sendComment(long reportId, int version, LocalDateTime now);

    @Query("UPDATE supervisor_report SET read_by = :readBy, read_at = :now"
            + " WHERE annual_report_id = :reportId AND state = 'SENT' AND read_by IS NULL")
    int markRead(long reportId, long readBy, LocalDateTime now);
}
