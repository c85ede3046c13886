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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

@MappedEntity("collegium")
record CollegiumRow(
        @Id @GeneratedValue long id,
        long clinicId,
        LocalDate meetsOn,
        @Nullable LocalTime startsAt,
        int minutes,
        String place,
        String headings,
        CollegiumState state,
        @Nullable String cancelReason,
        long createdBy,
        LocalDateTime createdAt,
        @Nullable Long closedBy,
        @Nullable LocalDateTime closedAt,
        int version) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface CollegiumRepository extends GenericRepository<CollegiumRow, Long> {
    /**
     * A doctor on the list.
     *
     * @param clinicId where the doctor is on the meeting's day; null where nowhere
     */
    @Introspected
    record TraineeRow(
            long programmeId,
            long personId,
            String name,
            @Nullable String supervisorName,
            @Nullable String offReason,
            boolean ownDone,
            @Nullable Long clinicId,
            @Nullable String atClinic) {}

    /** A doctor's own rating. */
    @Introspected
    record OwnRow(
            long collegiumId,
            long programmeId,
            String name,
            @Nullable String ownLevels,
            @Nullable String ownComment,
            boolean ownDone) {}

    /** A clinic's competence. */
    @Introspected
    record CompetenceRow(int number, String name) {}

    CollegiumRow save(CollegiumRow row);

    Optional<CollegiumRow> findById(long id);

    @Query("SELECT * FROM collegium WHERE id = :id FOR UPDATE")
    Optional<CollegiumRow> lock(long id);

    @Query("SELECT name FROM clinic WHERE id = :clinicId")
    Optional<String> clinicName(long clinicId);

    @Query("SELECT name FROM person WHERE id = :personId")
    Optional<String> personName(long personId);

    @Query("SELECT c.id, c.meets_on AS date, c.starts_at, c.place, c.state,"
            + " (SELECT COUNT(*) FROM collegium_trainee t WHERE t.collegium_id = c.id AND t.off_reason IS NULL) AS doctors,"
            + " (SELECT COUNT(*) FROM collegium_outcome o JOIN collegium_trainee t ON t.collegium_id = o.collegium_id"
            + "   AND t.programme_id = o.programme_id AND t.off_reason IS NULL"
            + "   WHERE o.collegium_id = c.id AND o.judgement IS NOT NULL) AS judged,"
            + " (SELECT COUNT(*) FROM collegium_specialist s WHERE s.collegium_id = c.id) AS specialists,"
            + " (SELECT COUNT(*) FROM collegium_specialist s WHERE s.collegium_id = c.id"
            + "   AND s.answered_at IS NOT NULL) AS answered"
            + " FROM collegium c WHERE c.clinic_id = :clinicId AND (:closedOnly = FALSE OR c.state = 'CLOSED')"
            + " ORDER BY c.meets_on DESC, c.id DESC LIMIT 200")
    List<CollegiumListItem> list(long clinicId, boolean closedOnly);

    @Query("UPDATE collegium SET meets_on = :date, starts_at = :startsAt, minutes = :minutes, place = :place,"
            + " version = version + 1 WHERE id = :id")
    void move(long id, LocalDate date, @Nullable LocalTime startsAt, int minutes, String place);

    @Query("UPDATE collegium SET state = 'CANCELLED', cancel_reason = :reason, version = version + 1 WHERE id = :id")
    void cancel(long id, String reason);

    @Query("UPDATE collegium SET state = 'CLOSED', closed_by = :personId, closed_at = :now, version = version + 1"
            + " WHERE id = :id")
    void close(long id, long personId, LocalDateTime now);

    @Query("SELECT t.programme_id, p.person_id, d.name,"
            + " (SELECT MIN(u.name) FROM main_supervisor m JOIN person u ON u.id = m.person_id"
            + "   WHERE m.programme_id = p.id AND m.valid_from <= :date AND (m.valid_to IS NULL OR m.valid_to >= :date))"
            + "   AS supervisor_name, t.off_reason, t.own_done, k.id AS clinic_id, k.name AS at_clinic"
            + " FROM collegium_trainee t JOIN programme p ON p.id = t.programme_id JOIN person d ON d.id = p.person_id"
            + " LEFT JOIN post o ON o.programme_id = p.id AND o.start_date <= :date"
            + "   AND (o.end_date IS NULL OR o.end_date >= :date)"
            + " LEFT JOIN clinic k ON k.id = o.clinic_id"
            + " WHERE t.collegium_id = :collegiumId ORDER BY d.name, t.programme_id")
    List<TraineeRow> trainees(long collegiumId, LocalDate date);

    @Query("INSERT INTO collegium_trainee (collegium_id, programme_id) VALUES (:collegiumId, :programmeId)")
    void addTrainee(long collegiumId, long programmeId);

    @Query("DELETE FROM collegium_trainee WHERE collegium_id = :collegiumId AND programme_id = :programmeId")
    void removeTrainee(long collegiumId, long programmeId);

    @Query("UPDATE collegium_trainee SET off_reason = :reason WHERE collegium_id = :collegiumId"
            + " AND programme_id = :programmeId")
    int takeOff(long collegiumId, long programmeId, @Nullable String reason);

    @Query("SELECT t.collegium_id, t.programme_id, d.name, t.own_levels, t.own_comment, t.own_done"
            + " FROM collegium_trainee t JOIN programme p ON p.id = t.programme_id JOIN person d ON d.id = p.person_id"
            + " WHERE t.collegium_id = :collegiumId AND p.person_id = :personId AND t.off_reason IS NULL"
            + " ORDER BY t.programme_id LIMIT 1")
    Optional<OwnRow> own(long collegiumId, long personId);

    @Query("SELECT t.collegium_id, t.programme_id, '' AS name, t.own_levels, t.own_comment, t.own_done"
            + " FROM collegium_trainee t WHERE t.collegium_id = :collegiumId AND t.programme_id = :programmeId"
            + " AND t.own_at IS NOT NULL")
    Optional<OwnRow> ownOf(long collegiumId, long programmeId);

    @Query("UPDATE collegium_trainee SET own_levels = :levels, own_comment = :comment, own_at = :now"
            + " WHERE collegium_id = :collegiumId AND programme_id = :programmeId")
    void rateOwn(long collegiumId, long programmeId, String levels, String comment, LocalDateTime now);

    @Query(
            "UPDATE collegium_trainee SET own_done = TRUE, own_at = COALESCE(own_at, :now),"
                    + " own_comment = COALESCE(own_comment, '') WHERE collegium_id = :collegiumId AND programme_id = :programmeId")
    void ownDone(long collegiumId, long programmeId, LocalDateTime now);

    @Query("SELECT number, name FROM collegium_competence WHERE clinic_id = :clinicId ORDER BY number")
    List<CompetenceRow> competences(long clinicId);

    @Query("DELETE FROM collegium_competence WHERE clinic_id = :clinicId")
    void clearCompetences(long clinicId);

    @Query("INSERT INTO collegium_competence (clinic_id, number, name) VALUES (:clinicId, :number, :name)")
    void addCompetence(long clinicId, int number, String name);
}
