package se.stegen.learning;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** An assessment, as far as a repository needs an entity. */
@MappedEntity("assessment")
record AssessedRow(@Id long id) {}

/**
 * A signed assessment that nobody has voided.
 *
 * @param counts false as long as an answer without sign-in is not confirmed
 */
@Introspected
record Assessed(
        long id,
        long templateId,
        LocalDate observedOn,
        @Nullable Integer overall,
        String doMore,
        String workOn,
        String answers,
        @Nullable String goalCodes,
        String assessorName,
        boolean counts) {}

/** Reads the signed assessments of a doctor. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface LearningQuery extends GenericRepository<AssessedRow, Long> {
    @Query("SELECT a.id, a.template_id, a.observed_on, a.overall, a.do_more, a.work_on, a.answers,"
            + " (SELECT GROUP_CONCAT(g.goal_code ORDER BY g.goal_code SEPARATOR ',') FROM assessment_goal g"
            + " WHERE g.assessment_id = a.id) AS goal_codes,"
            + " COALESCE(u.name, a.assessor_name, a.assessor_email, '') AS assessor_name,"
            + " CASE WHEN (a.signing_method <> 'LINK' OR c.assessment_id IS NOT NULL)"
            + " AND NOT EXISTS (SELECT 1 FROM assessment_oddity y WHERE y.assessment_id = a.id AND y.kind = 'REPORTED'"
            + "  AND NOT EXISTS (SELECT 1 FROM assessment_oddity_check q WHERE q.oddity_id = y.id))"
            + " THEN TRUE ELSE FALSE END AS counts"
            + " FROM assessment a LEFT JOIN person u ON u.id = a.assessor_id"
            + " LEFT JOIN assessment_confirmation c ON c.assessment_id = a.id"
            + " LEFT JOIN voiding v ON v.record_kind = 'ASSESSMENT' AND v.record_id = a.id"
            + " WHERE a.programme_id = :programmeId AND a.state = 'SIGNED' AND v.record_id IS NULL"
            + " ORDER BY a.observed_on, a.id")
    List<Assessed> signed(long programmeId);
}
