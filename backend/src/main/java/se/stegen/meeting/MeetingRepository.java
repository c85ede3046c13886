package se.stegen.meeting;

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
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Meetings and what belongs to each. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface MeetingRepository extends GenericRepository<MeetingRepository.Row, Long> {
    /** A meeting as it is stored. */
    @MappedEntity("meeting")
    record Row(
            @Id @GeneratedValue long id,
            long programmeId,
            MeetingKind kind,
            LocalDate heldOn,
            @Nullable LocalTime startsAt,
            int minutes,
            String place,
            MeetingState state,
            @Nullable Long holderId,
            @Nullable Long templateId,
            String summary,
            @Nullable LocalDateTime closedAt,
            long createdBy,
            LocalDateTime createdAt,
            int version) {}

    /** A meeting with the names of those concerned. */
    @Introspected
    record Detail(
            long id,
            long programmeId,
            long doctorId,
            String doctorName,
            MeetingKind kind,
            LocalDate heldOn,
            @Nullable LocalTime startsAt,
            int minutes,
            String place,
            MeetingState state,
            @Nullable Long holderId,
            @Nullable String holderName,
            @Nullable Long templateId,
            String summary,
            @Nullable LocalDateTime closedAt,
            int version) {}

    /** A preparation as it is stored. */
    @Introspected
    record PreparationRow(
            long personId,
            String personName,
            String answers,
            @Nullable LocalDateTime sharedAt,
            LocalDateTime updatedAt,
            int version) {}

    /** A draft of what a meeting came to, as it is stored. */
    @Introspected
    record ClosingRow(
            @Nullable LocalDate heldOn,
            String summary,
            String agreements,
            String writtenByName,
            LocalDateTime updatedAt,
            int version) {}

    Row save(Row row);

    @Query(
            "SELECT m.id, m.programme_id, p.person_id AS doctor_id, d.name AS doctor_name, m.kind, m.held_on, m.starts_at,"
                    + " m.minutes, m.place, m.state, m.holder_id, h.name AS holder_name, m.template_id, m.summary, m.closed_at,"
                    + " m.version FROM meeting m JOIN programme p ON p.id = m.programme_id JOIN person d ON d.id = p.person_id"
                    + " LEFT JOIN person h ON h.id = m.holder_id WHERE m.id = :meetingId")
    Optional<Detail> detail(long meetingId);

    @Query("SELECT id FROM meeting WHERE id = :meetingId FOR UPDATE")
    Optional<Long> hold(long meetingId);

    @Query("SELECT m.id, m.programme_id, m.kind, m.held_on AS date, m.starts_at, m.state, h.name AS holder_name"
            + " FROM meeting m LEFT JOIN person h ON h.id = m.holder_id"
            + " WHERE m.programme_id = :programmeId AND (:heldOnly = FALSE OR m.state = 'HELD')"
            + " ORDER BY m.held_on DESC, m.id DESC LIMIT :size OFFSET :offset")
    List<MeetingListItem> list(long programmeId, boolean heldOnly, int size, long offset);

    @Query("SELECT COUNT(*) FROM meeting m WHERE m.programme_id = :programmeId"
            + " AND (:heldOnly = FALSE OR m.state = 'HELD')")
    long count(long programmeId, boolean heldOnly);

    @Query("SELECT MIN(start_date) FROM post WHERE programme_id = :programmeId")
    Optional<LocalDate> firstPost(long programmeId);

    @Query("UPDATE meeting SET held_on = :heldOn, starts_at = :startsAt, minutes = :minutes, place = :place,"
            + " holder_id = :holderId, version = version + 1"
            + " WHERE id = :meetingId AND version = :version AND state = 'PLANNED'")
    int move(
            long meetingId,
            int version,
            LocalDate heldOn,
            @Nullable LocalTime startsAt,
            int minutes,
            String place,
            long holderId);

    @Query("UPDATE meeting SET state = 'CANCELLED', version = version + 1"
            + " WHERE id = :meetingId AND version = :version AND state = 'PLANNED'")
    int cancel(long meetingId, int version);

    @Query("UPDATE meeting SET state = 'HELD', held_on = :heldOn, summary = :summary, holder_id = :holderId,"
            + " closed_at = :now, version = version + 1"
            + " WHERE id = :meetingId AND version = :version AND state = 'PLANNED'")
    int close(long meetingId, int version, LocalDate heldOn, String summary, long holderId, LocalDateTime now);

    @Query("UPDATE meeting SET state = 'VOIDED', version = version + 1"
            + " WHERE id = :meetingId AND version = :version AND state = 'HELD'")
    int voided(long meetingId, int version);

    @Query("SELECT c.held_on, c.summary, c.agreements, u.name AS written_by_name, c.updated_at, c.version"
            + " FROM meeting_closing c JOIN person u ON u.id = c.written_by WHERE c.meeting_id = :meetingId")
    Optional<ClosingRow> closing(long meetingId);

    @Query("INSERT INTO meeting_closing (meeting_id, held_on, summary, agreements, written_by, updated_at)"
            + " VALUES (:meetingId, :heldOn, :summary, :agreements, :writtenBy, :now)")
    void addClosing(
            long meetingId,
            @Nullable LocalDate heldOn,
            String summary,
            String agreements,
            long writtenBy,
            LocalDateTime now);

    @Query("UPDATE meeting_closing SET held_on = :heldOn, summary = :summary, agreements = :agreements,"
            + " written_by = :writtenBy, updated_at = :now, version = version + 1"
            + " WHERE meeting_id = :meetingId AND version = :version")
    int saveClosing(
            long meetingId,
            int version,
            @Nullable LocalDate heldOn,
            String summary,
            String agreements,
            long writtenBy,
            LocalDateTime now);

    @Query("DELETE FROM meeting_closing WHERE meeting_id = :meetingId")
    void removeClosing(long meetingId);

    @Query("UPDATE meeting SET holder_id = :holderId WHERE id = :meetingId")
    void takeOver(long meetingId, long holderId);

    @Query("DELETE FROM meeting WHERE id = :meetingId AND version = :version AND state = 'PLANNED'")
    int delete(long meetingId, int version);

    @Query("SELECT (SELECT COUNT(*) FROM meeting_preparation WHERE meeting_id = :meetingId)"
            + " + (SELECT COUNT(*) FROM meeting_closing WHERE meeting_id = :meetingId)"
            + " + (SELECT COUNT(*) FROM meeting_change WHERE meeting_id = :meetingId)")
    long parts(long meetingId);

    @Query("SELECT r.person_id, u.name AS person_name, r.answers, r.shared_at, r.updated_at, r.version"
            + " FROM meeting_preparation r JOIN person u ON u.id = r.person_id"
            + " WHERE r.meeting_id = :meetingId ORDER BY r.person_id")
    List<PreparationRow> preparations(long meetingId);

    @Query("INSERT INTO meeting_preparation (meeting_id, person_id, answers, shared_at, updated_at)"
            + " VALUES (:meetingId, :personId, :answers, :sharedAt, :now)")
    void addPreparation(
            long meetingId, long personId, String answers, @Nullable LocalDateTime sharedAt, LocalDateTime now);

    @Query("UPDATE meeting_preparation SET answers = :answers, shared_at = :sharedAt, updated_at = :now,"
            + " version = version + 1 WHERE meeting_id = :meetingId AND person_id = :personId AND version = :version")
    int savePreparation(
            long meetingId,
            long personId,
            int version,
            String answers,
            @Nullable LocalDateTime sharedAt,
            LocalDateTime now);

    @Query("SELECT agreement AS text, due_on AS due FROM meeting_agreement WHERE meeting_id = :meetingId ORDER BY id")
    List<Agreement> agreements(long meetingId);

    @Query("INSERT INTO meeting_agreement (meeting_id, agreement, due_on) VALUES (:meetingId, :agreement, :dueOn)")
    void addAgreement(long meetingId, String agreement, @Nullable LocalDate dueOn);

    @Query("SELECT a.addition AS text, a.added_by, u.name AS added_by_name, a.added_at FROM meeting_addition a"
            + " JOIN person u ON u.id = a.added_by WHERE a.meeting_id = :meetingId ORDER BY a.id")
    List<Addition> additions(long meetingId);

    @Query("INSERT INTO meeting_addition (meeting_id, addition, added_by, added_at)"
            + " VALUES (:meetingId, :addition, :addedBy, :now)")
    void addAddition(long meetingId, String addition, long addedBy, LocalDateTime now);

    @Query("SELECT c.was_on, c.moved_to, c.reason, u.name AS changed_by_name, c.changed_at FROM meeting_change c"
            + " JOIN person u ON u.id = c.changed_by WHERE c.meeting_id = :meetingId ORDER BY c.id")
    List<MeetingChange> changes(long meetingId);

    @Query("INSERT INTO meeting_change (meeting_id, was_on, moved_to, reason, changed_by, changed_at)"
            + " VALUES (:meetingId, :wasOn, :movedTo, :reason, :changedBy, :now)")
    void addChange(
            long meetingId,
            LocalDate wasOn,
            @Nullable LocalDate movedTo,
            String reason,
            long changedBy,
            LocalDateTime now);
}
