package se.stegen.teaching;

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

@JdbcRepository(dialect = Dialect.MYSQL)
interface TeachingRepository extends GenericRepository<TeachingRepository.Row, Long> {
    @MappedEntity("teaching_session")
    record Row(
            @Id @GeneratedValue long id,
            long clinicId,
            TeachingKind kind,
            LocalDate heldOn,
            String title,
            @Nullable LocalTime startsAt,
            int minutes,
            String place,
            @Nullable Long leaderId,
            String article,
            String doi,
            boolean cancelled,
            String cancelReason,
            long createdBy,
            LocalDateTime createdAt,
            int version) {}

    /** A session with names. */
    @Introspected
    record Detail(
            long id,
            long clinicId,
            String clinicName,
            TeachingKind kind,
            LocalDate heldOn,
            String title,
            @Nullable LocalTime startsAt,
            int minutes,
            String place,
            @Nullable Long leaderId,
            @Nullable String leaderName,
            String article,
            String doi,
            boolean cancelled,
            String cancelReason,
            int version) {}

    String ITEM = "SELECT s.id, s.kind, s.held_on AS date, s.starts_at, s.place, s.title, l.name AS leader_name,"
            + " s.cancelled, (SELECT COUNT(*) FROM teaching_attendance a WHERE a.teaching_session_id = s.id) AS attended,"
            + " EXISTS (SELECT 1 FROM teaching_attendance a WHERE a.teaching_session_id = s.id"
            + "  AND a.person_id = :personId) AS mine"
            + " FROM teaching_session s LEFT JOIN person l ON l.id = s.leader_id ";

    /** A clinic's doctors in ST and those placed there on a day. */
    String DOCTORS = "SELECT p.person_id FROM programme p JOIN post o ON o.programme_id = p.id"
            + " WHERE o.clinic_id = :clinicId AND o.start_date <= :day AND (o.end_date IS NULL OR o.end_date >= :day)"
            + " UNION SELECT p.person_id FROM programme p JOIN placement l ON l.programme_id = p.id"
            + " WHERE l.clinic_id = :clinicId AND l.start_date <= :day AND l.end_date >= :day";

    Row save(Row row);

    @Query(
            "SELECT s.id, s.clinic_id, c.name AS clinic_name, s.kind, s.held_on, s.title, s.starts_at, s.minutes, s.place,"
                    + " s.leader_id, l.name AS leader_name, s.article, s.doi, s.cancelled, s.cancel_reason, s.version"
                    + " FROM teaching_session s JOIN clinic c ON c.id = s.clinic_id LEFT JOIN person l ON l.id = s.leader_id"
                    + " WHERE s.id = :sessionId")
    Optional<Detail> detail(long sessionId);

    @Query(ITEM + "WHERE s.clinic_id = :clinicId AND s.held_on BETWEEN :fromDay AND :toDay"
            + " ORDER BY s.held_on DESC, s.starts_at DESC, s.id DESC LIMIT 400")
    List<TeachingListItem> list(long clinicId, long personId, LocalDate fromDay, LocalDate toDay);

    /** What somebody attended. */
    @Query(ITEM + "JOIN teaching_attendance t ON t.teaching_session_id = s.id AND t.person_id = :personId"
            + " WHERE s.cancelled = FALSE ORDER BY s.held_on DESC, s.id DESC LIMIT :size OFFSET :offset")
    List<TeachingListItem> attendedBy(long personId, int size, long offset);

    @Query("SELECT COUNT(*) FROM teaching_attendance t JOIN teaching_session s ON s.id = t.teaching_session_id"
            + " WHERE t.person_id = :personId AND s.cancelled = FALSE")
    long countAttendedBy(long personId);

    @Query("SELECT a.person_id, u.name, a.noted_by = a.person_id AS self FROM teaching_attendance a"
            + " JOIN person u ON u.id = a.person_id WHERE a.teaching_session_id = :sessionId ORDER BY u.name, u.id")
    List<Attendee> attendees(long sessionId);

    /** Being there twice is being there. */
    @Query("INSERT IGNORE INTO teaching_attendance (teaching_session_id, person_id, noted_by, noted_at)"
            + " VALUES (:sessionId, :personId, :notedBy, :now)")
    int note(long sessionId, long personId, long notedBy, LocalDateTime now);

    @Query("DELETE FROM teaching_attendance WHERE teaching_session_id = :sessionId AND person_id = :personId")
    int forget(long sessionId, long personId);

