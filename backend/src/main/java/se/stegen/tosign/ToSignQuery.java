package se.stegen.tosign;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** What waits for somebody's signature; read only. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ToSignQuery extends GenericRepository<ToSignQuery.Waiting, Long> {
    int LIMIT = 200;

    /** Stands for the tables that are read. */
    @MappedEntity("supervision")
    record Waiting(@Id long id) {}

    String OPENED = " EXISTS (SELECT 1 FROM access_log l WHERE l.object_id = r.id AND l.actor_id = :personId"
            + " AND l.action = 'READ' AND l.logged_at >= r.sent_at AND l.object_kind = ";

    @Query("SELECT kind, record_id, version, doctor_name, title, title_en, date, sent_at, opened, answered FROM ("
            + " SELECT 'SUPERVISION' AS kind, r.id AS record_id, r.version, d.name AS doctor_name, NULL AS title,"
            + "   NULL AS title_en, r.held_on AS date, r.sent_at," + OPENED + "'SUPERVISION') AS opened, 1 AS answered"
            + "  FROM supervision r JOIN programme p ON p.id = r.programme_id JOIN person d ON d.id = p.person_id"
            + "  WHERE r.supervisor_id = :personId AND r.state = 'SENT'"
            + " UNION ALL SELECT 'ASSESSMENT', r.id, r.version, d.name, t.name, t.name_en, r.observed_on, r.sent_at,"
            + OPENED + "'ASSESSMENT'), EXISTS (SELECT 1 FROM assessment_draft w WHERE w.assessment_id = r.id"
            + "   AND w.assessor_id = :personId AND (w.overall IS NOT NULL OR t.overall_steps = 0))"
            + "  FROM assessment r JOIN programme p ON p.id = r.programme_id JOIN person d ON d.id = p.person_id"
            + "  JOIN assessment_template t ON t.id = r.template_id"
            + "  WHERE r.assessor_id = :personId AND r.state = 'SENT'"
            + ") waiting ORDER BY sent_at, kind, record_id LIMIT " + LIMIT)
    List<ToSignItem> waiting(long personId);
}
