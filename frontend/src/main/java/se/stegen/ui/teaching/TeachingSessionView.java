package se.stegen.ui.teaching;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import se.stegen.common.Problem;
import se.stegen.common.Today;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.teaching.AttendanceService;
import se.stegen.teaching.Attendee;
import se.stegen.teaching.Teaching;
import se.stegen.teaching.TeachingCode;
import se.stegen.teaching.TeachingKind;
import se.stegen.teaching.TeachingService;
import se.stegen.ui.NewRecords;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.bridge.PageAddress;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.PersonPicker;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.QrCode;
import se.stegen.ui.component.ReasonDialog;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;

/** One session: the code for the room, and the list that fills as people scan it. */
@Route(Paths.TEACHING_SESSION)
@Prototype
@PermitAll
class TeachingSessionView extends Screen implements HasUrlParameter<Long> {
    static final String CODE = "teaching-code";
    static final String LIST = "attendance-list";
    static final String COUNT = "attendance-count";
    static final String PERSON = "attendance-person";
    static final String NOTE = "attendance-note";
    static final String CANCEL = "teaching-cancel";
    static final String CHANGE = "teaching-change";

    private static final long serialVersionUID = 1L;

    /** The form that a journal club is assessed by. */
    private static final String JOURNAL_CLUB = "journal-club";

    /** A code is renewed on the screen when it has this left: what was scanned just before still has time to sign in. */
    private static final Duration RENEW_BEFORE = Duration.ofMinutes(3);

    private final transient TeachingService sessions;
    private final transient AttendanceService attendance;
    private final transient TeachingDialogs dialogs;
    private final transient OpenLists lists;
    private final transient ProgrammeService programmes;
    private final transient NewRecords newRecords;
    private final transient CurrentActor current;
    private final transient Today today;
    private final Div code = Html.div("");
    private final Div list = new Div();
    private final Span count = new Span();
    private @Nullable Registration looking;
    private transient @Nullable Instant codeEnds;
    private transient Teaching session;
    private String origin = "";

