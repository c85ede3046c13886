package se.stegen.ui.meeting;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.meeting.Meeting;
import se.stegen.meeting.MeetingClosing;
import se.stegen.meeting.MeetingClosingService;
import se.stegen.meeting.MeetingService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Conflict;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.SavedAt;

/** What a talk came to, kept while it is written: the form and what of it is saved. */
final class ClosingDraft {
    private final MeetingClosingService closings;
    private final MeetingService meetings;
    private final CurrentActor current;
    private final long meetingId;
    private final ClosingForm form;
    private final AutoSave saving;
    /** What the form began with, or last saved. */
    private @Nullable MeetingClosing written;

    ClosingDraft(
            MeetingClosingService closings,
            MeetingService meetings,
            CurrentActor current,
            Meeting meeting,
            SavedAt savedAt,
            ProblemNotice problem,
            Locale locale) {
        this.closings = closings;
        this.meetings = meetings;
        this.current = current;
        meetingId = meeting.id();
        form = new ClosingForm(meeting, locale);
        saving = new AutoSave(savedAt, problem, this::save, this::stale);
        form.watch(saving, problem);
        MeetingClosing known = meeting.closing();
        if (known != null) {
            savedAt.saved(known.updatedAt());
        }
        written = known;
    }

    ClosingForm form() {
        return form;
    }

    /** Saves what is not saved yet; false where that is refused. */
    boolean kept() {
        return saving.flush();
    }

    /** Closes the meeting with what is written. */
    Meeting close(int version) {
        return closings.close(current.get(), meetingId, version, form.date(), form.summary(), form.agreements());
    }

    private LocalDateTime save() {
        MeetingClosing before = written;
        MeetingClosing kept = Objects.requireNonNull(closings.keep(
                        current.get(),
                        meetingId,
                        before == null ? null : before.version(),
                        form.date(),
                        form.summary(),
                        form.agreements())
                .closing());
        written = kept;
        return kept.updatedAt();
    }

    /** Another who may close it wrote, or the same person in another window: both texts are shown, and one chooses. */
    private void stale() {
        MeetingClosing theirs = meetings.get(current.get(), meetingId).closing();
        if (theirs == null) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        Runnable goOn = () -> {
            written = theirs;
            saving.goOn();
        };
        List<Conflict.Difference> differences = form.differences(written, theirs);
        if (differences.isEmpty()) {
            goOn.run();
        } else {
            new Conflict(differences, goOn, saving::later).open();
        }
    }
}
