package se.stegen.reminder;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** People's choices, and which weeks are done. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ReminderRepository extends GenericRepository<ReminderRepository.SettingRow, Long> {
    /** One person's choices. */
    @MappedEntity("reminder_setting")
    record SettingRow(@Id long personId, int weekday, boolean toSign, boolean plan, boolean meetings, boolean clinic) {
        ReminderSettings settings(boolean on) {
            return new ReminderSettings(on, DayOfWeek.of(weekday), toSign, plan, meetings, clinic);
        }
    }

    /**
     * Somebody whose week is not done.
     *
     * @param lastSentAt UTC; null where there was no digest
     */
    @Introspected
    record Open(long id, int weekday, @Nullable LocalDateTime lastSentAt) {}

    Optional<SettingRow> findById(long personId);

    @Query("INSERT INTO reminder_setting (person_id, weekday, to_sign, plan, meetings, clinic)"
            + " VALUES (:personId, :weekday, :toSign, :plan, :meetings, :clinic) ON DUPLICATE KEY UPDATE"
            + " weekday = :weekday, to_sign = :toSign, plan = :plan, meetings = :meetings, clinic = :clinic")
    void keep(long personId, int weekday, boolean toSign, boolean plan, boolean meetings, boolean clinic);

    /** Those who want digests, whose weekday has come and whose week is not done, by key from {@code after} on. */
    @Query("SELECT p.id, COALESCE(s.weekday, 1) AS weekday, (SELECT MAX(l.done_at) FROM reminder_week l"
            + "  WHERE l.person_id = p.id AND l.sent = TRUE) AS last_sent_at"
            + " FROM person p LEFT JOIN reminder_setting s ON s.person_id = p.id"
            + " WHERE p.id > :after AND p.wants_digest = TRUE AND COALESCE(s.weekday, 1) <= :weekday"
            + " AND NOT EXISTS (SELECT 1 FROM reminder_week w WHERE w.person_id = p.id AND w.week = :week)"
            + " ORDER BY p.id LIMIT 200")
    List<Open> open(long after, int weekday, String week);

    /** 0 where the person's week is done already, by whomever. */
    @Query("INSERT IGNORE INTO reminder_week (person_id, week, done_at, sent) VALUES (:personId, :week, :now, :sent)")
    int done(long personId, String week, LocalDateTime now, boolean sent);

    @Query("UPDATE reminder_week SET sent = TRUE WHERE person_id = :personId AND week = :week")
    void sent(long personId, String week);

    @Query("SELECT email FROM person WHERE id = :personId")
    Optional<String> email(long personId);
}
