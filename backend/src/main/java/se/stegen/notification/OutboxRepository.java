package se.stegen.notification;

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

/** Table {@code outbox_mail}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OutboxRepository extends GenericRepository<OutboxRepository.Row, Long> {
    /** A mail with where it stands. */
    @MappedEntity("outbox_mail")
    record Row(
            @Id @GeneratedValue long id,
            String messageId,
            String recipient,
            String subject,
            String bodyText,
            String bodyHtml,
            @Nullable String stopUrl,
            @Nullable Long askerId,
            LocalDateTime createdAt,
            @Nullable LocalDateTime nextAttemptAt,
            int attempts,
            @Nullable String calendarMethod,
            @Nullable String calendar,
            @Nullable String topic) {}

    /** A mail that is due. */
    @Introspected
    record Due(long id) {}

    Row save(Row row);

    /** Takes away what has not gone and is not about to. */
    @Query("DELETE FROM outbox_mail WHERE topic = :topic AND next_attempt_at IS NOT NULL"
            + " AND (claimed_until IS NULL OR claimed_until < :now)")
    void withdraw(String topic, LocalDateTime now);

    /** Mails on a topic that went, or are about to. */
    @Query("SELECT COUNT(*) FROM outbox_mail WHERE topic = :topic AND given_up_at IS NULL")
    long told(String topic);

    Optional<Row> findById(long id);

    @Query("SELECT id FROM outbox_mail WHERE next_attempt_at <= :now"
            + " AND (claimed_until IS NULL OR claimed_until < :now) ORDER BY next_attempt_at, id LIMIT 100")
    List<Due> due(LocalDateTime now);

    @Query("UPDATE outbox_mail SET claimed_by = :claim, claimed_until = :until WHERE id = :id"
            + " AND next_attempt_at <= :now AND (claimed_until IS NULL OR claimed_until < :now)")
    int claim(long id, String claim, LocalDateTime now, LocalDateTime until);

    @Query(
            "UPDATE outbox_mail SET sent_at = :now, next_attempt_at = NULL, claimed_by = NULL, claimed_until = NULL,"
                    + " body_text = '', body_html = '', stop_url = NULL, calendar = NULL WHERE id = :id AND claimed_by = :claim")
    int sent(long id, String claim, LocalDateTime now);

    @Query("UPDATE outbox_mail SET next_attempt_at = :next, attempts = attempts + 1, last_error = :error,"
            + " claimed_by = NULL, claimed_until = NULL WHERE id = :id AND claimed_by = :claim")
    int later(long id, String claim, LocalDateTime next, String error);

    @Query("UPDATE outbox_mail SET given_up_at = :now, next_attempt_at = NULL, attempts = attempts + 1,"
            + " last_error = :error, claimed_by = NULL, claimed_until = NULL, body_text = '', body_html = '',"
            + " stop_url = NULL, calendar = NULL WHERE id = :id AND claimed_by = :claim")
    int giveUp(long id, String claim, LocalDateTime now, String error);

    @Query("INSERT INTO notice (person_id, kind, argument, created_at) VALUES (:personId, :kind, :argument, :now)")
    void tell(long personId, String kind, String argument, LocalDateTime now);
}
