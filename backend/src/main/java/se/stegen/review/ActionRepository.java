package se.stegen.review;

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
import se.stegen.spur.Area;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ActionRepository extends GenericRepository<ActionRepository.Row, Long> {
    @MappedEntity("review_action")
    record Row(
            @Id @GeneratedValue long id,
            long reviewId,
            int position,
            @Nullable Area area,
            String item,
            @Nullable String itemCode,
            String plannedAction,
            String dueText,
            @Nullable LocalDate dueOn,
            String responsible,
            String followUpText,
            @Nullable LocalDate followUpOn,
            String followUpResponsible,
            boolean checked,
            @Nullable Long ownerId,
            ActionState state,
            String evidence,
            LocalDateTime updatedAt,
            int version) {}

    String ACTION =
            "SELECT a.id, a.review_id, r.clinic_id, c.name AS clinic_name, r.state AS review_state, r.reviewed_on,"
                    + " a.position, a.area, a.item, a.item_code, a.planned_action, a.due_text, a.due_on, a.responsible,"
                    + " a.follow_up_text, a.follow_up_on, a.follow_up_responsible, a.checked, a.owner_id, o.name AS owner_name,"
                    + " a.state, a.evidence, a.proof, a.closed_on, u.name AS closed_by_name, a.updated_at, a.version"
                    + " FROM review_action a JOIN review r ON r.id = a.review_id JOIN clinic c ON c.id = r.clinic_id"
                    + " LEFT JOIN person o ON o.id = a.owner_id LEFT JOIN person u ON u.id = a.closed_by ";

    /** What can be done soonest comes first; what has no day comes last. */
    String BY_DAY = " ORDER BY a.due_on IS NULL, a.due_on, a.id";

    Row save(Row row);

    @Query(ACTION + "WHERE a.id = :actionId")
    Optional<ReviewAction> action(long actionId);

    @Query(ACTION + "WHERE a.review_id = :reviewId ORDER BY a.position, a.id")
    List<ReviewAction> ofReview(long reviewId);

    @Query(ACTION + "WHERE r.clinic_id = :clinicId AND r.state = 'CONFIRMED'" + BY_DAY)
    List<ReviewAction> ofClinic(long clinicId);

    @Query(ACTION + "WHERE a.owner_id = :personId AND a.state IN ('OPEN', 'IN_PROGRESS') AND r.state = 'CONFIRMED'"
            + BY_DAY)
    List<ReviewAction> ofOwner(long personId);

    @Query("SELECT COALESCE(MAX(position) + 1, 0) FROM review_action WHERE review_id = :reviewId")
    int nextPosition(long reviewId);

    @Query("UPDATE review_action SET area = :areaName, item = :item, item_code = :itemCode,"
            + " planned_action = :plannedAction, due_text = :dueText, due_on = :dueOn, responsible = :responsible,"
            + " follow_up_text = :followUpText, follow_up_on = :followUpOn,"
            + " follow_up_responsible = :followUpResponsible, owner_id = :ownerId, evidence = :evidence,"
            + " updated_at = :now, version = version + 1 WHERE id = :actionId AND version = :version")
    int update(
            long actionId,
            int version,
            @Nullable String areaName,
            String item,
            @Nullable String itemCode,
            String plannedAction,
            String dueText,
            @Nullable LocalDate dueOn,
            String responsible,
            String followUpText,
            @Nullable LocalDate followUpOn,
            String followUpResponsible,
            @Nullable Long ownerId,
            String evidence,
            LocalDateTime now);

    @Query("UPDATE review_action SET checked = :checked, updated_at = :now, version = version + 1"
            + " WHERE id = :actionId AND version = :version")
    int check(long actionId, int version, boolean checked, LocalDateTime now);

    @Query("UPDATE review_action SET state = :stateName, proof = :proof, closed_on = :closedOn, closed_by = :closedBy,"
            + " updated_at = :now, version = version + 1 WHERE id = :actionId AND version = :version")
    int state(
            long actionId,
            int version,
            String stateName,
            @Nullable String proof,
            @Nullable LocalDate closedOn,
            @Nullable Long closedBy,
            LocalDateTime now);

    @Query("DELETE FROM review_action WHERE id = :actionId")
    int remove(long actionId);

    @Query("INSERT INTO review_action_event (action_id, kind, state, due_on, area, item_code, effective_on, note,"
            + " person_id, logged_at) SELECT a.id, :kindName, a.state, a.due_on, a.area, a.item_code, :effectiveOn,"
            + " :note, :personId, :now FROM review_action a WHERE a.id = :actionId")
    void addEvent(long actionId, String kindName, LocalDate effectiveOn, String note, long personId, LocalDateTime now);

    @Query("INSERT INTO review_action_event (action_id, kind, state, due_on, area, item_code, effective_on, note,"
            + " person_id, logged_at) SELECT a.id, 'CREATED', a.state, a.due_on, a.area, a.item_code, :effectiveOn,"
            + " '', :personId, :now FROM review_action a WHERE a.review_id = :reviewId ORDER BY a.position, a.id")
    void addCreated(long reviewId, LocalDate effectiveOn, long personId, LocalDateTime now);

    @Query("SELECT e.id, e.kind, e.state, e.effective_on, e.note, u.name AS person_name, e.logged_at"
            + " FROM review_action_event e JOIN person u ON u.id = e.person_id WHERE e.action_id = :actionId"
            + " ORDER BY e.id")
    List<ActionEvent> events(long actionId);
}
