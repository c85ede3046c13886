package se.stegen.invitation;

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
import se.stegen.curriculum.Goal;
import se.stegen.curriculum.GoalGroup;

/** Tables {@code assessment_link} and {@code assessment_receipt}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface LinkRepository extends GenericRepository<LinkRepository.Row, Long> {
    /** A link; the token itself is kept nowhere. */
    @MappedEntity("assessment_link")
    record Row(
            @Id @GeneratedValue long id,
            String tokenHash,
            long assessmentId,
            String email,
            LocalDateTime createdAt,
            LocalDateTime expiresAt,
            @Nullable String askerDevice,
            @Nullable LocalDateTime closedAt,
            @Nullable String closedAs) {}

    /** A goal of a request. */
    @Introspected
    record GoalRow(
            String code,
            GoalGroup goalGroup,
            String title,
            @Nullable String activities,
            boolean checked) {
        Goal goal() {
            return new Goal(code, goalGroup, title, activities, checked);
        }
    }

    /** What somebody signed by link, as the receipt tells. */
    @Introspected
    record SignedRow(
            long assessmentId,
            String doctorName,
            String templateName,
            LocalDate observedOn,
            LocalDateTime signedAt,
            String assessorName,
            boolean reported) {}

    Row save(Row row);

    Optional<Row> findByTokenHash(String tokenHash);

    @Query("UPDATE assessment_link SET closed_at = :now, closed_as = :why"
            + " WHERE assessment_id = :assessmentId AND closed_at IS NULL")
    void close(long assessmentId, String why, LocalDateTime now);

    @Query("UPDATE assessment_link SET closed_at = :now, closed_as = :why"
            + " WHERE assessment_id = :assessmentId AND email <> :email AND closed_at IS NULL")
    void closeOthers(long assessmentId, String email, String why, LocalDateTime now);

    @Query("UPDATE assessment_link SET closed_at = :now, closed_as = :why WHERE id = :id AND closed_at IS NULL"
            + " AND expires_at > :now")
    int use(long id, String why, LocalDateTime now);

    @Query("INSERT INTO assessment_receipt (token_hash, assessment_id, expires_at)"
            + " VALUES (:tokenHash, :assessmentId, :expiresAt)")
    void saveReceipt(String tokenHash, long assessmentId, LocalDateTime expiresAt);

    @Query("SELECT a.id AS assessment_id, d.name AS doctor_name, t.name AS template_name, a.observed_on, a.signed_at,"
            + " a.assessor_name, EXISTS (SELECT 1 FROM assessment_oddity o WHERE o.assessment_id = a.id"
            + " AND o.kind = 'REPORTED') AS reported FROM assessment_receipt r"
            + " JOIN assessment a ON a.id = r.assessment_id JOIN programme p ON p.id = a.programme_id"
            + " JOIN person d ON d.id = p.person_id JOIN assessment_template t ON t.id = a.template_id"
            + " WHERE r.token_hash = :tokenHash AND r.expires_at > :now")
    Optional<SignedRow> receipt(String tokenHash, LocalDateTime now);

    @Query("SELECT g.code, g.goal_group, g.title, g.activities, g.checked FROM assessment_goal x"
            + " JOIN assessment a ON a.id = x.assessment_id JOIN programme p ON p.id = a.programme_id"
            + " JOIN goal g ON g.curriculum_id = p.curriculum_id AND g.code = x.goal_code"
            + " WHERE x.assessment_id = :assessmentId ORDER BY g.sort_order")
    List<GoalRow> goals(long assessmentId);

    /** Every device from which the request was ever sent or reminded of. */
    @Query("SELECT DISTINCT asker_device FROM assessment_link WHERE assessment_id = :assessmentId"
            + " AND asker_device IS NOT NULL")
    List<String> askerDevices(long assessmentId);

    @Query("SELECT email FROM person WHERE id = :personId")
    Optional<String> emailOf(long personId);

    @Query("SELECT locale FROM person WHERE id = :personId")
    Optional<String> localeOf(long personId);
}
