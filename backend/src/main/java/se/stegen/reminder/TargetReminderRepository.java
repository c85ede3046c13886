package se.stegen.reminder;

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

/** Who was reminded of which target. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface TargetReminderRepository extends GenericRepository<TargetReminderRepository.Row, Long> {
    @MappedEntity("target_reminder")
    record Row(
            @Id @GeneratedValue long id,
            long programmeId,
            String code,
            LocalDate weekStart,
            long clinicId,
            boolean toDoctor,
            boolean toSupervisor,
            long remindedBy,
            LocalDateTime remindedAt) {}

    /** The latest reminder of a doctor. */
    @Introspected
    record Latest(
            long programmeId,
            LocalDate weekStart,
            boolean toDoctor,
            boolean toSupervisor,
            String remindedBy,
            LocalDateTime remindedAt) {}

    /** A doctor and the main supervisor of the day, with what a mail needs. */
    @Introspected
    record Recipients(
            long programmeId,
            long doctorId,
            String doctorEmail,
            String doctorLocale,
            @Nullable String supervisorName,
            @Nullable String supervisorEmail,
            @Nullable String supervisorLocale) {}

    Row save(Row row);

    /** Those who remind of one doctor wait for each other, so that nobody is reminded twice. */
    @Query("SELECT id FROM programme WHERE id IN (:programmeIds) ORDER BY id FOR UPDATE")
    List<Long> hold(List<Long> programmeIds);

    @Query("SELECT r.programme_id, r.week_start, r.to_doctor, r.to_supervisor, p.name AS reminded_by, r.reminded_at"
            + " FROM target_reminder r JOIN person p ON p.id = r.reminded_by WHERE r.programme_id IN (:programmeIds)"
            + " AND r.code = :code AND r.week_start = (SELECT MAX(n.week_start) FROM target_reminder n"
            + "  WHERE n.programme_id = r.programme_id AND n.code = r.code)")
    List<Latest> latest(List<Long> programmeIds, String code);

    @Query("SELECT p.id AS programme_id, p.person_id AS doctor_id, d.email AS doctor_email, d.locale AS doctor_locale,"
            + " s.name AS supervisor_name, s.email AS supervisor_email, s.locale AS supervisor_locale"
            + " FROM programme p JOIN person d ON d.id = p.person_id"
            + " LEFT JOIN main_supervisor m ON m.programme_id = p.id AND m.valid_from <= :day"
            + "  AND (m.valid_to IS NULL OR m.valid_to >= :day)"
            + " LEFT JOIN person s ON s.id = m.person_id WHERE p.id IN (:programmeIds)")
    List<Recipients> recipients(List<Long> programmeIds, LocalDate day);
}
