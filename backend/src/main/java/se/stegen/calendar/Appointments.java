package se.stegen.calendar;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.stegen.common.Today;

/**
 * Takes appointments in the transaction of the record that they belong to, and queues the invitations with them: none is
 * without the others. Who may write the record has been asked by its feature.
 */
@Singleton
public class Appointments {
    private final AppointmentRepository rows;
    private final CalendarMails mails;
    private final Today today;

    Appointments(AppointmentRepository rows, CalendarMails mails, Today today) {
        this.rows = rows;
        this.mails = mails;
        this.today = today;
    }

    /** Makes an appointment, or moves the one of that record; nothing happens where nothing of it changed. */
    @Transactional
    public void put(Appointment appointment) {
        Optional<AppointmentRow> known = rows.find(appointment.kind().name(), appointment.recordId());
        if (known.isEmpty()) {
            AppointmentRow made = rows.save(AppointmentRow.of(appointment, UUID.randomUUID() + "@stegen", today.utc()));
            appointment.personIds().forEach(person -> rows.addPerson(made.id(), person));
            mails.invite(made, made, appointment.personIds());
            return;
        }
        AppointmentRow row = known.get();
        Set<Long> before = new HashSet<>(rows.people(row.id()));
        if (row.saysTheSameAs(appointment) && before.equals(appointment.personIds())) {
            return;
        }
        AppointmentRow changed = row.changedTo(appointment, today.utc());
        rows.update(changed);
        before.stream()
                .filter(person -> !appointment.personIds().contains(person))
                .forEach(person -> rows.removePerson(row.id(), person));
        appointment.personIds().stream()
                .filter(person -> !before.contains(person))
                .forEach(person -> rows.addPerson(row.id(), person));
        Set<Long> gone = new HashSet<>(before);
        gone.removeAll(appointment.personIds());
        if (row.cancelledAt() == null) {
            mails.cancel(row, changed, gone);
        }
        // Who was there before and reads nothing new is left alone.
        Set<Long> told = new HashSet<>(appointment.personIds());
        if (row.saysTheSameAs(appointment)) {
            told.removeAll(before);
        }
        mails.invite(row, changed, told);
    }

    /** It will not be held; nothing happens where there is none, or where it was cancelled before. */
    @Transactional
    public void cancel(AppointmentKind kind, long recordId) {
        rows.find(kind.name(), recordId)
                .filter(row -> row.cancelledAt() == null)
                .ifPresent(row -> {
                    AppointmentRow cancelled = row.cancelled(today.utc());
                    rows.update(cancelled);
                    mails.cancel(row, cancelled, Set.copyOf(rows.people(row.id())));
                });
    }
}
