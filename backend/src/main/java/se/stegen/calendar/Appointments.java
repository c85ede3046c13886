package se.stegen.calendar;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.stegen.common.Today;

/**
 * Takes appointments in the transaction of the record that they belong to: neither is without the other. Who may write
 * the record has been asked by its feature.
 */
@Singleton
public class Appointments {
    private final AppointmentRepository rows;
    private final Today today;

    Appointments(AppointmentRepository rows, Today today) {
        this.rows = rows;
        this.today = today;
    }

    /** Makes an appointment, or moves the one of that record; nothing happens where nothing of it changed. */
    @Transactional
    public void put(Appointment appointment) {
        Optional<AppointmentRow> known = rows.find(appointment.kind().name(), appointment.recordId());
        if (known.isEmpty()) {
            AppointmentRow made = rows.save(AppointmentRow.of(appointment, UUID.randomUUID() + "@stegen", today.utc()));
            appointment.personIds().forEach(person -> rows.addPerson(made.id(), person));
            return;
        }
        AppointmentRow row = known.get();
        Set<Long> before = new HashSet<>(rows.people(row.id()));
        if (row.saysTheSameAs(appointment) && before.equals(appointment.personIds())) {
            return;
        }
        rows.update(row.changedTo(appointment, today.utc()));
        before.stream()
                .filter(person -> !appointment.personIds().contains(person))
                .forEach(person -> rows.removePerson(row.id(), person));
        appointment.personIds().stream()
                .filter(person -> !before.contains(person))
                .forEach(person -> rows.addPerson(row.id(), person));
    }

    /** It will not be held; nothing happens where there is none, or where it was cancelled before. */
    @Transactional
    public void cancel(AppointmentKind kind, long recordId) {
        rows.find(kind.name(), recordId)
                .filter(row -> row.cancelledAt() == null)
                .ifPresent(row -> rows.update(row.cancelled(today.utc())));
    }
}
