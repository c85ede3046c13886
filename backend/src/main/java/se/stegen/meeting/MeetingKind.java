package se.stegen.meeting;

import se.stegen.access.Role;
import se.stegen.calendar.AppointmentKind;

/** What kind of meeting, who holds it and who takes part. */
public enum MeetingKind {
    /** Utvecklingssamtal, with the clinic head. */
    DEVELOPMENT_TALK(Role.CLINIC_HEAD, false, AppointmentKind.DEVELOPMENT_TALK),
    /** Avstämningsmöte, with the studierektor and the main supervisor. */
    RECONCILIATION(Role.STUDIEREKTOR, true, AppointmentKind.RECONCILIATION),
    /** Introduktion at the beginning of a post, with the studierektor. */
    INTRODUCTION(Role.STUDIEREKTOR, false, AppointmentKind.INTRODUCTION);

    private final Role holder;
    private final boolean withMainSupervisor;
    private final AppointmentKind appointment;

    MeetingKind(Role holder, boolean withMainSupervisor, AppointmentKind appointment) {
        this.holder = holder;
        this.withMainSupervisor = withMainSupervisor;
        this.appointment = appointment;
    }

    /** The role that plans and closes it. */
    public Role holder() {
        return holder;
    }

    /** Whether the main supervisor is invited and reads what was said. */
    public boolean withMainSupervisor() {
        return withMainSupervisor;
    }

    AppointmentKind appointment() {
        return appointment;
    }
}
