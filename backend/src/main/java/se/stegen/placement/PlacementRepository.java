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
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PlacementRepository extends GenericRepository<PlacementRepository.PlacementRow, Long> {
    @MappedEntity("placement")
    record PlacementRow(
            @Id @GeneratedValue long id,
            long programmeId,
            String title,
            @Nullable Long clinicId,
            @Nullable Long supervisorId,
            LocalDate startDate,
            LocalDate endDate,
            int version) {}

    /** A placement with names, without goals. */
    @Introspected
    record PlacementDetail(
            long id,
            String title,
            @Nullable Long clinicId,
            @Nullable String clinicName,
            @Nullable Long supervisorId,
            @Nullable String supervisorName,
            LocalDate startDate,
            LocalDate endDate,
            @Nullable LocalDate introducedOn,
            @Nullable String introducedByName,
            @Nullable Long iupItemId,
            int version) {}

    /** A goal of a placement. */
    @Introspected
    record PlacementGoal(long placementId, String goalCode) {}

    PlacementRow save(PlacementRow row);

    @Query("SELECT l.id, l.title, l.clinic_id, c.name AS clinic_name, l.supervisor_id, h.name AS supervisor_name,"
            + " l.start_date, l.end_date, l.introduced_on, b.name AS introduced_by_name, i.id AS iup_item_id, l.version"
            + " FROM placement l LEFT JOIN clinic c ON c.id = l.clinic_id"
            + " LEFT JOIN person h ON h.id = l.supervisor_id LEFT JOIN person b ON b.id = l.introduced_by"
            + " LEFT JOIN iup_item i ON i.placement_id = l.id WHERE l.programme_id = :programmeId"
            + " ORDER BY l.start_date, l.id")
    List<PlacementDetail> placements(long programmeId);

    @Query("SELECT g.placement_id, g.goal_code FROM placement_goal g JOIN placement l ON l.id = g.placement_id"
            + " JOIN programme p ON p.id = l.programme_id"
            + " LEFT JOIN goal d ON d.curriculum_id = p.curriculum_id AND d.code = g.goal_code"
            + " WHERE l.programme_id = :programmeId ORDER BY g.placement_id, d.sort_order, g.goal_code")
    List<PlacementGoal> goals(long programmeId);

    @Query("UPDATE placement SET title = :title, clinic_id = :clinicId, supervisor_id = :supervisorId,"
            + " start_date = :startDate, end_date = :endDate, version = version + 1"
            + " WHERE id = :id AND version = :version")
    int update(
            long id,
            int version,
            String title,
            @Nullable Long clinicId,
            @Nullable Long supervisorId,
            LocalDate startDate,
            LocalDate endDate);

    @Query("INSERT INTO placement_goal (placement_id, goal_code) VALUES (:placementId, :goalCode)")
    void addGoal(long placementId, String goalCode);

    @Query("DELETE FROM placement_goal WHERE placement_id = :placementId")
    void removeGoals(long placementId);

    @Query("DELETE FROM placement WHERE id = :id AND version = :version")
    int remove(long id, int version);

    @Query("UPDATE placement SET introduced_on = :introducedOn, introduced_by = :introducedBy, version = version + 1"
            + " WHERE id = :id AND version = :version")
    int introduce(long id, int version, @Nullable LocalDate introducedOn, @Nullable Long introducedBy);

    /** Two changes of one programme's placements wait for each other. */
    @Query("SELECT id FROM programme WHERE id = :programmeId FOR UPDATE")
    Optional<Long> lockProgramme(long programmeId);
}
