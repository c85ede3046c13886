package se.stegen.calendar;

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
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import se.stegen.common.Messages;

@MappedEntity("appointment")
record AppointmentRow(
        @Id @GeneratedValue long id,
        String uid,
        AppointmentKind kind,
        long recordId,
        LocalDate day,
        @Nullable LocalTime startsAt,
        int minutes,
        String place,
        String about,
        String path,
        int sequence,
        LocalDateTime changedAt,
        @Nullable LocalDateTime cancelledAt) {

    static AppointmentRow of(Appointment a, String uid, LocalDateTime now) {
        return new AppointmentRow(
                0,
                uid,
                a.kind(),
                a.recordId(),
                a.day(),
                a.startsAt(),
                a.minutes(),
                a.place(),
                a.about(),
                a.path(),
                0,
                now,
                null);
    }

    AppointmentRow changedTo(Appointment a, LocalDateTime now) {
        return new AppointmentRow(
                id,
                uid,
                kind,
                recordId,
                a.day(),
                a.startsAt(),
                a.minutes(),
                a.place(),
                a.about(),
                a.path(),
                sequence + 1,
                now,
                null);
    }

    AppointmentRow cancelled(LocalDateTime now) {
        return new AppointmentRow(
                id, uid, kind, recordId, day, startsAt, minutes, place, about, path, sequence + 1, now, now);
    }

    boolean saysTheSameAs(Appointment a) {
        return cancelledAt == null
                && day.equals(a.day())
                && Objects.equals(startsAt, a.startsAt())
                && minutes == a.minutes()
                && place.equals(a.place())
                && about.equals(a.about())
                && path.equals(a.path());
    }
}

@JdbcRepository(dialect = Dialect.MYSQL)
interface AppointmentRepository extends GenericRepository<AppointmentRow, Long> {
    AppointmentRow save(AppointmentRow row);

    void update(AppointmentRow row);

    @Query("SELECT * FROM appointment WHERE kind = :kind AND record_id = :recordId FOR UPDATE")
    Optional<AppointmentRow> find(String kind, long recordId);

    @Query("SELECT person_id FROM appointment_person WHERE appointment_id = :appointmentId")
    List<Long> people(long appointmentId);

    @Query("INSERT INTO appointment_person (appointment_id, person_id) VALUES (:appointmentId, :personId)")
    void addPerson(long appointmentId, long personId);

    @Query("DELETE FROM appointment_person WHERE appointment_id = :appointmentId AND person_id = :personId")
    void removePerson(long appointmentId, long personId);

    /** Those who are told, with how they want to be told. */
    @Query("SELECT id, name, email, locale, wants_invitations FROM person WHERE id IN (:ids)")
    List<Reader> readers(Collection<Long> ids);

    /** One person's appointments since a day; those cancelled before an instant are over. */
    @Query("SELECT a.* FROM appointment_person q JOIN appointment a ON a.id = q.appointment_id"
            + " WHERE q.person_id = :personId AND a.day >= :since"
            + " AND (a.cancelled_at IS NULL OR a.cancelled_at >= :cancelledSince) ORDER BY a.day, a.id")
    List<AppointmentRow> of(long personId, LocalDate since, LocalDateTime cancelledSince);

    @Query("SELECT COUNT(*) FROM appointment_person q JOIN appointment a ON a.id = q.appointment_id"
            + " WHERE q.person_id = :personId AND a.day BETWEEN :since AND :until AND a.cancelled_at IS NULL")
    int count(long personId, LocalDate since, LocalDate until);

    /** Who else takes part in these. */
    @Query(
            "SELECT q.appointment_id, p.id AS person_id, p.name FROM appointment_person q JOIN person p ON p.id = q.person_id"
                    + " WHERE q.appointment_id IN (:ids) AND q.person_id <> :personId")
    List<Other> others(Collection<Long> ids, long personId);
}

/** Somebody who reads an appointment. */
@Introspected
record Reader(long id, String name, String email, String locale, boolean wantsInvitations) {
    Locale language() {
        return Messages.supported(Locale.forLanguageTag(locale));
    }
}

/** Somebody who takes part besides the reader. */
@Introspected
record Other(long appointmentId, long personId, String name) {}
