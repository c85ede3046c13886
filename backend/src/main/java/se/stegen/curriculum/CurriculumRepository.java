package se.stegen.curriculum;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
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
interface CurriculumRepository extends GenericRepository<CurriculumRepository.CurriculumRow, Long> {
    @MappedEntity("curriculum")
    record CurriculumRow(
            @Id @GeneratedValue long id,
            String regulation,
            String specialtyCode,
            int number,
            String source,
            boolean checked,
            @Nullable String remark,
            LocalDateTime createdAt,
            @Nullable Long createdBy) {}

    @Introspected
    record EditionRow(
            long id,
            String regulation,
            String specialtyCode,
            String specialtyName,
            int number,
            String source,
            boolean checked,
            @Nullable String remark,
            LocalDateTime createdAt,
            int goals) {}

    @Introspected
    record GoalRow(
            long curriculumId,
            String code,
            String goalGroup,
            String title,
            @Nullable String activities,
            boolean checked) {
        Goal goal() {
            return new Goal(code, GoalGroup.valueOf(goalGroup), title, activities, checked);
        }
    }

    @Introspected
    record SpecialtyRow(String code, String name, String kind, String specialtyGroup) {
        Specialty specialty() {
            return new Specialty(code, name, SpecialtyKind.valueOf(kind), specialtyGroup);
        }
    }

    String EDITION = "SELECT c.id, c.regulation, c.specialty_code, s.name AS specialty_name, c.number, c.source,"
            + " c.checked, c.remark, c.created_at,"
            + " (SELECT COUNT(*) FROM goal g WHERE g.curriculum_id = c.id) AS goals"
            + " FROM curriculum c JOIN specialty s ON s.code = c.specialty_code";
    String LATEST = " NOT EXISTS (SELECT 1 FROM curriculum n WHERE n.regulation = c.regulation"
            + " AND n.specialty_code = c.specialty_code AND n.number > c.number)";

    CurriculumRow save(CurriculumRow row);

    @Query(EDITION + " WHERE c.id = :id")
    Optional<EditionRow> edition(long id);

    @Query(EDITION + " WHERE c.regulation = :regulation AND c.specialty_code = :specialtyCode"
            + " ORDER BY c.number DESC LIMIT 1")
    Optional<EditionRow> latest(String regulation, String specialtyCode);

    @Query(EDITION + " WHERE c.regulation = :regulation AND" + LATEST + " ORDER BY s.name")
    List<EditionRow> latestOf(String regulation);

    @Query(EDITION + " WHERE c.regulation = :regulation AND c.specialty_code = :specialtyCode ORDER BY c.number DESC")
    List<EditionRow> editions(String regulation, String specialtyCode);

    @Query("SELECT curriculum_id, code, goal_group, title, activities, checked FROM goal"
            + " WHERE curriculum_id = :curriculumId ORDER BY sort_order")
    List<GoalRow> goals(long curriculumId);

    @Query("SELECT g.curriculum_id, g.code, g.goal_group, g.title, g.activities, g.checked FROM goal g"
            + " JOIN curriculum c ON c.id = g.curriculum_id WHERE c.regulation = :regulation AND" + LATEST
            + " ORDER BY g.curriculum_id, g.sort_order")
    List<GoalRow> latestGoalsOf(String regulation);

    @Query("SELECT code FROM goal WHERE curriculum_id = :curriculumId")
    List<String> goalCodes(long curriculumId);

    @Query("SELECT code, name, kind, specialty_group FROM specialty ORDER BY name")
    List<SpecialtyRow> specialties();

    @Query("SELECT code, name, kind, specialty_group FROM specialty"
            + " WHERE (:regulation = '2015' AND in_2015) OR (:regulation = '2021' AND in_2021) ORDER BY name")
    List<SpecialtyRow> specialtiesOf(String regulation);

    @Query("SELECT EXISTS (SELECT 1 FROM specialty WHERE code = :code)")
    boolean specialtyExists(String code);

    /** Makes the row that {@link #lockLoad} locks; leaves one that is there. */
    @Query("INSERT IGNORE INTO reference_load (name, content_hash, loaded_at) VALUES (:name, '', :at)")
    void ensureLoad(String name, LocalDateTime at);

    /** The hash of what was loaded last; a second instance waits here until the first has loaded. */
    @Query("SELECT content_hash FROM reference_load WHERE name = :name FOR UPDATE")
    Optional<String> lockLoad(String name);

    @Query("SELECT content_hash FROM reference_load WHERE name = :name")
    Optional<String> loaded(String name);

    @Query("UPDATE reference_load SET content_hash = :hash, loaded_at = :at WHERE name = :name")
    void recordLoad(String name, String hash, LocalDateTime at);

    /** Locks a specialty, so that two new editions of it get two numbers. */
    @Query("SELECT code FROM specialty WHERE code = :code FOR UPDATE")
    Optional<String> lockSpecialty(String code);

    @Query("INSERT INTO specialty (code, name, kind, specialty_group, in_2015, in_2021)"
            + " VALUES (:code, :name, :kind, :specialtyGroup, :in2015, :in2021) ON DUPLICATE KEY UPDATE name = :name,"
            + " kind = :kind, specialty_group = :specialtyGroup, in_2015 = :in2015, in_2021 = :in2021")
    void upsertSpecialty(String code, String name, String kind, String specialtyGroup, boolean in2015, boolean in2021);
}
