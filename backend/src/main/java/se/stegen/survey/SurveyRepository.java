package se.stegen.survey;

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

/** Table {@code survey_round}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RoundRepository extends GenericRepository<RoundRepository.Round, Long> {
    @MappedEntity("survey_round")
    record Round(@Id @GeneratedValue long id, int edition, long openedBy, LocalDateTime createdAt) {}

    Round save(Round round);
}

/** Table {@code survey}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SurveyRepository extends GenericRepository<SurveyRepository.Row, Long> {
    @MappedEntity("survey")
    record Row(
            @Id @GeneratedValue long id,
            long roundId,
            long clinicId,
            SurveyState state,
            LocalDate opensOn,
            LocalDate closesOn,
            @Nullable LocalDate remindOn,
            boolean invited,
            boolean reminded,
            int version) {}

    /** A survey with what is known of it. */
    @Introspected
    record Detail(
            long id,
            long roundId,
            int surveysInRound,
            long clinicId,
            String clinicName,
            SurveyState state,
            int edition,
            LocalDate opensOn,
            LocalDate closesOn,
            @Nullable LocalDate remindOn,
            boolean reminded,
            long openedBy,
            int asked,
            int answered,
            int version) {}

    String DETAIL = "SELECT s.id, s.round_id, (SELECT COUNT(*) FROM survey o WHERE o.round_id = s.round_id"
            + "  AND o.state <> 'CANCELLED') AS surveys_in_round, s.clinic_id, c.name AS clinic_name, s.state, r.edition,"
            + " s.opens_on, s.closes_on, s.remind_on, s.reminded, r.opened_by,"
            + " (SELECT COUNT(*) FROM survey_invitee i WHERE i.survey_id = s.id) AS asked,"
            + " (SELECT COUNT(*) FROM survey_invitee i WHERE i.survey_id = s.id AND i.answered) AS answered, s.version"
            + " FROM survey s JOIN survey_round r ON r.id = s.round_id JOIN clinic c ON c.id = s.clinic_id ";

    /** Closed on the day: its last day is over, or it was closed before. */
    String CLOSED = "(s.state = 'CLOSED' OR (s.state = 'OPEN' AND s.closes_on < :day))";

    Row save(Row row);

    @Query(DETAIL + "WHERE s.id = :surveyId")
    Optional<Detail> detail(long surveyId);

    @Query(DETAIL + "WHERE s.clinic_id = :clinicId ORDER BY s.closes_on DESC, s.id DESC")
    List<Detail> ofClinic(long clinicId);

    @Query(DETAIL + "WHERE s.round_id = :roundId AND s.state <> 'CANCELLED' ORDER BY s.id")
    List<Detail> ofRound(long roundId);

    @Query("SELECT s.id FROM survey s WHERE s.clinic_id = :clinicId AND s.state <> 'CANCELLED' AND s.id <> :surveyId"
            + " AND " + CLOSED + " AND s.closes_on < :before ORDER BY s.closes_on DESC, s.id DESC LIMIT 1")
    Optional<Long> earlier(long clinicId, long surveyId, LocalDate before, LocalDate day);

    /** The latest round of several clinics, this one among them, that is closed as a whole. */
    @Query("SELECT s.round_id FROM survey s WHERE s.clinic_id = :clinicId AND s.state <> 'CANCELLED' AND " + CLOSED
            + " AND s.closes_on <= :until"
            + " AND (SELECT COUNT(*) FROM survey o WHERE o.round_id = s.round_id AND o.state <> 'CANCELLED') > 1"
            + " AND NOT EXISTS (SELECT 1 FROM survey o WHERE o.round_id = s.round_id AND o.state = 'OPEN'"
            + "  AND o.closes_on >= :day) ORDER BY s.closes_on DESC, s.id DESC LIMIT 1")
    Optional<Long> pooledRound(long clinicId, LocalDate until, LocalDate day);

    @Query("SELECT COUNT(*) FROM survey s WHERE s.clinic_id = :clinicId AND s.state = 'OPEN' AND s.closes_on >= :day")
    int running(long clinicId, LocalDate day);

    @Query("SELECT id FROM clinic WHERE id IN (:clinicIds) ORDER BY id FOR UPDATE")
    List<Long> lockClinics(Collection<Long> clinicIds);

    @Query("SELECT state FROM survey WHERE id = :surveyId FOR UPDATE")
    String lock(long surveyId);

    @Query("UPDATE survey SET state = 'CLOSED', closes_on = LEAST(closes_on, :day), version = version + 1"
            + " WHERE id = :surveyId AND state = 'OPEN' AND version = :version")
    int close(long surveyId, int version, LocalDate day);

    @Query("UPDATE survey SET state = 'CANCELLED', version = version + 1 WHERE id = :surveyId AND state = 'OPEN'"
            + " AND version = :version")
    int cancel(long surveyId, int version);

    @Query("UPDATE survey SET closes_on = :closesOn, remind_on = :remindOn, version = version + 1"
            + " WHERE id = :surveyId AND state = 'OPEN' AND version = :version")
    int move(long surveyId, int version, LocalDate closesOn, @Nullable LocalDate remindOn);

    @Query("SELECT id FROM survey WHERE state = 'OPEN' AND invited = FALSE AND opens_on <= :day AND closes_on >= :day"
            + " ORDER BY id")
    List<Long> toInvite(LocalDate day);

    @Query("SELECT id FROM survey WHERE state = 'OPEN' AND invited AND reminded = FALSE AND remind_on <= :day"
            + " AND closes_on >= :day ORDER BY id")
    List<Long> toRemind(LocalDate day);

    @Query("UPDATE survey SET invited = TRUE WHERE id = :surveyId AND invited = FALSE AND state = 'OPEN'")
    int claimInviting(long surveyId);

    @Query("UPDATE survey SET reminded = TRUE WHERE id = :surveyId AND reminded = FALSE AND state = 'OPEN'")
    int claimReminding(long surveyId);
}
