package se.stegen.supportplan;

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
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SupportPlanRepository extends GenericRepository<SupportPlanRepository.Row, Long> {
    @MappedEntity("support_plan")
    record Row(
            @Id @GeneratedValue long id,
            long programmeId,
            SupportPlanState state,
            String reason,
            String planChanges,
            String efforts,
            String demands,
            LocalDate openedOn,
            long openedBy,
            LocalDateTime updatedAt,
            int version) {}

    /** A plan with names. */
    @Introspected
    record Detail(
            long id,
            long programmeId,
            String doctorName,
            SupportPlanState state,
            String reason,
            String planChanges,
            String efforts,
            String demands,
            LocalDate openedOn,
            String openedByName,
            LocalDateTime updatedAt,
            @Nullable LocalDate endedOn,
            @Nullable SupportOutcome outcome,
            @Nullable String outcomeNote,
            int version) {}

    String DETAIL = "SELECT s.id, s.programme_id, d.name AS doctor_name, s.state, s.reason, s.plan_changes, s.efforts,"
            + " s.demands, s.opened_on, o.name AS opened_by_name, s.updated_at, s.ended_on, s.outcome, s.outcome_note,"
            + " s.version FROM support_plan s JOIN programme p ON p.id = s.programme_id"
            + " JOIN person d ON d.id = p.person_id JOIN person o ON o.id = s.opened_by ";

    Row save(Row row);

    @Query(DETAIL + "WHERE s.id = :planId")
    Optional<Detail> detail(long planId);

    @Query(DETAIL + "WHERE s.programme_id = :programmeId ORDER BY s.opened_on DESC, s.id DESC")
    List<Detail> list(long programmeId);

    @Query("SELECT COUNT(*) FROM support_plan WHERE programme_id = :programmeId")
    int count(long programmeId);

    /** Plans of one programme are opened one after the other. */
    @Query("SELECT id FROM programme WHERE id = :programmeId FOR UPDATE")
    long holdProgramme(long programmeId);

    @Query("SELECT id FROM support_plan WHERE id = :planId FOR UPDATE")
    Optional<Long> hold(long planId);

    @Query("UPDATE support_plan SET reason = :reason, plan_changes = :planChanges, efforts = :efforts,"
            + " demands = :demands, updated_at = :now, version = version + 1"
            + " WHERE id = :planId AND version = :version AND state = 'OPEN'")
    int update(
            long planId,
            int version,
            String reason,
            String planChanges,
            String efforts,
            String demands,
            LocalDateTime now);

    @Query("UPDATE support_plan SET state = 'ENDED', ended_on = :endedOn, ended_by = :endedBy, outcome = :outcomeName,"
            + " outcome_note = :note, updated_at = :now, version = version + 1"
            + " WHERE id = :planId AND version = :version AND state = 'OPEN'")
    int end(
            long planId,
            int version,
            LocalDate endedOn,
            long endedBy,
            String outcomeName,
            String note,
            LocalDateTime now);

    @Query("SELECT f.id, f.due_on AS due, f.starts_at, f.held_on, f.result, u.name AS noted_by_name, f.version"
            + " FROM support_plan_follow_up f LEFT JOIN person u ON u.id = f.noted_by"
            + " WHERE f.support_plan_id = :planId ORDER BY f.due_on, f.id")
    List<FollowUp> followUps(long planId);

    @Query("UPDATE support_plan_follow_up SET held_on = :heldOn, result = :result, noted_by = :notedBy,"
            + " version = version + 1 WHERE id = :followUpId AND version = :version AND held_on IS NULL")
    int noteResult(long followUpId, int version, LocalDate heldOn, String result, long notedBy);

    @Query("UPDATE support_plan_follow_up SET due_on = :dueOn, starts_at = :startsAt, version = version + 1"
            + " WHERE id = :followUpId AND version = :version AND held_on IS NULL")
    int moveFollowUp(long followUpId, int version, LocalDate dueOn, @Nullable LocalTime startsAt);

    @Query("DELETE FROM support_plan_follow_up WHERE id = :followUpId AND held_on IS NULL")
    int removeFollowUp(long followUpId);
}

@JdbcRepository(dialect = Dialect.MYSQL)
interface FollowUpRepository extends GenericRepository<FollowUpRepository.FollowUpRow, Long> {
    @MappedEntity("support_plan_follow_up")
    record FollowUpRow(
            @Id @GeneratedValue long id,
            long supportPlanId,
            LocalDate dueOn,
            @Nullable LocalTime startsAt,
            String result,
            int version) {}

    FollowUpRow save(FollowUpRow row);
}
