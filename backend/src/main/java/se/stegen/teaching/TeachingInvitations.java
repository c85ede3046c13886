package se.stegen.teaching;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import se.stegen.calendar.Appointment;
import se.stegen.calendar.Appointments;
import se.stegen.common.Today;
import se.stegen.teaching.TeachingRepository.Detail;

/** A session that lies ahead is in the calendars of the clinic's doctors in ST and of the one who leads it. */
@Singleton
class TeachingInvitations {
    private final TeachingRepository sessions;
    private final Appointments appointments;
    private final Today today;

    TeachingInvitations(TeachingRepository sessions, Appointments appointments, Today today) {
        this.sessions = sessions;
        this.appointments = appointments;
        this.today = today;
    }

    /** Invites those who will work there that day, and takes it from the others; who is invited is not told twice. */
    @Transactional
    void book(long id) {
        LocalDate now = today.date();
        sessions.detail(id)
                .filter(session -> !session.cancelled() && !session.heldOn().isBefore(now))
                .ifPresent(this::book);
    }

    private void book(Detail session) {
        Set<Long> invited = new HashSet<>(sessions.doctors(session.clinicId(), session.heldOn()));
        Long leader = session.leaderId();
        if (leader != null) {
            invited.add(leader);
        }
        appointments.put(new Appointment(
                session.kind().appointment(),
                session.id(),
                session.heldOn(),
                session.startsAt(),
                session.minutes(),
                session.place(),
                session.title(),
                "teaching-session/" + session.id(),
                invited));
    }
}
