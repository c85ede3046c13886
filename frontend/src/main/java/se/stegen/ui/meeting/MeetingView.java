package se.stegen.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
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
import se.stegen.meeting.Addition;
import se.stegen.meeting.Agreement;
import se.stegen.meeting.Meeting;
import se.stegen.meeting.MeetingChange;
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

    private static final long serialVersionUID = 1L;

    private final transient MeetingService service;
    private final transient MeetingDialogs dialogs;
    private final transient CurrentActor current;
    private final transient Today today;
    private transient Meeting meeting;
    private @Nullable PreparationForm form;
    private @Nullable ClosingForm closing;

    @SuppressWarnings("NullAway.Init")
    MeetingView(MeetingService service, MeetingDialogs dialogs, CurrentActor current, Today today) {
        this.service = service;
        this.dialogs = dialogs;
        this.current = current;
        this.today = today;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(service.get(current.get(), id));
    }

    /** What is written of a meeting that is not closed yet is on this screen only: one is asked before it goes. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        ClosingForm fields = closing;
        if (fields != null && fields.isWritten()) {
            BeforeLeaveEvent.ContinueNavigationAction onwards = event.postpone();
            new Confirm(t("meeting.leave.title"), t("meeting.leave.text"), t("leave.verb"), () -> {
                        closing = null;
                        onwards.proceed();
                    })
                    .open();
            return;
        }
        super.beforeLeave(event);
    }

    private void show(Meeting shown) {
        ClosingForm before = closing;
        meeting = shown;
        form = null;
        closing = null;
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
                    && shown.changes().isEmpty()) {
                head.actions(other(DELETE, t("delete"), this::delete));
            }
        }
        if (!shown.text()) {
            add(Html.div("notice", new Paragraph(t("meeting.not.yours"))));
            return;
        }
        changes(shown.changes());
        if (shown.state() == MeetingState.HELD) {
            held(shown);
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
        if (shown.mayHold() && due()) {
            ClosingForm fields = before == null ? new ClosingForm(shown, getLocale()) : before;
            closing = fields;
            add(fields);
            fields.watch(problem());
            buttons.addFirst(primary(CLOSE, t("meeting.close"), this::close));
        }
        actions(withDraft, buttons.toArray(Component[]::new));
        if (shown.mayAdd()) {
            add(new AdditionCard(text -> after(service.add(current.get(), meeting.id(), text), t("meeting.add.done"))));
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

    private void changes(List<MeetingChange> changes) {
        for (MeetingChange change : changes) {
            var moved = change.movedTo();
            String text = moved == null
                    ? t("meeting.cancelled", change.changedByName(), moment(change.changedAt()))
                    : t("meeting.moved", day(change.wasOn()), day(moved), change.changedByName());
            Paragraph reason = new Paragraph(change.reason());
            reason.addClassName("prose");
            add(Html.div(moved == null ? "notice warn" : "notice", new Paragraph(text), reason));
        }
    }

    private void held(Meeting shown) {
        String summary = Objects.requireNonNullElse(shown.summary(), "");
        Paragraph said = new Paragraph(summary.isEmpty() ? t("meeting.summary.none") : summary);
        said.addClassName("prose");
        add(card(t("meeting.summary"), said));
        if (!shown.agreements().isEmpty()) {
            var list = Html.tag("ul");
            list.addClassName("rows");
            for (Agreement one : shown.agreements()) {
                var due = one.due();
                list.add(Html.tag(
                        "li",
                        new Span(one.text()),
                        Html.text("small", due == null ? "" : " " + t("meeting.agreement.until", day(due)))));
            }
            add(card(t("meeting.agreements"), list));
        }
        for (Addition one : shown.additions()) {
            Paragraph text = new Paragraph(one.text());
            text.addClassName("prose");
            add(card(t("meeting.addition", one.addedByName(), moment(one.addedAt())), text));
        }
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
        for (Preparation one : meeting.preparations()) {
            if (one.personId() == actor.personId() && meeting.mayPrepare()) {
                continue;
            }
            Div card = card(t("meeting.prepared.by", one.personName()));
            for (int i = 0; i < meeting.questions().size(); i++) {
                String answer = i < one.answers().size() ? one.answers().get(i) : "";
                Paragraph words = new Paragraph(answer.isEmpty() ? "–" : answer);
                words.addClassName("prose");
                card.add(Html.text("h3", meeting.questions().get(i).text(getLocale())), words);
            }
            add(card);
        }
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
        ClosingForm fields = closing;
        if (fields == null || !saved()) {
            return;
        }
        new Confirm(
                        t("meeting.close.title"),
                        t("meeting.close.text", meeting.doctorName()),
                        t("meeting.close"),
                        () -> attempt(() -> after(
                                service.close(
                                        current.get(),
                                        meeting.id(),
                                        meeting.version(),
                                        fields.date(),
                                        fields.summary(),
                                        fields.agreements()),
                                t("meeting.close.done"))))
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
