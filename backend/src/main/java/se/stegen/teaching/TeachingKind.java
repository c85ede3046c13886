package se.stegen.teaching;

import se.stegen.calendar.AppointmentKind;

/** What kind of teaching. */
public enum TeachingKind {
    /** Internutbildning. */
    INTERNAL_TEACHING(AppointmentKind.INTERNAL_TEACHING),
    /** Journal club. */
    JOURNAL_CLUB(AppointmentKind.JOURNAL_CLUB);

    private final AppointmentKind appointment;

    TeachingKind(AppointmentKind appointment) {
        this.appointment = appointment;
    }

    AppointmentKind appointment() {
        return appointment;
    }
}
