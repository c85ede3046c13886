package se.stegen.assessment;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Reminders of open requests, and confirmations of what was signed without sign-in. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FollowUpQuery extends GenericRepository<AssessmentRow, Long> {
    @Query("SELECT MAX(reminded_at) FROM assessment_reminder WHERE assessment_id = :id")
    Optional<LocalDateTime> remindedAt(long id);

    @Query("INSERT IGNORE INTO assessment_reminder (assessment_id, reminded_on, reminded_by, reminded_at)"
            + " VALUES (:id, :day, :personId, :now)")
    int remind(long id, LocalDate day, long personId, LocalDateTime now);

    @Query("SELECT p.name AS by_name, c.confirmed_at, EXISTS (SELECT 1 FROM assessment_oddity y"
            + " WHERE y.assessment_id = c.assessment_id AND y.kind = 'REPORTED' AND NOT EXISTS (SELECT 1"
            + " FROM assessment_oddity_check q WHERE q.oddity_id = y.id)) AS reported FROM assessment_confirmation c"
            + " JOIN person p ON p.id = c.confirmed_by WHERE c.assessment_id = :id")
    Optional<Confirmation> confirmation(long id);

    @Query("INSERT IGNORE INTO assessment_confirmation (assessment_id, confirmed_by, confirmed_at)"
            + " VALUES (:id, :personId, :now)")
    int confirm(long id, long personId, LocalDateTime now);

    @Query("SELECT assessor_name AS name, assessor_title AS title, assessor_workplace AS workplace,"
            + " assessor_specialty AS specialty FROM assessment WHERE id = :id AND assessor_name IS NOT NULL")
    Optional<AssessorDetails> details(long id);
}
