package se.stegen.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.meeting.Meeting;
import se.stegen.meeting.MeetingClosingService;
import se.stegen.meeting.MeetingService;
import se.stegen.meeting.MeetingState;
import se.stegen.meeting.Preparation;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.ReasonDialog;
import se.stegen.ui.component.RecordScreen;

/** One talk: prepared by both, closed by one, added to afterwards. */
@Route(Paths.MEETING)
@Prototype
@PermitAll
class MeetingView extends RecordScreen implements HasUrlParameter<Long> {
    static final String SHARE = "meeting-share";
    static final String CLOSE = "meeting-close";
    static final String MOVE = "meeting-move";
    static final String CANCEL = "meeting-cancel";
    static final String DELETE = "meeting-delete";
    static final String VOID = "meeting-void";

    private static final long serialVersionUID = 1L;

    private final transient MeetingService service;
    private final transient MeetingClosingService closings;
    private final transient MeetingDialogs dialogs;
    private final transient CurrentActor current;
    private final transient Today today;
    private transient Meeting meeting;
    private @Nullable PreparationForm form;
    private transient @Nullable ClosingDraft closing;

    @SuppressWarnings("NullAway.Init")
    MeetingView(
            MeetingService service,
            MeetingClosingService closings,
            MeetingDialogs dialogs,
            CurrentActor current,
            Today today) {
        this.service = service;
        this.closings = closings;
        this.dialogs = dialogs;
        this.current = current;
        this.today = today;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(service.get(current.get(), id));
    }

    /** What is written of a meeting that is not closed yet is saved on the way out; where it cannot be, one is asked. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (closingKept()) {
            super.beforeLeave(event);
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction onwards = event.postpone();
        new Confirm(t("meeting.leave.title"), t("meeting.leave.text"), t("leave.verb"), () -> {
                    closing = null;
                    onwards.proceed();
                })
                .open();
    }

    private boolean closingKept() {
        ClosingDraft draft = closing;
        return draft == null || draft.kept();
    }

    private void show(Meeting shown) {
        meeting = shown;
        form = null;
        draft(null);
        Actor actor = current.get();
        PageHead head = begin(t("meeting.title", t("meeting.kind." + shown.kind()), day(shown.date())))
                .badge(new MeetingBadge(shown.state()))
                .line(new Span(line(shown)), way(Paths.of(Paths.MEETINGS, shown.programmeId()), t("meeting.list")));
        if (shown.mayHold()) {
            head.actions(
                    other(
                            MOVE,
                            t("meeting.move"),
                            () -> dialogs.move(
                                    meeting, moved -> after(moved, t("meeting.move.done", day(moved.date()))))),
                    other(CANCEL, t("meeting.cancel"), this::cancel));
            if (shown.preparations().isEmpty()
                    && shown.sharedBy().isEmpty()
                    && shown.changes().isEmpty()
                    && shown.closing() == null) {
                head.actions(other(DELETE, t("delete"), this::delete));
            }
        }
        MeetingReading reading = new MeetingReading(shown, getLocale());
        reading.changes().forEach(this::add);
        boolean voided = shown.state() == MeetingState.VOIDED;
        if (!shown.text()) {
            closing = null;
            add(Html.div("notice", new Paragraph(t(voided ? "meeting.voided.hidden" : "meeting.not.yours"))));
            return;
        }
        if (shown.state() == MeetingState.HELD || voided) {
            reading.held().forEach(this::add);
        }
        boolean withDraft = shown.mayPrepare() && !shown.questions().isEmpty();
        if (withDraft) {
            prepare(actor);
        }
        others(actor);
        List<Component> buttons = new ArrayList<>();
        if (withDraft && own(actor).map(Preparation::sharedAt).isEmpty()) {
            buttons.add(
                    shown.mayHold() && due()
                            ? other(SHARE, t("meeting.share"), this::share)
                            : primary(SHARE, t("meeting.share"), this::share));
        }
        boolean closes = shown.mayHold() && due();
        // What stands in the form stays there, also where it could not be saved yet.
        ClosingDraft draft = closes && closing == null
                ? new ClosingDraft(closings, service, current, shown, savedAt(), problem(), getLocale())
                : closing;
        closing = closes ? draft : null;
        if (closes && draft != null) {
            add(draft.form());
            buttons.addFirst(primary(CLOSE, t("meeting.close"), this::close));
        }
        if (shown.mayVoid()) {
            buttons.add(other(VOID, t("meeting.void"), this::voidMeeting));
        }
        actions(withDraft || closes, buttons.toArray(Component[]::new));
        if (shown.mayAdd()) {
            add(new AdditionCard(
                    text -> after(closings.add(current.get(), meeting.id(), text), t("meeting.add.done"))));
        }
    }

    private String line(Meeting shown) {
        LocalTime at = shown.startsAt();
        String holder = shown.holderName();
        return t("meeting.line", shown.doctorName(), holder == null ? "–" : holder)
                + (at == null ? "" : " · " + t("meeting.at", at.toString()))
                + (shown.place().isEmpty() ? "" : " · " + shown.place());
    }

    private boolean due() {
        return !meeting.date().isAfter(today.date());
    }

    private Optional<Preparation> own(Actor actor) {
        return meeting.preparations().stream()
                .filter(one -> one.personId() == actor.personId())
                .findFirst();
    }

    private void prepare(Actor actor) {
        Optional<Preparation> known = own(actor);
        boolean shared = known.map(Preparation::sharedAt).isPresent();
        PreparationForm fields = new PreparationForm(
                t("meeting.prepare"),
                t(shared ? "meeting.prepare.shared" : "meeting.prepare.help", other()),
                meeting.questions(),
                getLocale());
        form = fields;
        AutoSave saving = new AutoSave(savedAt(), problem(), () -> save(false), this::stale);
        saving.quietly(() -> fields.fill(known.map(Preparation::answers).orElse(List.of())));
        fields.watch(saving);
        known.ifPresent(one -> savedAt().saved(one.updatedAt()));
        draft(saving);
        add(fields);
    }

    /** The other side's name. */
    private String other() {
        String holder = meeting.holderName();
        return current.get().personId() == meeting.doctorId()
                ? Objects.requireNonNullElse(holder, t("meeting.kind." + meeting.kind()))
                : meeting.doctorName();
    }

