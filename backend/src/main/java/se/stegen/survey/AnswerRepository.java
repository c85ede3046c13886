package se.stegen.survey;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tables {@code survey_invitee}, {@code survey_answer} and {@code survey_comment}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AnswerRepository extends GenericRepository<SurveyRepository.Row, Long> {
    /** Somebody in a group. */
    @Introspected
    record Member(long personId, RespondentGroup respondentGroup) {}

    /** Somebody who was asked. */
    @Introspected
    record Invitee(long surveyId, long personId, RespondentGroup respondentGroup, boolean answered, int groupSize) {}

    /** Where somebody is reached. */
    @Introspected
    record Reached(long personId, String email, String locale) {}

    /** Somebody who has answered. */
    @Introspected
    record Answerer(long surveyId, RespondentGroup respondentGroup, long personId) {}

    /** How many gave an answer. */
    @Introspected
    record Count(long surveyId, RespondentGroup respondentGroup, String statement, int answer, int given) {}

    /** A free text. */
    @Introspected
    record Comment(RespondentGroup respondentGroup, String text) {}

    /**
     * Who is in a group on a day: doctors with a post, main supervisors of those and supervisors of placements at the clinic,
     * and who is studierektor or head of the clinic or of an organisation above it.
     */
    @Query("WITH RECURSIVE above (id, parent_id, depth) AS ("
            + " SELECT o.id, o.parent_id, 0 FROM clinic c JOIN organisation o ON o.id = c.organisation_id"
            + "  WHERE c.id = :clinicId"
            + " UNION ALL SELECT o.id, o.parent_id, a.depth + 1 FROM above a JOIN organisation o ON o.id = a.parent_id"
            + "  WHERE a.depth < 20)"
            + " SELECT r.person_id, r.role AS respondent_group FROM role_assignment r"
            + "  WHERE r.role IN ('STUDIEREKTOR', 'CLINIC_HEAD') AND r.valid_from <= :day"
            + "   AND (r.valid_to IS NULL OR r.valid_to >= :day)"
            + "   AND ((r.scope_type = 'CLINIC' AND r.scope_id = :clinicId)"
            + "    OR (r.scope_type = 'ORGANISATION' AND r.scope_id IN (SELECT id FROM above)))"
            + " UNION SELECT p.person_id, 'TRAINEE' FROM post o JOIN programme p ON p.id = o.programme_id"
            + "  WHERE o.clinic_id = :clinicId AND o.start_date <= :day AND (o.end_date IS NULL OR o.end_date >= :day)"
            + " UNION SELECT m.person_id, 'SUPERVISOR' FROM post o JOIN main_supervisor m"
            + "   ON m.programme_id = o.programme_id AND m.valid_from <= :day"
            + "   AND (m.valid_to IS NULL OR m.valid_to >= :day)"
            + "  WHERE o.clinic_id = :clinicId AND o.start_date <= :day AND (o.end_date IS NULL OR o.end_date >= :day)"
            + " UNION SELECT l.supervisor_id, 'SUPERVISOR' FROM placement l WHERE l.clinic_id = :clinicId"
            + "  AND l.supervisor_id IS NOT NULL AND l.start_date <= :day AND l.end_date >= :day")
    List<Member> members(long clinicId, LocalDate day);

    @Query("INSERT INTO survey_invitee (survey_id, person_id, respondent_group, answered)"
            + " VALUES (:surveyId, :personId, :groupName, FALSE)")
    void invite(long surveyId, long personId, String groupName);

    @Query("SELECT p.id AS person_id, p.email, p.locale FROM survey_invitee i JOIN person p ON p.id = i.person_id"
            + " WHERE i.survey_id = :surveyId AND i.answered = FALSE ORDER BY p.id")
    List<Reached> waiting(long surveyId);

    @Query("SELECT i.survey_id, i.person_id, i.respondent_group, i.answered, (SELECT COUNT(*) FROM survey_invitee o"
            + "  WHERE o.survey_id = i.survey_id AND o.respondent_group = i.respondent_group) AS group_size"
            + " FROM survey_invitee i WHERE i.survey_id = :surveyId AND i.person_id = :personId")
    Optional<Invitee> invitee(long surveyId, long personId);

    @Query("UPDATE survey_invitee SET answered = TRUE WHERE survey_id = :surveyId AND person_id = :personId"
            + " AND answered = FALSE")
    int answered(long surveyId, long personId);

    @Query("INSERT INTO survey_answer (id, survey_id, respondent_group, statement, answer)"
            + " VALUES (:randomKey, :surveyId, :groupName, :statement, :answer)")
    void addAnswer(String randomKey, long surveyId, String groupName, String statement, int answer);

    @Query("INSERT INTO survey_comment (id, survey_id, respondent_group, text)"
            + " VALUES (:randomKey, :surveyId, :groupName, :words)")
    void addComment(String randomKey, long surveyId, String groupName, String words);

    @Query("UPDATE survey_answer SET mixed = NOT mixed WHERE survey_id = :surveyId")
    void mixAnswers(long surveyId);

    @Query("UPDATE survey_comment SET mixed = NOT mixed WHERE survey_id = :surveyId")
    void mixComments(long surveyId);

    @Query("DELETE FROM survey_answer WHERE survey_id = :surveyId")
    void deleteAnswers(long surveyId);

    @Query("DELETE FROM survey_comment WHERE survey_id = :surveyId")
    void deleteComments(long surveyId);

    @Query(
            "SELECT survey_id, respondent_group, person_id FROM survey_invitee WHERE survey_id IN (:surveyIds) AND answered")
    List<Answerer> answerers(Collection<Long> surveyIds);

    @Query("SELECT survey_id, respondent_group, statement, answer, COUNT(*) AS given FROM survey_answer"
            + " WHERE survey_id IN (:surveyIds) GROUP BY survey_id, respondent_group, statement, answer")
    List<Count> counts(Collection<Long> surveyIds);

    @Query("SELECT respondent_group, text FROM survey_comment WHERE survey_id = :surveyId ORDER BY id")
    List<Comment> comments(long surveyId);
}
