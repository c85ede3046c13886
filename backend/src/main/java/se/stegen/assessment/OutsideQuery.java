package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.Optional;

/** Answers of those without account: table {@code assessment_link_answer}, and what is signed by link. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OutsideQuery extends GenericRepository<AssessmentRow, Long> {
    @Query("SELECT answers, overall, do_more, work_on, saved_at FROM assessment_link_answer"
            + " WHERE assessment_id = :id AND email = :email")
    Optional<DraftRow> answer(long id, String email);

    @Query("SELECT name, title, workplace, specialty FROM assessment_link_answer"
            + " WHERE assessment_id = :id AND email = :email")
    Optional<AssessorDetails> details(long id, String email);

    @Query("SELECT assessor_name AS name, assessor_title AS title, assessor_workplace AS workplace,"
            + " assessor_specialty AS specialty FROM assessment"
            + " WHERE assessor_email = :email AND state = 'SIGNED' AND assessor_name IS NOT NULL"
            + " ORDER BY signed_at DESC LIMIT 1")
    Optional<AssessorDetails> lastDetails(String email);

    @Query(
            "INSERT INTO assessment_link_answer (assessment_id, email, name, title, workplace, specialty, answers, overall,"
                    + " do_more, work_on, saved_at) VALUES (:id, :email, :name, :title, :workplace, :specialty, :answers, :overall,"
                    + " :doMore, :workOn, :now) ON DUPLICATE KEY UPDATE name = :name, title = :title, workplace = :workplace,"
                    + " specialty = :specialty, answers = :answers, overall = :overall, do_more = :doMore, work_on = :workOn,"
                    + " saved_at = :now")
    void save(
            long id,
            String email,
            String name,
            String title,
            String workplace,
            String specialty,
            String answers,
            @Nullable Integer overall,
            String doMore,
            String workOn,
            LocalDateTime now);

    @Query("DELETE FROM assessment_link_answer WHERE assessment_id = :id")
    void clear(long id);

    @Query("UPDATE assessment SET state = 'SIGNED', updated_at = :now, signed_at = :now, signed_by = NULL,"
            + " assessor_name = :name, assessor_title = :title, assessor_workplace = :workplace,"
            + " assessor_specialty = :specialty, answers = :answers, overall = :overall, do_more = :doMore,"
            + " work_on = :workOn, signing_method = :method, version = version + 1"
            + " WHERE id = :id AND version = :version AND state = 'SENT' AND assessor_id IS NULL"
            + " AND assessor_email = :email")
    int sign(
            long id,
            int version,
            String email,
            String name,
            String title,
            String workplace,
            String specialty,
            String answers,
            @Nullable Integer overall,
            String doMore,
            String workOn,
            String method,
            LocalDateTime now);
}
