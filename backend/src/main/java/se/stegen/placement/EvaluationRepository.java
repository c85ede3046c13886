package se.stegen.placement;

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

@JdbcRepository(dialect = Dialect.MYSQL)
interface EvaluationRepository extends GenericRepository<EvaluationRepository.EvaluationRow, Long> {
    @MappedEntity("activity_evaluation")
    record EvaluationRow(
            @Id @GeneratedValue long id,
            long programmeId,
            @Nullable Long placementId,
            @Nullable Long itemId,
            int supervision,
            int introduction,
            int learning,
            int recommend,
            String comment,
            LocalDateTime createdAt,
            LocalDateTime updatedAt,
            int version) {}

    /** A course without its goals. */
    @Introspected
    record CourseRow(long id, String title, LocalDate startDate, LocalDate endDate, String leader) {}

    /** A goal of a course. */
    @Introspected
    record CourseGoal(long itemId, String goalCode) {}

    EvaluationRow save(EvaluationRow row);

    @Query(
            "SELECT id, placement_id, item_id, supervision, introduction, learning, recommend, comment, created_at, version"
                    + " FROM activity_evaluation WHERE programme_id = :programmeId ORDER BY id")
    List<Evaluation> ofProgramme(long programmeId);

    @Query("UPDATE activity_evaluation SET supervision = :supervision, introduction = :introduction,"
            + " learning = :learning, recommend = :recommend, comment = :comment, updated_at = :updatedAt,"
            + " version = version + 1 WHERE id = :id AND version = :version")
    int update(
            long id,
            int version,
            int supervision,
            int introduction,
            int learning,
            int recommend,
            String comment,
            LocalDateTime updatedAt);

    /** Two answers about one activity wait for each other. */
    @Query("SELECT id FROM programme WHERE id = :programmeId FOR UPDATE")
    Optional<Long> lockProgramme(long programmeId);

    @Query("SELECT end_date FROM placement WHERE id = :placementId AND programme_id = :programmeId")
    Optional<LocalDate> endOfPlacement(long placementId, long programmeId);

    @Query("SELECT end_date FROM iup_item WHERE id = :itemId AND programme_id = :programmeId AND kind = 'COURSE'")
    Optional<LocalDate> endOfCourse(long itemId, long programmeId);

    @Query("SELECT id, title, start_date, end_date, leader FROM iup_item"
            + " WHERE programme_id = :programmeId AND kind = 'COURSE' ORDER BY start_date, id")
    List<CourseRow> courses(long programmeId);

    @Query(
            "SELECT g.item_id, g.goal_code FROM iup_item_goal g JOIN iup_item i ON i.id = g.item_id"
                    + " JOIN programme p ON p.id = i.programme_id"
                    + " LEFT JOIN goal d ON d.curriculum_id = p.curriculum_id AND d.code = g.goal_code"
                    + " WHERE i.programme_id = :programmeId AND i.kind = 'COURSE' ORDER BY g.item_id, d.sort_order, g.goal_code")
    List<CourseGoal> courseGoals(long programmeId);

    @Query("SELECT p.person_id AS doctor_id, '' AS title, e.supervision, e.introduction, e.learning, e.recommend,"
            + " e.comment FROM activity_evaluation e JOIN placement l ON l.id = e.placement_id"
            + " JOIN programme p ON p.id = e.programme_id WHERE l.clinic_id = :clinicId")
    List<Answer> ofPlacementsAt(long clinicId);

    /** Courses of the doctors who had their post at the clinic on the course's last day. */
    @Query("SELECT p.person_id AS doctor_id, i.title, e.supervision, e.introduction, e.learning, e.recommend,"
            + " e.comment FROM activity_evaluation e JOIN iup_item i ON i.id = e.item_id"
            + " JOIN programme p ON p.id = e.programme_id JOIN post o ON o.programme_id = p.id"
            + " AND o.start_date <= i.end_date AND (o.end_date IS NULL OR o.end_date >= i.end_date)"
            + " WHERE o.clinic_id = :clinicId ORDER BY i.title")
    List<Answer> ofCoursesOf(long clinicId);

    @Query("SELECT EXISTS (SELECT 1 FROM activity_evaluation WHERE item_id = :itemId)")
    boolean courseEvaluated(long itemId);
}
