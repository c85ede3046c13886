package se.stegen.assessment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Reads what was asked for lately. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RecentQuery extends GenericRepository<AssessmentRow, Long> {
    /** A request and the code of its form. */
    @Introspected
    record Last(long id, String code) {}

    @Query("SELECT a.id, t.code FROM assessment a JOIN assessment_template t ON t.id = a.template_id"
            + " WHERE a.programme_id = :programmeId AND a.created_by = :personId ORDER BY a.id DESC LIMIT 1")
    Optional<Last> last(long programmeId, long personId);

    @Query("SELECT goal_code FROM assessment_goal WHERE assessment_id = :id ORDER BY goal_code")
    List<String> goals(long id);

    @Query("SELECT a.assessor_id AS person_id, COALESCE(u.name, a.assessor_email) AS name FROM assessment a"
            + " LEFT JOIN person u ON u.id = a.assessor_id WHERE a.programme_id = :programmeId AND a.sent_at IS NOT NULL"
            + " AND (a.assessor_id IS NOT NULL OR a.assessor_email IS NOT NULL)"
            + " GROUP BY a.assessor_id, COALESCE(u.name, a.assessor_email) ORDER BY MAX(a.id) DESC LIMIT :most")
    List<RecentAssessor> assessors(long programmeId, int most);
}
