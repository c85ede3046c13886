package se.stegen.meeting;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.TalkAccess;
import se.stegen.common.Problem;
import se.stegen.common.Today;
import se.stegen.meeting.MeetingRepository.Detail;
import se.stegen.meeting.MeetingRepository.PreparationRow;

/** Who may see how much of a meeting. */
@Singleton
class MeetingReader {
    private final AccessPolicy access;
    private final MeetingRepository meetings;
    private final MeetingTemplates templates;
    private final Today today;

    MeetingReader(AccessPolicy access, MeetingRepository meetings, MeetingTemplates templates, Today today) {
        this.access = access;
        this.meetings = meetings;
        this.templates = templates;
        this.today = today;
    }

    /** The meeting, where the actor may know of it. */
    Detail readable(Actor actor, long id) {
        Detail detail = meetings.detail(id).orElseThrow(Problem::notFound);
        TalkAccess held = held(actor, detail);
        if (held == TalkAccess.NONE) {
            throw Problem.notFound();
        }
        if (held == TalkAccess.THAT && detail.state() != MeetingState.HELD && reviewer(actor, detail)) {
            throw Problem.notFound();
        }
        return detail;
    }

    /** The meeting, where the actor may plan, move and close it. */
    Detail holdable(Actor actor, long id) {
        Detail detail = readable(actor, id);
        if (!mayHold(actor, detail)) {
            throw Problem.forbidden();
        }
        return detail;
    }

    /** The planned meeting, held in the database, where the actor may change it; {@code STATE_CONFLICT}. */
    Detail planned(Actor actor, long id) {
        holdable(actor, id);
        meetings.hold(id);
        Detail detail = holdable(actor, id);
        MeetingRules.requireState(detail.state(), MeetingState.PLANNED);
        return detail;
    }

    boolean mayHold(Actor actor, Detail detail) {
        return access.mayHoldTalk(actor, detail.programmeId(), detail.kind().holder());
    }

    /** The doctor, and whoever may hold it. */
    boolean mayPrepare(Actor actor, Detail detail) {
        return actor.personId() == detail.doctorId() || mayHold(actor, detail);
    }

    /** The doctor, and whoever holds such meetings or held this one. */
    boolean mayAdd(Actor actor, Detail detail) {
        return actor.personId() == detail.doctorId() || mayVoid(actor, detail);
    }

    /** Whoever holds such meetings, or held this one. */
    boolean mayVoid(Actor actor, Detail detail) {
        return mayHold(actor, detail) || holds(actor, detail);
    }

    Meeting seenBy(Actor actor, Detail d) {
        boolean concerned = held(actor, d) == TalkAccess.TEXT;
        // What was recorded by mistake may be of somebody else: those who hold such meetings read it, to set it right.
        boolean text = concerned && (d.state() != MeetingState.VOIDED || mayVoid(actor, d));
        boolean planned = d.state() == MeetingState.PLANNED;
        boolean closed = d.state() == MeetingState.HELD;
        List<PreparationRow> prepared = text ? meetings.preparations(d.id()) : List.of();
        return new Meeting(
                d.id(),
                d.programmeId(),
                d.doctorId(),
                d.doctorName(),
                d.kind(),
                d.state(),
                d.heldOn(),
                d.startsAt(),
                d.minutes(),
                d.place(),
                d.holderId(),
                d.holderName(),
                text,
                text ? d.summary() : null,
                text ? meetings.agreements(d.id()) : List.of(),
                text ? meetings.additions(d.id()) : List.of(),
                concerned ? meetings.changes(d.id()) : List.of(),
                text ? templates.questions(d.templateId()) : List.of(),
                opened(actor, d, prepared),
                prepared.stream()
                        .filter(row -> row.sharedAt() != null)
                        .map(PreparationRow::personId)
                        .toList(),
                d.closedAt(),
                planned && mayHold(actor, d) ? closing(d.id()) : null,
                d.version(),
                planned && mayPrepare(actor, d),
                planned && mayHold(actor, d),
                closed && mayAdd(actor, d),
                closed && mayVoid(actor, d));
    }

    private @Nullable MeetingClosing closing(long id) {
        return meetings.closing(id)
                .map(row -> new MeetingClosing(
                        row.heldOn(),
                        row.summary(),
                        templates.agreements(row.agreements()),
                        row.writtenByName(),
                        row.updatedAt(),
                        row.version()))
                .orElse(null);
    }

    private List<Preparation> opened(Actor actor, Detail d, List<PreparationRow> prepared) {
        LocalDate now = today.date();
        List<Preparation> seen = new ArrayList<>();
        for (PreparationRow row : prepared) {
            boolean doctors = row.personId() == d.doctorId();
            // Somebody who planned it and has left is no side of it any more.
            boolean side = doctors || Objects.equals(row.personId(), d.holderId());
            boolean otherShared = prepared.stream()
                    .anyMatch(other -> (other.personId() == d.doctorId()) != doctors && other.sharedAt() != null);
            boolean opened = side && MeetingRules.opened(row.sharedAt() != null, otherShared, d.heldOn(), now);
            if (row.personId() == actor.personId() || opened) {
                seen.add(new Preparation(
                        row.personId(),
                        row.personName(),
                        templates.texts(row.answers()),
                        row.sharedAt(),
                        row.updatedAt(),
                        row.version()));
            }
        }
        return seen;
    }

    private TalkAccess held(Actor actor, Detail d) {
        if ((d.state() == MeetingState.HELD || d.state() == MeetingState.VOIDED) && holds(actor, d)) {
            return TalkAccess.TEXT;
        }
        return access.talkAccess(
                actor, d.programmeId(), d.kind().holder(), d.kind().withMainSupervisor());
    }

    /** Who held it reads it afterwards, too, as the supervisor does with a session. */
    private static boolean holds(Actor actor, Detail d) {
        @Nullable Long holder = d.holderId();
        return holder != null && holder == actor.personId();
    }

    private boolean reviewer(Actor actor, Detail d) {
        return access.portfolioAccess(actor, d.programmeId()) == se.stegen.access.PortfolioAccess.SIGNED;
    }
}