    private void others(Actor actor) {
        new MeetingReading(meeting, getLocale()).preparations(actor.personId()).forEach(this::add);
        boolean othersShown = meeting.preparations().stream().anyMatch(one -> one.personId() != actor.personId());
        if (meeting.mayPrepare() && !othersShown) {
            boolean shared = meeting.sharedBy().stream().anyMatch(one -> one != actor.personId());
            add(Html.div("notice", new Paragraph(t(shared ? "meeting.other.shared" : "meeting.other.not", other()))));
        }
    }

    private LocalDateTime save(boolean share) {
        PreparationForm fields = form;
        Actor actor = current.get();
        Integer version = own(actor).map(Preparation::version).orElse(null);
        meeting = service.prepare(actor, meeting.id(), version, fields == null ? List.of() : fields.answers(), share);
        return own(actor).map(Preparation::updatedAt).orElseThrow(Problem::notFound);
    }

    /** The same person wrote in another window; what is written here stays on the screen. */
    private void stale() {
        Meeting theirs = service.get(current.get(), meeting.id());
        PreparationForm fields = form;
        if (fields == null || !theirs.mayPrepare()) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        List<String> base = own(current.get()).map(Preparation::answers).orElse(List.of());
        List<String> saved = theirs.preparations().stream()
                .filter(one -> one.personId() == current.get().personId())
                .findFirst()
                .map(Preparation::answers)
                .orElse(List.of());
        merge(fields.differences(base, saved), () -> meeting = theirs);
    }

    private void share() {
        if (saved()) {
            attempt(() -> {
                save(true);
                after(meeting, t("meeting.share.done", other()));
            });
        }
    }

    private void close() {
        ClosingDraft draft = closing;
        if (draft == null || !closingKept() || !saved()) {
            return;
        }
        new Confirm(
                        t("meeting.close.title"),
                        t("meeting.close.text", meeting.doctorName()),
                        t("meeting.close"),
                        () -> attempt(() -> after(draft.close(meeting.version()), t("meeting.close.done"))))
                .open();
    }

    private void cancel() {
        new ReasonDialog(
                        t("meeting.cancel.title"),
                        t("meeting.cancel.text", meeting.doctorName()),
                        t("meeting.cancel"),
                        reason -> after(
                                service.cancel(current.get(), meeting.id(), meeting.version(), reason),
                                t("meeting.cancel.done")))
                .open();
    }

    private void voidMeeting() {
        new ReasonDialog(
                        t("meeting.void.title"),
                        t("meeting.void.text", meeting.doctorName()),
                        t("meeting.void"),
                        reason -> after(
                                closings.markVoided(current.get(), meeting.id(), meeting.version(), reason),
                                t("meeting.void.done")))
                .open();
    }

    private void delete() {
        attempt(() -> {
            service.delete(current.get(), meeting.id(), meeting.version());
            draft(null);
            closing = null;
            ProblemNotice.done(t("meeting.deleted"));
            goTo(Paths.of(Paths.MEETINGS, meeting.programmeId()));
        });
    }

    private void after(Meeting next, String done) {
        show(next);
        top();
        ProblemNotice.done(done);
    }
}
