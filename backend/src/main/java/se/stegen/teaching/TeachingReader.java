package se.stegen.teaching;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.teaching.TeachingRepository.Detail;

/** Who may see and do what with a session. */
@Singleton
class TeachingReader {
    private final AccessPolicy access;
    private final TeachingRepository sessions;

    TeachingReader(AccessPolicy access, TeachingRepository sessions) {
        this.access = access;
        this.sessions = sessions;
    }

    /** The session, where the actor may know of it. */
    Detail readable(Actor actor, long id) {
        Detail detail = require(id);
        if (!leads(actor, detail)) {
            access.requireReadTeaching(actor, detail.clinicId());
        }
        return detail;
    }

    /** The session, where the actor may change it. */
    Detail changeable(Actor actor, long id) {
        Detail detail = readable(actor, id);
        if (!access.mayKeepTeaching(actor, detail.clinicId())) {
            throw Problem.forbidden();
        }
        return detail;
    }

    /** The session, where the actor keeps its list. */
    Detail keepable(Actor actor, long id) {
        Detail detail = readable(actor, id);
        if (!mayKeepList(actor, detail)) {
            throw Problem.forbidden();
        }
        return detail;
    }

    Detail require(long id) {
        return sessions.detail(id).orElseThrow(Problem::notFound);
    }

    Teaching seenBy(Actor actor, Detail d) {
        boolean keeps = mayKeepList(actor, d);
        List<Attendee> there = sessions.attendees(d.id());
        return new Teaching(
                d.id(),
                d.clinicId(),
                d.clinicName(),
                d.kind(),
                d.heldOn(),
                d.startsAt(),
                d.minutes(),
                d.place(),
                d.title(),
                d.leaderId(),
                d.leaderName(),
                d.article(),
                d.doi(),
                d.cancelled(),
                d.cancelReason(),
                keeps
                        ? there
                        : there.stream()
                                .filter(one -> one.personId() == actor.personId())
                                .toList(),
                there.size(),
                d.version(),
                access.mayKeepTeaching(actor, d.clinicId()),
                keeps);
    }

    /** Those who plan the clinic's teaching, and whoever leads this session. */
    private boolean mayKeepList(Actor actor, Detail detail) {
        return access.mayKeepTeaching(actor, detail.clinicId()) || leads(actor, detail);
    }

    private static boolean leads(Actor actor, Detail detail) {
        return Objects.equals(detail.leaderId(), actor.personId());
    }
}
