package se.stegen.regulation;

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
interface RegulationRepository extends GenericRepository<RegulationRepository.PeriodRow, Long> {
    @MappedEntity("programme_regulation")
    record PeriodRow(
            @Id @GeneratedValue long id,
            long programmeId,
            String regulation,
            long curriculumId,
            int plannedMonths,
            LocalDate validFrom,
            @Nullable Long chosenBy,
            LocalDateTime chosenAt) {}

    /** What a change begins with. */
    @Introspected
    record Standing(
            long personId,
            String regulation,
            String specialtyCode,
            long curriculumId,
            LocalDate startDate,
            int plannedMonths) {}

    /** A pair of a mapping. */
    @Introspected
    record Pair(String fromCode, String toCode) {}

    /** How often a goal is linked. */
    @Introspected
    record Use(String goalCode, int links) {}

    String STANDING = "SELECT person_id, regulation, specialty_code, curriculum_id, start_date, planned_months"
            + " FROM programme WHERE id = :programmeId";

    PeriodRow save(PeriodRow row);

    @Query(STANDING)
    Optional<Standing> standing(long programmeId);

    @Query(STANDING + " FOR UPDATE")
    Optional<Standing> lock(long programmeId);

    @Query("SELECT EXISTS (SELECT 1 FROM programme WHERE person_id = :personId AND regulation = :regulation"
            + " AND specialty_code = :specialtyCode)")
    boolean exists(long personId, String regulation, String specialtyCode);

    @Query("SELECT r.regulation, r.curriculum_id, c.number AS edition, r.planned_months, r.valid_from,"
            + " p.name AS chosen_by_name FROM programme_regulation r JOIN curriculum c ON c.id = r.curriculum_id"
            + " LEFT JOIN person p ON p.id = r.chosen_by WHERE r.programme_id = :programmeId ORDER BY r.id")
    List<RegulationPeriod> periods(long programmeId);

    @Query("SELECT m.from_code, m.to_code FROM goal_mapping m"
            + " JOIN programme_regulation r ON r.id = m.programme_regulation_id"
            + " LEFT JOIN goal n ON n.curriculum_id = r.curriculum_id AND n.code = m.to_code"
            + " LEFT JOIN goal o ON o.code = m.from_code AND o.curriculum_id = (SELECT f.curriculum_id"
            + "   FROM programme_regulation f WHERE f.programme_id = m.programme_id AND f.id < r.id"
            + "   ORDER BY f.id DESC LIMIT 1)"
            + " WHERE m.programme_id = :programmeId ORDER BY o.sort_order, m.from_code, n.sort_order, m.to_code")
    List<Pair> mapping(long programmeId);

    @Query("INSERT INTO goal_mapping (programme_id, from_code, to_code, programme_regulation_id)"
            + " VALUES (:programmeId, :fromCode, :toCode, :programmeRegulationId)")
    void addPair(long programmeId, String fromCode, String toCode, long programmeRegulationId);

    @Query(
            "SELECT u.goal_code, COUNT(*) AS links FROM ("
                    + "SELECT g.goal_code FROM iup_item_goal g JOIN iup_item i ON i.id = g.item_id WHERE i.programme_id = :programmeId"
                    + " UNION ALL SELECT g.goal_code FROM placement_goal g JOIN placement l ON l.id = g.placement_id"
                    + " WHERE l.programme_id = :programmeId"
                    + " UNION ALL SELECT g.goal_code FROM supervision_goal g JOIN supervision s ON s.id = g.supervision_id"
                    + " WHERE s.programme_id = :programmeId"
                    + " UNION ALL SELECT g.goal_code FROM assessment_goal g JOIN assessment a ON a.id = g.assessment_id"
                    + " WHERE a.programme_id = :programmeId"
                    + " UNION ALL SELECT g.goal_code FROM transferred_goal g"
                    + " JOIN transferred_record r ON r.id = g.record_id WHERE r.programme_id = :programmeId"
                    + " UNION ALL SELECT e.goal_code FROM goal_evidence e WHERE e.programme_id = :programmeId) u GROUP BY u.goal_code")
    List<Use> uses(long programmeId);

    @Query("UPDATE programme SET regulation = :regulation, curriculum_id = :curriculumId,"
            + " planned_months = :plannedMonths, version = version + 1 WHERE id = :programmeId")
    void change(long programmeId, String regulation, long curriculumId, int plannedMonths);
}
