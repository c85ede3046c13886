package se.stegen.home;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Reads what reviews ask of who leads the clinic. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ReviewTodoQuery extends GenericRepository<NoticeRow, Long> {
    /** Whether an external review of one of the clinics has an area graded D, which few have. */
    @Query("SELECT EXISTS (SELECT 1 FROM review r JOIN review_grade g ON g.review_id = r.id AND g.grade = 'D'"
            + " WHERE r.clinic_id IN (:ledAt) AND r.kind = 'EXTERNAL' AND r.state = 'CONFIRMED')")
    boolean anyFailed(Collection<Long> ledAt);

    /**
     * For the studierektor and the head: the latest external review with an area graded D that has no action (three months
     * from the report), or after which there was no internal review (six months).
     */
    @Query("SELECT 'REVIEW_ASKS' AS kind, w.id AS record_id, NULL AS programme_id, w.name AS person_name,"
            + "  GROUP_CONCAT(DISTINCT w.area ORDER BY w.area) AS title,"
            + "  GROUP_CONCAT(DISTINCT w.area ORDER BY w.area) AS title_en, MIN(w.due) AS date, w.since FROM ("
            + "  SELECT r.id, c.name, g.area, COALESCE(r.confirmed_at, r.created_at) AS since,"
            + "   CASE WHEN EXISTS (SELECT 1 FROM review_action a WHERE a.review_id = r.id AND a.area = g.area)"
            + "    THEN DATE_ADD(COALESCE(r.reported_on, r.reviewed_on), INTERVAL 6 MONTH)"
            + "    ELSE DATE_ADD(COALESCE(r.reported_on, r.reviewed_on), INTERVAL 3 MONTH) END AS due"
            + "  FROM review r JOIN clinic c ON c.id = r.clinic_id"
            + "  JOIN review_grade g ON g.review_id = r.id AND g.grade = 'D' AND (g.since IS NULL OR g.since <= :today)"
            + "  WHERE r.clinic_id IN (:ledAt) AND r.kind = 'EXTERNAL' AND r.state = 'CONFIRMED'"
            + "   AND NOT EXISTS (SELECT 1 FROM review n WHERE n.clinic_id = r.clinic_id AND n.kind = 'EXTERNAL'"
            + "    AND n.state = 'CONFIRMED' AND (n.reviewed_on > r.reviewed_on"
            + "     OR (n.reviewed_on = r.reviewed_on AND n.id > r.id)))"
            + "   AND NOT EXISTS (SELECT 1 FROM review_grade h WHERE h.review_id = r.id AND h.area = g.area"
            + "    AND h.regulation = g.regulation AND h.id > g.id AND (h.since IS NULL OR h.since <= :today))"
            + "   AND (NOT EXISTS (SELECT 1 FROM review_action a WHERE a.review_id = r.id AND a.area = g.area)"
            + "    OR NOT EXISTS (SELECT 1 FROM review i WHERE i.clinic_id = r.clinic_id AND i.kind = 'INTERNAL'"
            + "     AND i.state = 'CONFIRMED' AND i.reviewed_on > COALESCE(r.reported_on, r.reviewed_on)))"
            + " ) w GROUP BY w.id, w.name, w.since ORDER BY since")
    List<TodoItem> asks(Collection<Long> ledAt, LocalDate today);
}