    @SuppressWarnings("NullAway.Init")
    TeachingSessionView(
            TeachingService sessions,
            AttendanceService attendance,
            TeachingDialogs dialogs,
            OpenLists lists,
            ProgrammeService programmes,
            NewRecords newRecords,
            CurrentActor current,
            Today today) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.dialogs = dialogs;
        this.lists = lists;
        this.programmes = programmes;
        this.newRecords = newRecords;
        this.current = current;
        this.today = today;
        code.setId(CODE);
        list.setId(LIST);
        count.setId(COUNT);
        count.getElement().setAttribute("role", "status");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        origin = PageAddress.origin();
        codeEnds = null;
        show(sessions.get(current.get(), id));
    }

    private void show(Teaching shown) {
        session = shown;
        LocalTime at = shown.startsAt();
        PageHead head = begin(shown.title())
                .line(
                        new Span(t("teaching.kind." + shown.kind()) + " · " + day(shown.date())
                                + (at == null ? "" : " · " + t("meeting.at", at.toString()))
                                + (shown.place().isEmpty() ? "" : " · " + shown.place())),
                        RecordScreen.way(Paths.of(Paths.TEACHING, shown.clinicId()), t("teaching.list")));
        if (shown.mayChange() && !shown.cancelled()) {
            head.actions(
                    RecordScreen.other(CHANGE, t("teaching.change"), () -> dialogs.change(session, this::again)),
                    RecordScreen.other(CANCEL, t("teaching.cancel"), this::cancel));
        }
        String leader = shown.leaderName();
        if (leader != null) {
            head.line(t("teaching.led.by", leader));
        }
        if (shown.cancelled()) {
            add(Html.div("notice warn", new Paragraph(t("teaching.cancelled.why", shown.cancelReason()))));
            return;
        }
        article(shown);
        boolean ahead = shown.date().isAfter(today.date());
        if (ahead) {
            add(Html.div("notice", new Paragraph(t("teaching.is.ahead"))));
        } else if (shown.mayKeepList()) {
            Div grid = Html.div("grid halves");
            if (shown.date().equals(today.date())) {
                grid.add(card(t("attendance.code"), new Paragraph(t("attendance.code.text")), code));
                renew();
            }
            grid.add(card(t("attendance.list"), count, list, noting()));
            add(grid);
            fill();
        } else {
            boolean there = shown.attendees().stream()
                    .anyMatch(one -> one.personId() == current.get().personId());
            add(Html.div(
                    there ? "notice good" : "notice",
                    new Paragraph(t(there ? "attendance.you.were" : "attendance.you.not"))));
        }
    }

    private void article(Teaching shown) {
        if (shown.kind() != TeachingKind.JOURNAL_CLUB) {
            return;
        }
        Div card = card(t("teaching.article"));
        card.add(new Paragraph(shown.article().isEmpty() ? t("teaching.article.none") : shown.article()));
        if (!shown.doi().isEmpty()) {
            Anchor doi = new Anchor("https://doi.org/" + shown.doi(), "doi.org/" + shown.doi());
            card.add(new Paragraph(doi));
        }
        Long leader = shown.leaderId();
        List<ProgrammeFacts> mine = programmes.mine(current.get());
        if (leader != null && leader == current.get().personId() && !mine.isEmpty()) {
            card.add(
                    new Paragraph(t("teaching.ask.text")),
                    newRecords.askOn(
                            JOURNAL_CLUB, "teaching.ask", mine.getFirst().programmeId(), problem()));
        }
        add(card);
    }

    private Div noting() {
        PersonPicker person =
                new PersonPicker(t("attendance.person"), new ClinicPeople(sessions, current, session.clinicId()));
        person.field().setId(PERSON);
        Button note = RecordScreen.other(NOTE, t("attendance.note"), () -> {
            Long id = person.personId();
            if (id != null && attempt(() -> session = attendance.note(current.get(), session.id(), id))) {
                person.field().clear();
                fill();
            }
        });
        return Html.div("link-line after", person.field(), note);
    }

    private void fill() {
        list.removeAll();
        count.setText(t("attendance.count", session.attended()));
        if (session.attendees().isEmpty()) {
            list.add(new EmptyState(t("attendance.none.yet")));
            return;
        }
        var rows = Html.tag("ul");
        rows.addClassName("rows");
        for (Attendee one : session.attendees()) {
            var row = Html.tag(
                    "li",
                    Html.div(
                            "words",
                            Html.text("b", one.name()),
                            Html.text("small", " " + t(one.self() ? "attendance.self" : "attendance.noted"))),
                    remove(one));
            row.addClassName("row");
            rows.add(row);
        }
        list.add(rows);
    }

    private Component remove(Attendee one) {
        Button remove = new Button(
                t("delete"),
                click -> attempt(() -> {
                    session = attendance.forget(current.get(), session.id(), one.personId());
                    fill();
                    ProblemNotice.undo(
                            t("attendance.removed", one.name()),
                            t("undo"),
                            () -> attempt(() -> {
                                session = attendance.note(current.get(), session.id(), one.personId());
                                fill();
                            }));
                }));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(t("delete") + ": " + one.name());
        return remove;
    }

    /** A new code once the one on the screen is soon over. */
    private void renew() {
        Instant ends = codeEnds;
        if (ends != null && today.instant().plus(RENEW_BEFORE).isBefore(ends)) {
            return;
        }
        TeachingCode made = attendance.makeCode(current.get(), session.id());
        codeEnds = made.expiresAt();
        code.removeAll();
        code.add(new QrCode(origin + made.path(), t("attendance.code.label")));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        looking = lists.add(event.getUI(), this::look);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        Registration registered = looking;
        if (registered != null) {
            registered.remove();
        }
    }

    /** Somebody may have scanned the code meanwhile. */
    private void look() {
        if (!session.mayKeepList() || session.cancelled() || session.date().isAfter(today.date())) {
            return;
        }
        try {
            Teaching now = sessions.get(current.get(), session.id());
            if (!now.attendees().equals(session.attendees())) {
                session = now;
                fill();
            }
            if (code.isAttached() && now.date().equals(today.date()) && !now.cancelled()) {
                renew();
            }
        } catch (Problem refused) {
            problem().show(refused);
        }
    }

    private void cancel() {
        new ReasonDialog(t("teaching.cancel.title"), t("teaching.cancel.text"), t("teaching.cancel"), reason -> {
                    show(sessions.cancel(current.get(), session.id(), session.version(), reason));
                    top();
                    ProblemNotice.done(t("teaching.cancel.done"));
                })
                .open();
    }

    private void again() {
        show(sessions.get(current.get(), session.id()));
        top();
        ProblemNotice.done(t("study.saved"));
    }
}
