package se.stegen.regulation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites goals by the mapping that stands in {@code goal_mapping} and the old codes that it names: in the plan, in
 * placements and in what is still being written. What is sent, signed or approved keeps the goals that it has. A fixed
 * number of statements, whatever the size of the plan: new links first, then the old ones go. Only the few unsent records
 * get theirs one by one: MariaDB 11.4 loses {@code NEW}'s columns where INSERT … SELECT reads the table that it writes
 * and a trigger guards it, as one does for signed records.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RewriteRepository extends GenericRepository<RegulationRepository.PeriodRow, Long> {
    /** Old goals are those of the old edition that the new one doesn't have. */
    String OLD = " g.goal_code IN (SELECT o.code FROM goal o WHERE o.curriculum_id = :oldCurriculum)"
            + " AND g.goal_code NOT IN (SELECT n.code FROM goal n WHERE n.curriculum_id = :newCurriculum)";

    /** A goal that an unsent record gets. */
    @Introspected
    record NewLink(long recordId, String goalCode) {}

    String WRITTEN = "('PLANNED', 'DRAFT', 'RETURNED')";

    @Query("SELECT state FROM iup WHERE programme_id = :programmeId FOR UPDATE")
    Optional<String> planState(long programmeId);

    @Query("UPDATE iup SET state = :state, changed_at = :at, version = version + 1 WHERE programme_id = :programmeId")
    void planChanged(long programmeId, String state, LocalDateTime at);

    @Query("UPDATE iup_item i SET i.version = i.version + 1, i.updated_at = :at WHERE i.programme_id = :programmeId"
            + " AND EXISTS (SELECT 1 FROM iup_item_goal g WHERE g.item_id = i.id AND" + OLD + ")")
    void touchItems(long programmeId, long oldCurriculum, long newCurriculum, LocalDateTime at);

    @Query("INSERT INTO iup_item_goal (item_id, goal_code) SELECT DISTINCT g.item_id, m.to_code FROM iup_item_goal g"
            + " JOIN iup_item i ON i.id = g.item_id"
            + " JOIN goal_mapping m ON m.programme_id = i.programme_id AND m.from_code = g.goal_code"
            + " WHERE i.programme_id = :programmeId"
            + " AND NOT EXISTS (SELECT 1 FROM iup_item_goal e WHERE e.item_id = g.item_id"
            + " AND e.goal_code = m.to_code)")
    void linkItems(long programmeId);

    @Query("DELETE g FROM iup_item_goal g JOIN iup_item i ON i.id = g.item_id WHERE i.programme_id = :programmeId AND"
            + OLD)
    void unlinkItems(long programmeId, long oldCurriculum, long newCurriculum);

    @Query("UPDATE placement l SET l.version = l.version + 1 WHERE l.programme_id = :programmeId"
            + " AND EXISTS (SELECT 1 FROM placement_goal g WHERE g.placement_id = l.id AND" + OLD + ")")
    void touchPlacements(long programmeId, long oldCurriculum, long newCurriculum);

    @Query("INSERT INTO placement_goal (placement_id, goal_code) SELECT DISTINCT g.placement_id, m.to_code"
            + " FROM placement_goal g JOIN placement l ON l.id = g.placement_id"
            + " JOIN goal_mapping m ON m.programme_id = l.programme_id AND m.from_code = g.goal_code"
            + " WHERE l.programme_id = :programmeId"
            + " AND NOT EXISTS (SELECT 1 FROM placement_goal e WHERE e.placement_id = g.placement_id"
            + " AND e.goal_code = m.to_code)")
    void linkPlacements(long programmeId);

    @Query("DELETE g FROM placement_goal g JOIN placement l ON l.id = g.placement_id"
            + " WHERE l.programme_id = :programmeId AND" + OLD)
    void unlinkPlacements(long programmeId, long oldCurriculum, long newCurriculum);

    @Query("UPDATE supervision s SET s.version = s.version + 1 WHERE s.programme_id = :programmeId AND s.state IN "
            + WRITTEN + " AND EXISTS (SELECT 1 FROM supervision_goal g WHERE g.supervision_id = s.id AND" + OLD + ")")
    void touchSupervisions(long programmeId, long oldCurriculum, long newCurriculum);

    @Query("SELECT DISTINCT g.supervision_id AS record_id, m.to_code AS goal_code"
            + " FROM supervision_goal g JOIN supervision s ON s.id = g.supervision_id"
            + " JOIN goal_mapping m ON m.programme_id = s.programme_id AND m.from_code = g.goal_code"
            + " WHERE s.programme_id = :programmeId AND s.state IN " + WRITTEN
            + " AND NOT EXISTS (SELECT 1 FROM supervision_goal e WHERE e.supervision_id = g.supervision_id"
            + " AND e.goal_code = m.to_code)")
    List<NewLink> newSupervisions(long programmeId);

    @Query("INSERT INTO supervision_goal (supervision_id, goal_code) VALUES (:recordId, :goalCode)")
    void linkSupervision(long recordId, String goalCode);

    @Query("DELETE g FROM supervision_goal g JOIN supervision s ON s.id = g.supervision_id"
            + " WHERE s.programme_id = :programmeId AND s.state IN " + WRITTEN + " AND" + OLD)
    void unlinkSupervisions(long programmeId, long oldCurriculum, long newCurriculum);

    @Query("UPDATE assessment a SET a.version = a.version + 1 WHERE a.programme_id = :programmeId AND a.state IN "
            + WRITTEN + " AND EXISTS (SELECT 1 FROM assessment_goal g WHERE g.assessment_id = a.id AND" + OLD + ")")
    void touchAssessments(long programmeId, long oldCurriculum, long newCurriculum);

    @Query("SELECT DISTINCT g.assessment_id AS record_id, m.to_code AS goal_code"
            + " FROM assessment_goal g JOIN assessment a ON a.id = g.assessment_id"
            + " JOIN goal_mapping m ON m.programme_id = a.programme_id AND m.from_code = g.goal_code"
            + " WHERE a.programme_id = :programmeId AND a.state IN " + WRITTEN
            + " AND NOT EXISTS (SELECT 1 FROM assessment_goal e WHERE e.assessment_id = g.assessment_id"
            + " AND e.goal_code = m.to_code)")
    List<NewLink> newAssessments(long programmeId);

    @Query("INSERT INTO assessment_goal (assessment_id, goal_code) VALUES (:recordId, :goalCode)")
    void linkAssessment(long recordId, String goalCode);

    @Query("DELETE g FROM assessment_goal g JOIN assessment a ON a.id = g.assessment_id"
            + " WHERE a.programme_id = :programmeId AND a.state IN " + WRITTEN + " AND" + OLD)
    void unlinkAssessments(long programmeId, long oldCurriculum, long newCurriculum);
}
