package se.stegen.testing;

import java.time.LocalDate;
import se.stegen.access.Actor;
import se.stegen.access.Role;

/**
 * A doctor with everybody around: main supervisor, studierektor and clinic head of the clinic, and those who are not
 * concerned.
 */
public record TalkCast(
        long clinic,
        long programme,
        Actor doctor,
        Actor main,
        Actor placement,
        Actor studierektor,
        Actor head,
        Actor reviewer,
        Actor admin,
        Actor overall,
        Actor otherHead) {
    /** New people at a new clinic, the programme since the day. */
    public static TalkCast of(LocalDate start, LocalDate today) {
        long clinic = Fixtures.clinic();
        long doctor = Fixtures.person("Dr Test");
        long programme = Fixtures.programme(doctor, clinic, start);
        long main = Fixtures.person("Handledare Test");
        Fixtures.role(main, Role.SUPERVISOR, clinic);
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                programme,
                main,
                start);
        long placement = Fixtures.person("Placering Test");
        Fixtures.insert(
                "INSERT INTO placement (programme_id, title, supervisor_id, start_date, end_date) VALUES (?, 'x', ?, ?, ?)",
                programme,
                placement,
                today.minusDays(1),
                today);
        return new TalkCast(
                clinic,
                programme,
                Fixtures.actor(doctor),
                Fixtures.actor(main),
                Fixtures.actor(placement),
                Fixtures.actor(Role.STUDIEREKTOR, clinic),
                Fixtures.actor(Role.CLINIC_HEAD, clinic),
                Fixtures.actor(Role.REVIEWER, clinic),
                Fixtures.admin(),
                Fixtures.actor(Role.OVERALL_STUDIEREKTOR, clinic),
                Fixtures.actor(Role.CLINIC_HEAD, Fixtures.clinic()));
    }
}
