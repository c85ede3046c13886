package se.stegen.home;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Reads what reviews of clinics ask of a person: one query, by the owner's and the clinics' indexes. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ReviewTodoQuery extends GenericRepository<NoticeRow, Long> {
    /**
     * Actions of which the person is owner and that are due until {@code soon}; and for the studierektor and the head the
     * latest external review with an area graded D that has no action (three months from the report), or after which there
     * was no internal review (six months).
     */
    @Query("SELECT 'REVIEW_ACTION' AS kind, a.id AS record_id, NULL AS programme_id, c.name AS person_name,"
            + " COALESCE(a.item_code, a.area) AS title, COALESCE(a.item_code, a.area) AS title_en, a.due_on AS date,"
            + " a.updated_at AS since FROM review_action a JOIN review r ON r.id = a.review_id AND r.state = 'CONFIRMED'"
            + " JOIN clinic c ON c.id = r.clinic_id WHERE a.owner_id = :personId AND a.state IN ('OPEN', 'IN_PROGRESS')"
            + " AND a.due_on <= :soon"
            + " UNION ALL SELECT 'REVIEW_ASKS', w.id, NULL, w.name, GROUP_CONCAT(DISTINCT w.area ORDER BY w.area),"
            + "  GROUP_CONCAT(DISTINCT w.area ORDER BY w.area), MIN(w.due), w.since FROM ("
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
    List<TodoItem> todo(long personId, Collection<Long> ledAt, LocalDate today, LocalDate soon);
}
