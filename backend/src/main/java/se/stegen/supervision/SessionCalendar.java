package se.stegen.supervision;

import jakarta.inject.Singleton;
import java.util.Set;
import se.stegen.calendar.Appointment;
import se.stegen.calendar.AppointmentKind;
import se.stegen.calendar.Appointments;

/** A planned session's place in the calendars of the doctor and the supervisor. */
@Singleton
class SessionCalendar {
    private final Appointments appointments;

    SessionCalendar(Appointments appointments) {
        this.appointments = appointments;
    }

    /** It is planned so; what was reported as held stays as it was. */
    void put(SupervisionDetail session) {
        SessionTime time = session.time();
        String place = time.place();
        appointments.put(new Appointment(
                AppointmentKind.SUPERVISION,
                session.id(),
                session.date(),
                time.startsAt(),
                time.minutes(),
                place == null ? "" : place,
                session.doctorName(),
                "supervision/" + session.id(),
                Set.of(session.doctorId(), session.supervisorId())));
    }

    /** It will not be held, or is gone. */
    void cancel(long sessionId) {
        appointments.cancel(AppointmentKind.SUPERVISION, sessionId);
    }
}