    @Query("UPDATE teaching_session SET kind = :kindName, held_on = :heldOn, title = :title, starts_at = :startsAt,"
            + " minutes = :minutes, place = :place, leader_id = :leaderId, article = :article, doi = :doi,"
            + " version = version + 1 WHERE id = :sessionId AND version = :version AND cancelled = FALSE")
    int update(
            long sessionId,
            int version,
            String kindName,
            LocalDate heldOn,
            String title,
            @Nullable LocalTime startsAt,
            int minutes,
            String place,
            @Nullable Long leaderId,
            String article,
            String doi);

    @Query("UPDATE teaching_session SET cancelled = TRUE, cancel_reason = :why, version = version + 1"
            + " WHERE id = :sessionId AND version = :version AND cancelled = FALSE")
    int cancel(long sessionId, int version, String why);

    @Query(DOCTORS)
    List<Long> doctors(long clinicId, LocalDate day);

    /** Sessions ahead whose calendars lack somebody who will work there that day, or have somebody who will not. */
    @Query("SELECT s.id FROM teaching_session s JOIN appointment a ON a.kind = s.kind AND a.record_id = s.id"
            + " AND a.cancelled_at IS NULL"
            + " JOIN post o ON o.clinic_id = s.clinic_id AND o.start_date <= s.held_on"
            + "  AND (o.end_date IS NULL OR o.end_date >= s.held_on)"
            + " JOIN programme p ON p.id = o.programme_id"
            + " LEFT JOIN appointment_person q ON q.appointment_id = a.id AND q.person_id = p.person_id"
            + " WHERE s.held_on >= :today AND s.cancelled = FALSE AND q.person_id IS NULL"
            + " UNION SELECT s.id FROM teaching_session s JOIN appointment a ON a.kind = s.kind AND a.record_id = s.id"
            + " AND a.cancelled_at IS NULL"
            + " JOIN placement l ON l.clinic_id = s.clinic_id AND l.start_date <= s.held_on AND l.end_date >= s.held_on"
            + " JOIN programme p ON p.id = l.programme_id"
            + " LEFT JOIN appointment_person q ON q.appointment_id = a.id AND q.person_id = p.person_id"
            + " WHERE s.held_on >= :today AND s.cancelled = FALSE AND q.person_id IS NULL"
            + " UNION SELECT s.id FROM teaching_session s JOIN appointment a ON a.kind = s.kind AND a.record_id = s.id"
            + " AND a.cancelled_at IS NULL JOIN appointment_person q ON q.appointment_id = a.id"
            + " WHERE s.held_on >= :today AND s.cancelled = FALSE AND (s.leader_id IS NULL OR s.leader_id <> q.person_id)"
            + "  AND NOT EXISTS (SELECT 1 FROM programme p JOIN post o ON o.programme_id = p.id"
            + "   AND o.clinic_id = s.clinic_id AND o.start_date <= s.held_on"
            + "   AND (o.end_date IS NULL OR o.end_date >= s.held_on) WHERE p.person_id = q.person_id)"
            + "  AND NOT EXISTS (SELECT 1 FROM programme p JOIN placement l ON l.programme_id = p.id"
            + "   AND l.clinic_id = s.clinic_id AND l.start_date <= s.held_on AND l.end_date >= s.held_on"
            + "   WHERE p.person_id = q.person_id)"
            + " ORDER BY id LIMIT 2000")
    List<Long> invitedOtherwise(LocalDate today);

    /** Who can be noted or lead: who works there on the day, by name. */
    @Query("SELECT u.id, u.name FROM person u WHERE (u.id IN (" + DOCTORS + ")"
            + " OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = u.id"
            + "  AND r.role IN ('SUPERVISOR', 'STUDIEREKTOR', 'CLINIC_HEAD') AND r.scope_type = 'CLINIC'"
            + "  AND r.scope_id = :clinicId AND r.valid_from <= :day AND (r.valid_to IS NULL OR r.valid_to >= :day)))"
            + " AND u.name LIKE CONCAT('%', :namePart, '%') ORDER BY u.name, u.id LIMIT :size OFFSET :offset")
    List<ClinicPerson> people(long clinicId, LocalDate day, String namePart, int size, long offset);

    @Query("INSERT INTO teaching_code (token_hash, teaching_session_id, expires_at)"
            + " VALUES (:tokenHash, :sessionId, :expiresAt)")
    void addCode(String tokenHash, long sessionId, LocalDateTime expiresAt);

    @Query("DELETE FROM teaching_code WHERE expires_at < :before")
    void removeCodes(LocalDateTime before);

    @Query("SELECT teaching_session_id FROM teaching_code WHERE token_hash = :tokenHash AND expires_at > :now")
    Optional<Long> sessionOf(String tokenHash, LocalDateTime now);
}
