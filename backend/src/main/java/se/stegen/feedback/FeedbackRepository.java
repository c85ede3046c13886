package se.stegen.feedback;

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

/** Tables {@code feedback_round}, {@code feedback_rater} and {@code feedback_answer}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FeedbackRepository extends GenericRepository<FeedbackRepository.RoundRow, Long> {
    /** A round. */
    @MappedEntity("feedback_round")
    record RoundRow(
            @Id @GeneratedValue long id,
            long programmeId,
            long templateId,
            FeedbackState state,
            LocalDateTime startedAt,
            LocalDate closesOn,
            int minRaters,
            int minProfessions,
            @Nullable String ownAnswers,
            @Nullable String ownDoMore,
            @Nullable String ownWorkOn,
            @Nullable LocalDate talkOn,
            @Nullable Long releasedBy,
            @Nullable LocalDateTime releasedAt,
            @Nullable Long assessmentId,
            int version) {}

    /** Somebody who was asked. */
    @Introspected
    record RaterRow(
            long id,
            long roundId,
            @Nullable Long personId,
            String name,
            boolean answered,
            @Nullable String draftAnswers,
            @Nullable String draftDoMore,
            @Nullable String draftWorkOn) {}

    /** One answer. */
    @Introspected
    record AnswerRow(String id, String profession, String answers, String doMore, String workOn) {}

    String RATER =
            "SELECT r.id, r.round_id, r.person_id, COALESCE(p.name, r.email) AS name, r.answered, r.draft_answers,"
                    + " r.draft_do_more, r.draft_work_on FROM feedback_rater r LEFT JOIN person p ON p.id = r.person_id";

    RoundRow save(RoundRow row);

    Optional<RoundRow> findById(long id);

    @Query("SELECT * FROM feedback_round WHERE assessment_id = :assessmentId")
    Optional<RoundRow> ofAssessment(long assessmentId);

    @Query("SELECT id FROM programme WHERE id = :programmeId FOR UPDATE")
    long lockProgramme(long programmeId);

    @Query("SELECT COUNT(*) FROM feedback_round WHERE programme_id = :programmeId AND state = 'OPEN'")
    long open(long programmeId);

    @Query("SELECT f.id, f.state, f.started_at, f.closes_on, (SELECT COUNT(*) FROM feedback_rater r"
            + " WHERE r.round_id = f.id) AS asked, (SELECT COUNT(*) FROM feedback_answer a WHERE a.round_id = f.id)"
            + " AS answers, f.talk_on FROM feedback_round f WHERE f.programme_id = :programmeId"
            + " AND (:releasedOnly = FALSE OR f.state = 'RELEASED') ORDER BY f.started_at DESC, f.id DESC")
    List<FeedbackListItem> list(long programmeId, boolean releasedOnly);

    @Query(RATER + " WHERE r.round_id = :roundId ORDER BY name, r.id")
    List<RaterRow> raters(long roundId);

    @Query(RATER + " WHERE r.round_id = :roundId AND r.person_id = :personId")
    Optional<RaterRow> rater(long roundId, long personId);

    @Query(RATER + " WHERE r.token_hash = :tokenHash")
    Optional<RaterRow> raterByToken(String tokenHash);

    @Query("INSERT INTO feedback_rater (round_id, person_id, email, token_hash, asked_by, asked_at, answered)"
            + " VALUES (:roundId, :personId, :email, :tokenHash, :askedBy, :now, FALSE)")
    void addRater(
            long roundId,
            @Nullable Long personId,
            @Nullable String email,
            @Nullable String tokenHash,
            long askedBy,
            LocalDateTime now);

    @Query("SELECT id FROM person WHERE email = :email")
    Optional<Long> personByEmail(String email);

    @Query("SELECT COUNT(*) FROM person WHERE id = :id")
    long people(long id);

    @Query("UPDATE feedback_rater SET draft_answers = :answers, draft_do_more = :doMore, draft_work_on = :workOn"
            + " WHERE id = :id AND answered = FALSE")
    int keep(long id, String answers, String doMore, String workOn);

    @Query("UPDATE feedback_rater SET answered = TRUE, draft_answers = NULL, draft_do_more = NULL, draft_work_on = NULL"
            + " WHERE id = :id AND answered = FALSE")
    int answered(long id);

    @Query("INSERT INTO feedback_answer (id, round_id, profession, answers, do_more, work_on)"
            + " VALUES (:key, :roundId, :profession, :answers, :doMore, :workOn)")
    void addAnswer(String key, long roundId, String profession, String answers, String doMore, String workOn);

    @Query(
            "SELECT id, profession, answers, do_more, work_on FROM feedback_answer WHERE round_id = :roundId ORDER BY id")
    List<AnswerRow> answers(long roundId);

    @Query("UPDATE feedback_round SET own_answers = :answers, own_do_more = :doMore, own_work_on = :workOn,"
            + " version = version + 1 WHERE id = :id AND state = 'OPEN'")
    int rateOwn(long id, String answers, String doMore, String workOn);

    @Query("UPDATE feedback_round SET min_raters = :raters, min_professions = :professions, version = version + 1"
            + " WHERE id = :id AND version = :version AND state = 'OPEN'")
    int demand(long id, int version, int raters, int professions);

    @Query("SELECT id FROM feedback_round WHERE id = :id FOR UPDATE")
    long lock(long id);

    @Query("UPDATE feedback_rater SET token_hash = :tokenHash WHERE round_id = :roundId AND email = :email"
            + " AND answered = FALSE")
    int renew(long roundId, String email, String tokenHash);

    @Query("UPDATE feedback_round SET closes_on = :closesOn, version = version + 1 WHERE id = :id AND state = 'OPEN'")
    int extend(long id, LocalDate closesOn);

    @Query("UPDATE feedback_round SET state = 'WITHDRAWN', version = version + 1 WHERE id = :id AND state = 'OPEN'")
    int withdraw(long id);

    @Query("UPDATE feedback_round SET state = 'RELEASED', talk_on = :talkOn, released_by = :personId,"
            + " released_at = :now, assessment_id = :assessmentId, version = version + 1"
            + " WHERE id = :id AND state = 'OPEN'")
    int release(long id, LocalDate talkOn, long personId, LocalDateTime now, long assessmentId);
}
