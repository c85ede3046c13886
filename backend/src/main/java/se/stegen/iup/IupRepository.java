package se.stegen.iup;

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

/** A plan's head. */
@MappedEntity("iup")
record IupRow(@Id long programmeId, String state, @Nullable Long submissionId, LocalDateTime changedAt, int version) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface IupRepository extends GenericRepository<IupRow, Long> {
    @MappedEntity("iup_submission")
    record SubmissionRow(
            @Id @GeneratedValue long id,
            long programmeId,
            int number,
            String content,
            String approvers,
            long sentBy,
            LocalDateTime sentAt) {}

    /** What was sent, without its content. */
    @Introspected
    record SubmissionHead(long id, int number, String approvers, LocalDateTime sentAt) {}

    /** An approved version without its approvals. */
    @Introspected
    record VersionRow(int number, long submissionId, LocalDate approvedOn, String sentByName, LocalDateTime sentAt) {}

    /** An approval of one of several submissions. */
    @Introspected
    record ApprovalRow(long submissionId, String approver, String personName, LocalDateTime approvedAt) {}

    /** Days from one to another; the second may be open. */
    @Introspected
    record Days(LocalDate startDate, @Nullable LocalDate endDate) {}

    @Query("SELECT o.start_date, o.end_date FROM post o WHERE o.programme_id = :programmeId"
            + " AND (o.end_date IS NULL OR o.end_date >= :day) ORDER BY o.start_date LIMIT 1")
    Optional<Days> currentPost(long programmeId, LocalDate day);

    @Query("SELECT start_date, end_date FROM leave_period WHERE programme_id = :programmeId AND extent = 100")
    List<Days> fullLeaves(long programmeId);

    /** Locks the programme: everything that changes it or its parts does so first, hence in one order. */
    @Query("SELECT id FROM programme WHERE id = :programmeId FOR UPDATE")
    Optional<Long> lockProgramme(long programmeId);

    @Query("INSERT IGNORE INTO iup (programme_id, state, changed_at) VALUES (:programmeId, 'DRAFT', :now)")
    void begin(long programmeId, LocalDateTime now);

    @Query("SELECT programme_id, state, submission_id, changed_at, version FROM iup WHERE programme_id = :programmeId")
    Optional<IupRow> find(long programmeId);

    /** Locks the plan: two who change it wait for each other. */
    @Query("SELECT programme_id, state, submission_id, changed_at, version FROM iup WHERE programme_id = :programmeId"
            + " FOR UPDATE")
    Optional<IupRow> lock(long programmeId);

    @Query("UPDATE iup SET state = :state, submission_id = :submissionId, changed_at = :now, version = version + 1"
            + " WHERE programme_id = :programmeId")
    void update(long programmeId, String state, @Nullable Long submissionId, LocalDateTime now);

    @Query("INSERT INTO iup_submission (programme_id, number, content, approvers, sent_by, sent_at)"
            + " VALUES (:programmeId, :number, :content, :approvers, :sentBy, :now)")
    void addSubmission(long programmeId, int number, String content, String approvers, long sentBy, LocalDateTime now);

    @Query("SELECT id, number, approvers, sent_at FROM iup_submission WHERE programme_id = :programmeId"
            + " ORDER BY id DESC LIMIT 1")
    Optional<SubmissionHead> lastSubmission(long programmeId);

    @Query("INSERT INTO iup_approval (submission_id, approver, person_id, approved_at)"
            + " VALUES (:submissionId, :approver, :personId, :now)")
    void approve(long submissionId, String approver, long personId, LocalDateTime now);

    @Query("SELECT a.submission_id, a.approver, p.name AS person_name, a.approved_at FROM iup_approval a"
            + " JOIN person p ON p.id = a.person_id WHERE a.submission_id IN (:submissionIds)"
            + " ORDER BY a.approved_at, a.approver")
    List<ApprovalRow> approvals(Collection<Long> submissionIds);

    @Query("INSERT INTO iup_version (programme_id, number, submission_id, approved_on)"
            + " VALUES (:programmeId, :number, :submissionId, :approvedOn)")
    void addVersion(long programmeId, int number, long submissionId, LocalDate approvedOn);

    @Query("SELECT v.number, v.submission_id, v.approved_on, p.name AS sent_by_name, s.sent_at FROM iup_version v"
            + " JOIN iup_submission s ON s.id = v.submission_id JOIN person p ON p.id = s.sent_by"
            + " WHERE v.programme_id = :programmeId ORDER BY v.number DESC")
    List<VersionRow> versions(long programmeId);

    @Query("SELECT s.content FROM iup_version v JOIN iup_submission s ON s.id = v.submission_id"
            + " WHERE v.programme_id = :programmeId AND v.number = :number")
    Optional<String> content(long programmeId, int number);

    @Query("INSERT INTO iup_comment (programme_id, author_id, written_at, text)"
            + " VALUES (:programmeId, :authorId, :now, :text)")
    void addComment(long programmeId, long authorId, LocalDateTime now, String text);

    @Query("SELECT p.name AS author_name, c.written_at, c.text FROM iup_comment c JOIN person p ON p.id = c.author_id"
            + " WHERE c.programme_id = :programmeId ORDER BY c.id DESC LIMIT 50")
    List<IupComment> comments(long programmeId);
}
