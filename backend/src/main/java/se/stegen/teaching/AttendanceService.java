package se.stegen.teaching;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.signin.LinkTokens;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.teaching.TeachingRepository.Detail;

/**
 * Who was there. In the room a code is shown that is soon over and renewed on the screen: a photo of it sent to a friend is
 * of no use for long. Who scans it says so with one tap; the one who keeps the list adds the rest.
 */
@Singleton
public class AttendanceService {
    /** How long a code works, in minutes: time to sign in on the phone. */
    public static final int MINUTES = 5;

    /** Where a code leads; its random part follows. */
    public static final String PATH = "here";

    private static final String KIND = "ATTENDANCE";

    private final AccessPolicy access;
    private final AccessLog log;
    private final TeachingRepository sessions;
    private final TeachingReader reader;
    private final LinkTokens tokens;
    private final Today today;

    AttendanceService(
            AccessPolicy access,
            AccessLog log,
            TeachingRepository sessions,
            TeachingReader reader,
            LinkTokens tokens,
            Today today) {
        this.access = access;
        this.log = log;
        this.sessions = sessions;
        this.reader = reader;
        this.tokens = tokens;
        this.today = today;
    }

    /**
     * A code for the room, on the session's day.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code CODE_OVER} on another day or where it is cancelled
     */
    @Transactional
    public TeachingCode makeCode(Actor actor, long id) {
        Detail detail = reader.keepable(actor, id);
        requireToday(detail);
        LocalDateTime now = today.utc();
        LocalDateTime end = now.plusMinutes(MINUTES);
        sessions.removeCodes(now.minusDays(1));
        String token = tokens.make();
        sessions.addCode(LinkTokens.hash(token), id, end);
        return new TeachingCode("/" + PATH + "/" + token, end.toInstant(ZoneOffset.UTC));
    }

    /**
     * The session of a code that was scanned.
     *
     * @throws Problem {@code CODE_OVER}; {@code NOT_OF_CLINIC} for who does not work at its clinic today
     */
    @Transactional
    public Teaching look(Actor actor, String token) {
        access.requireSignedIn(actor);
        return reader.seenBy(actor, session(actor, token));
    }

    /** "Jag är här": once is enough, twice changes nothing. Throws as {@link #look}. */
    @Transactional
    public Teaching attend(Actor actor, String token) {
        access.requireSignedIn(actor);
        Detail detail = session(actor, token);
        if (sessions.note(detail.id(), actor.personId(), actor.personId(), today.utc()) > 0) {
            log.person(actor, actor.personId(), Action.CREATE, KIND, detail.id());
        }
        return reader.seenBy(actor, detail);
    }

    /**
     * Notes somebody who was there; once is enough.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code NOT_YET_HELD}; {@code STATE_CONFLICT} where it is
     *     cancelled; {@code NOT_OF_CLINIC} on {@code personId}
     */
    @Transactional
    public Teaching note(Actor actor, long id, long personId) {
        Detail detail = reader.keepable(actor, id);
        requireList(detail);
        if (access.ofClinic(List.of(personId), detail.clinicId(), detail.heldOn())
                .isEmpty()) {
            throw Problem.field("personId", ProblemCode.NOT_OF_CLINIC);
        }
        if (sessions.note(id, personId, actor.personId(), today.utc()) > 0) {
            log.person(actor, personId, Action.CREATE, KIND, id);
        }
        return reader.seenBy(actor, detail);
    }

    /** Takes somebody off the list again; who is not on it is off it. Throws as {@link #note}. */
    @Transactional
    public Teaching forget(Actor actor, long id, long personId) {
        Detail detail = reader.keepable(actor, id);
        requireList(detail);
        if (sessions.forget(id, personId) > 0) {
            log.person(actor, personId, Action.DELETE, KIND, id);
        }
        return reader.seenBy(actor, detail);
    }

    private Detail session(Actor actor, String token) {
        Detail detail = sessions.sessionOf(LinkTokens.hash(token), today.utc())
                .map(reader::require)
                .orElseThrow(() -> Problem.of(ProblemCode.CODE_OVER));
        requireToday(detail);
        if (access.ofClinic(List.of(actor.personId()), detail.clinicId(), today.date())
                .isEmpty()) {
            throw Problem.of(ProblemCode.NOT_OF_CLINIC);
        }
        return detail;
    }

    private void requireToday(Detail detail) {
        if (detail.cancelled() || !detail.heldOn().equals(today.date())) {
            throw Problem.of(ProblemCode.CODE_OVER);
        }
    }

    private void requireList(Detail detail) {
        if (detail.heldOn().isAfter(today.date())) {
            throw Problem.of(ProblemCode.NOT_YET_HELD);
        }
        if (detail.cancelled()) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, "CANCELLED", "HELD");
        }
    }
}
