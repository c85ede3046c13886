package se.stegen.iup;

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

@MappedEntity("iup_item")
record IupItemRow(
        @Id @GeneratedValue long id,
        long programmeId,
        String kind,
        String title,
        LocalDate startDate,
        LocalDate endDate,
        String assessmentMethod,
        String leader,
        String note,
        @Nullable Long placementId,
        long createdBy,
        LocalDateTime updatedAt,
        int version) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface IupItemRepository extends GenericRepository<IupItemRow, Long> {
    /** A goal of one of a plan's activities. */
    @Introspected
    record ItemGoal(long itemId, String goalCode) {}

    IupItemRow save(IupItemRow row);

    @Query("SELECT id, programme_id, kind, title, start_date, end_date, assessment_method, leader, note, placement_id,"
            + " created_by, updated_at, version FROM iup_item WHERE programme_id = :programmeId"
            + " ORDER BY start_date, end_date, id")
    List<IupItemRow> items(long programmeId);

    @Query("SELECT g.item_id, g.goal_code FROM iup_item_goal g JOIN iup_item i ON i.id = g.item_id"
            + " LEFT JOIN goal d ON d.curriculum_id = :curriculumId AND d.code = g.goal_code"
            + " WHERE i.programme_id = :programmeId ORDER BY g.item_id, d.sort_order, g.goal_code")
    List<ItemGoal> goals(long programmeId, long curriculumId);

    @Query("SELECT id, programme_id, kind, title, start_date, end_date, assessment_method, leader, note, placement_id,"
            + " created_by, updated_at, version FROM iup_item WHERE id = :id AND programme_id = :programmeId")
    Optional<IupItemRow> item(long id, long programmeId);

    @Query("SELECT g.goal_code FROM iup_item_goal g"
            + " LEFT JOIN goal d ON d.curriculum_id = :curriculumId AND d.code = g.goal_code"
            + " WHERE g.item_id = :id ORDER BY d.sort_order, g.goal_code")
    List<String> goalsOf(long id, long curriculumId);

    @Query("SELECT COUNT(*) FROM iup_item WHERE programme_id = :programmeId")
    int count(long programmeId);

    @Query("UPDATE iup_item SET kind = :kind, title = :title, start_date = :startDate, end_date = :endDate,"
            + " assessment_method = :assessmentMethod, leader = :leader, note = :note, updated_at = :now,"
            + " version = version + 1 WHERE id = :id")
    void update(
            long id,
            String kind,
            String title,
            LocalDate startDate,
            LocalDate endDate,
            String assessmentMethod,
            String leader,
            String note,
            LocalDateTime now);

    /** Whether something rests on an activity: it was evaluated. */
    @Query("SELECT COUNT(*) FROM activity_evaluation WHERE item_id = :itemId")
    int evaluations(long itemId);

    @Query("INSERT INTO iup_item_goal (item_id, goal_code) VALUES (:itemId, :goalCode)")
    void addGoal(long itemId, String goalCode);

    @Query("DELETE FROM iup_item_goal WHERE item_id = :itemId")
    void removeGoals(long itemId);

    @Query("DELETE FROM iup_item WHERE id = :id")
    void remove(long id);
}
