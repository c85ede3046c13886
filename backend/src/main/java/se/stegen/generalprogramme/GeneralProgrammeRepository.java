package se.stegen.generalprogramme;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface GeneralProgrammeRepository extends GenericRepository<GeneralProgrammeRepository.ItemRow, Long> {
    @MappedEntity("general_programme_item")
    record ItemRow(
            @Id @GeneratedValue long id,
            long generalProgrammeId,
            String kind,
            String title,
            int startMonth,
            int months,
            String assessmentMethod,
            long updatedBy,
            LocalDateTime updatedAt,
            int version) {}

    /** Which programme an activity belongs to. */
    @Introspected
    record Head(long id, long clinicId, String specialtyCode, String regulation) {}

    /** A goal of an activity. */
    @Introspected
    record ItemGoal(long itemId, String goalCode) {}

    @Query("SELECT id, clinic_id, specialty_code, regulation FROM general_programme"
            + " WHERE clinic_id = :clinicId AND specialty_code = :specialtyCode AND regulation = :regulation")
    Optional<Head> head(long clinicId, String specialtyCode, String regulation);

    @Query("SELECT g.id, g.clinic_id, g.specialty_code, g.regulation FROM general_programme g"
            + " JOIN general_programme_item i ON i.general_programme_id = g.id"
            + " WHERE i.id = :itemId AND g.clinic_id = :clinicId")
    Optional<Head> headOfItem(long itemId, long clinicId);

    /** Two studierektorer who begin at once begin the same one. */
    @Query("INSERT IGNORE INTO general_programme (clinic_id, specialty_code, regulation)"
            + " VALUES (:clinicId, :specialtyCode, :regulation)")
    void begin(long clinicId, String specialtyCode, String regulation);

    ItemRow save(ItemRow row);

    @Query(
            "SELECT id, general_programme_id, kind, title, start_month, months, assessment_method, updated_by, updated_at,"
                    + " version FROM general_programme_item WHERE general_programme_id = :generalProgrammeId"
                    + " ORDER BY start_month, id")
    List<ItemRow> items(long generalProgrammeId);

    @Query("SELECT COUNT(*) FROM general_programme_item WHERE general_programme_id = :generalProgrammeId")
    int count(long generalProgrammeId);

    @Query(
            "SELECT g.item_id, g.goal_code FROM general_programme_item_goal g"
                    + " JOIN general_programme_item i ON i.id = g.item_id"
                    + " WHERE i.general_programme_id = :generalProgrammeId ORDER BY g.item_id, LENGTH(g.goal_code), g.goal_code")
    List<ItemGoal> goals(long generalProgrammeId);

    @Query(
            "UPDATE general_programme_item SET kind = :kind, title = :title, start_month = :startMonth, months = :months,"
                    + " assessment_method = :assessmentMethod, updated_by = :updatedBy, updated_at = :updatedAt,"
                    + " version = version + 1 WHERE id = :id AND version = :version")
    int update(
            long id,
            int version,
            String kind,
            String title,
            int startMonth,
            int months,
            String assessmentMethod,
            long updatedBy,
            LocalDateTime updatedAt);

    @Query("INSERT INTO general_programme_item_goal (item_id, goal_code) VALUES (:itemId, :goalCode)")
    void addGoal(long itemId, String goalCode);

    @Query("DELETE FROM general_programme_item_goal WHERE item_id = :itemId")
    void removeGoals(long itemId);

    @Query("DELETE FROM general_programme_item WHERE id = :id AND version = :version")
    int remove(long id, int version);
}
