package se.stegen.supervision;

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
import se.stegen.signing.RecordState;

@MappedEntity("supervision")
record SupervisionRow(
        @Id @GeneratedValue long id,
        long programmeId,
        long supervisorId,
        LocalDate heldOn,
        boolean iupReviewed,
        String minutes,
        String agreed,
        RecordState state,
        long createdBy,
        LocalDateTime createdAt,
        LocalDateTime updatedAt,
        @Nullable LocalDateTime sentAt,
        @Nullable LocalDateTime signedAt,
        @Nullable Long signedBy,
        @Nullable LocalTime startsAt,
        @Nullable Integer duration,
        @Nullable String place,
        @Nullable Long seriesId,
        int version) {}

/** A session with the names around it and its state as people see it (voided included). */
@Introspected
record SupervisionDetail(
        long id,
        long programmeId,
        long doctorId,
        String doctorName,
        long supervisorId,
        String supervisorName,
        LocalDate date,
        boolean iupReviewed,
        String minutes,
        String agreed,
        RecordState state,
        LocalDateTime updatedAt,
        @Nullable LocalDateTime sentAt,
        @Nullable LocalDateTime signedAt,
        @Nullable LocalTime startsAt,
        @Nullable Integer duration,
        @Nullable String place,
        @Nullable Long seriesId,
        int version) {
    SessionTime time() {
        return new SessionTime(startsAt, duration, place);
    }
}

@JdbcRepository(dialect = Dialect.MYSQL)
interface SupervisionQuery extends GenericRepository<SupervisionRow, Long> {
    String STATE = "CASE WHEN v.record_id IS NULL THEN s.state ELSE 'VOIDED' END AS state";
    String FROM = " FROM supervision s JOIN programme p ON p.id = s.programme_id JOIN person d ON d.id = p.person_id"
            + " JOIN person u ON u.id = s.supervisor_id"
            + " LEFT JOIN voiding v ON v.record_kind = 'SUPERVISION' AND v.record_id = s.id";

    SupervisionRow save(SupervisionRow row);

    @Query("SELECT s.id, s.programme_id, p.person_id AS doctor_id, d.name AS doctor_name, s.supervisor_id,"
            + " u.name AS supervisor_name, s.held_on AS date, s.iup_reviewed, s.minutes, s.agreed, " + STATE
            + ", s.updated_at, s.sent_at, s.signed_at, s.starts_at, s.duration, s.place, s.series_id, s.version" + FROM
            + " WHERE s.id = :id")
    Optional<SupervisionDetail> find(long id);

    @Query("SELECT s.id, s.programme_id, d.name AS doctor_name, s.supervisor_id, u.name AS supervisor_name,"
            + " s.held_on AS date, s.starts_at, s.iup_reviewed, (SELECT GROUP_CONCAT(g.goal_code ORDER BY g.goal_code SEPARATOR ',')"
            + " FROM supervision_goal g WHERE g.supervision_id = s.id) AS goal_codes, " + STATE
            + ", s.sent_at, s.signed_at" + FROM
            + " WHERE s.programme_id = :programmeId AND (:signedOnly = FALSE OR s.state = 'SIGNED')"
            + " ORDER BY s.held_on DESC, s.id DESC LIMIT :size OFFSET :offset")
    List<SupervisionListItem> list(long programmeId, boolean signedOnly, int size, long offset);

    @Query("SELECT COUNT(*) FROM supervision s WHERE s.programme_id = :programmeId"
            + " AND (:signedOnly = FALSE OR s.state = 'SIGNED')")
    long count(long programmeId, boolean signedOnly);

    @Query("UPDATE supervision SET supervisor_id = :supervisorId, held_on = :heldOn, iup_reviewed = :iupReviewed,"
            + " minutes = :minutes, agreed = :agreed, updated_at = :updatedAt, version = version + 1"
            + " WHERE id = :id AND version = :version AND state IN ('PLANNED', 'DRAFT', 'RETURNED')")
    int update(
            long id,
            int version,
            long supervisorId,
            LocalDate heldOn,
            boolean iupReviewed,
            String minutes,
            String agreed,
            LocalDateTime updatedAt);

    @Query("UPDATE supervision SET state = :toState, updated_at = :now,"
            + " sent_at = CASE WHEN :toState = 'SENT' THEN :now ELSE sent_at END,"
            + " signed_at = CASE WHEN :toState = 'SIGNED' THEN :now ELSE NULL END,"
            + " signed_by = CASE WHEN :toState = 'SIGNED' THEN :actorId ELSE NULL END,"
            + " version = version + 1 WHERE id = :id AND version = :version AND state = :fromState")
    int changeState(long id, int version, String fromState, String toState, long actorId, LocalDateTime now);

    @Query("UPDATE supervision SET held_on = :heldOn, starts_at = :startsAt, duration = :duration, place = :place,"
            + " updated_at = :now, version = version + 1 WHERE id = :id AND version = :version AND state = 'PLANNED'")
    int move(
            long id,
            int version,
            LocalDate heldOn,
            @Nullable LocalTime startsAt,
            @Nullable Integer duration,
            @Nullable String place,
            LocalDateTime now);

    @Query("DELETE FROM supervision WHERE id = :id AND version = :version AND state IN ('PLANNED', 'DRAFT')")
    int delete(long id, int version);

    @Query("SELECT goal_code FROM supervision_goal WHERE supervision_id = :id ORDER BY goal_code")
    List<String> goals(long id);

    @Query("INSERT INTO supervision_goal (supervision_id, goal_code) VALUES (:id, :goalCode)")
    void addGoal(long id, String goalCode);

    @Query("DELETE FROM supervision_goal WHERE supervision_id = :id")
    void clearGoals(long id);

    @Query("SELECT COUNT(*) FROM person WHERE id = :id")
    long people(long id);
}
