package se.stegen.ui.collegium;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.stegen.collegium.Collegium;
import se.stegen.collegium.CollegiumForm;
import se.stegen.collegium.CollegiumOutcomeService;
import se.stegen.collegium.CollegiumPackService;
import se.stegen.collegium.CollegiumService;
import se.stegen.collegium.CollegiumState;
import se.stegen.collegium.OutcomeData;
import se.stegen.collegium.SpecialistViewService;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.ReasonDialog;
import se.stegen.ui.component.RecordScreen;

/** The meeting: all doctors in one list, one at a time beside it, what is written saves itself. */
@Route(Paths.COLLEGIUM)
@Prototype
@PermitAll
class CollegiumView extends RecordScreen implements HasUrlParameter<Long> {
    static final String NEXT = "collegium-next";
    static final String PREVIOUS = "collegium-previous";
    static final String CLOSE = "collegium-close";
    static final String CHANGE = "collegium-change";
    static final String CANCEL = "collegium-cancel";
    static final String OFF = "collegium-off";
    static final String BACK = "collegium-back";

    private static final long serialVersionUID = 1L;

    private final transient CollegiumService collegia;
    private final transient CollegiumOutcomeService meetings;
    private final transient CollegiumPackService packs;
    private final transient SpecialistViewService views;
    private final transient SpecialistCard specialistCard;
    private final transient CurrentActor current;
    private @Nullable Registration keys;
    private final transient Today today;
    private final Div place = Html.div("");
    private transient @Nullable Collegium shown;
    private @Nullable DoctorList list;
    private @Nullable OutcomeForm form;
    private transient OutcomeData base = DoctorPanel.data(null);
    private int version;
    private long at;

    CollegiumView(
            CollegiumService collegia,
            CollegiumOutcomeService meetings,
            CollegiumPackService packs,
            SpecialistViewService views,
            SpecialistCard specialistCard,
            CurrentActor current,
            Today today) {
        this.collegia = collegia;
        this.meetings = meetings;
        this.packs = packs;
        this.views = views;
        this.specialistCard = specialistCard;
        this.current = current;
        this.today = today;
        removeClassName("narrow");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        keys = Registration.combine(key(event.getUI(), "PageDown", 1), key(event.getUI(), "PageUp", -1));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        Registration listening = keys;
        if (listening != null) {
            listening.remove();
        }
        super.onDetach(event);
    }

    /**
     * With Alt, wherever in the page the focus is, or nowhere after a calendar has closed: the field that has it is left
     * first, so that what was typed last comes before the key.
     */
    private Registration key(UI ui, String key, int by) {
        return ui.getElement()
                .addEventListener("keydown", event -> step(by))
                .setFilter("event.altKey && event.key === '" + key
                        + "' && (event.preventDefault(), document.activeElement?.blur(), true)");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        try {
            show(collegia.get(current.get(), id));
        } catch (Problem refused) {
            if (refused.code() != ProblemCode.FORBIDDEN) {
                throw refused;
            }
            participant(id, refused);
        }
    }

    /** Who only takes part is led to the short form; anybody else is refused. */
    private void participant(long id, Problem refused) {
        CollegiumForm asked;
        try {
            asked = views.form(current.get(), id);
        } catch (Problem nobody) {
            throw refused;
        }
        begin(t("collegium.title", asked.clinicName())).line(day(asked.date()));
        add(Html.div(
                "card",
                new Paragraph(t("collegium.participant")),
                Html.button(Paths.of(Paths.COLLEGIUM_VIEWS, id), t("collegium.participant.answer"), true)));
    }

    private void show(Collegium collegium) {
        draft(null);
        form = null;
        shown = collegium;
        PageHead head =
                begin(t("collegium.title", collegium.clinicName())).badge(new CollegiumBadge(collegium.state()));
        head.line(
                new Span(when(collegium)),
                way(Paths.of(Paths.COLLEGIA, collegium.clinicId()), t("collegium.list.title")));
        boolean open = collegium.state() == CollegiumState.PLANNED;
        if (open) {
            head.actions(
                    other(CHANGE, t("collegium.change"), () -> change(collegium)),
                    other(CANCEL, t("collegium.cancel"), () -> cancel(collegium)));
        }
        state(collegium);
        List<Collegium.Trainee> doctors = collegium.trainees();
        if (doctors.stream().noneMatch(one -> one.programmeId() == at) && !doctors.isEmpty()) {
            at = doctors.getFirst().programmeId();
        }
        DoctorList all = new DoctorList(doctors, this::open);
        list = all;
        add(Html.div(
                "meeting",
                Html.div(
                        "meeting-side",
                        all,
                        Html.div("card", specialistCard.of(collegium, getLocale(), this::changed))),
                place));
        doctor(false);
        if (open) {
            List<Component> bar = new ArrayList<>();
            bar.add(other(PREVIOUS, t("collegium.previous"), () -> step(-1)));
            bar.add(other(NEXT, t("collegium.next"), () -> step(1)));
            if (collegium.mayClose()) {
                bar.add(primary(CLOSE, t("collegium.close"), this::close));
            }
            actions(true, bar.toArray(Component[]::new));
            Paragraph keys = new Paragraph(t("collegium.keys"));
            keys.addClassName("hint");
            add(keys);
        }
    }

    private String when(Collegium collegium) {
        String day = day(collegium.date());
        String at = collegium.startsAt() == null ? day : t("collegium.when", day, collegium.startsAt());
        return collegium.place().isEmpty() ? at : at + " · " + collegium.place();
    }

    private void state(Collegium collegium) {
        String reason = collegium.cancelReason();
        LocalDateTime closed = collegium.closedAt();
        if (reason != null) {
            add(Html.div("notice", new Paragraph(t("collegium.cancelled", reason))));
        }
        if (closed != null) {
            add(Html.div(
                    "notice good",
                    new Paragraph(t(
                            "collegium.closed",
                            Objects.requireNonNullElse(collegium.closedBy(), ""),
                            day(Today.dayOf(closed))))));
        }
    }

    /** The doctor at hand, beside the list. */
    private void doctor(boolean focus) {
        Collegium collegium = Objects.requireNonNull(shown);
        draft(null);
        form = null;
        place.removeAll();
        Optional<Collegium.Trainee> found = collegium.trainees().stream()
                .filter(one -> one.programmeId() == at)
                .findFirst();
        if (found.isEmpty()) {
            return;
        }
        Collegium.Trainee doctor = found.get();
        if (list != null) {
            list.mark(at);
        }
        DoctorPanel panel = new DoctorPanel(collegium, doctor, packs, current, getLocale());
        place.add(panel);
        Collegium.Draft draft = doctor.draft();
        base = DoctorPanel.data(draft);
        version = draft == null ? 0 : draft.version();
        OutcomeForm fields = panel.form();
        form = fields;
        if (fields != null) {
            AutoSave saving = new AutoSave(savedAt(), problem(), this::save, this::stale);
            fields.watch(saving, problem());
            draft(saving);
        }
        if (collegium.state() == CollegiumState.PLANNED && !doctor.hidden() && doctor.movedTo() == null) {
            panel.add(Html.div(
                    "actions after",
                    doctor.offReason() == null
                            ? other(OFF, t("collegium.off.verb"), () -> takeOff(doctor))
                            : other(
                                    BACK,
                                    t("collegium.off.back"),
                                    () -> attempt(() ->
                                            changed(meetings.takeOff(current.get(), collegium.id(), at, null))))));
        }
        if (focus) {
            focusLater(DoctorPanel.NAME);
            place.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        }
    }

    private LocalDateTime save() {
        OutcomeForm fields = form;
        Collegium collegium = shown;
        if (fields == null || collegium == null) {
            return today.utc();
        }
        OutcomeData written = fields.data();
        Collegium.Draft kept = meetings.save(current.get(), collegium.id(), at, version, written);
        version = kept.version();
        base = written;
        if (list != null) {
            list.drafted(at, kept.judgement());
        }
        return kept.updatedAt();
    }

    /** Somebody else wrote of the same doctor: both texts are shown, and one chooses. */
    private void stale() {
        OutcomeForm fields = form;
        Collegium collegium = shown;
        if (fields == null || collegium == null) {
            return;
        }
        Collegium.Draft theirs = collegia.again(current.get(), collegium.id()).trainees().stream()
                .filter(one -> one.programmeId() == at)
                .map(Collegium.Trainee::draft)
                .findFirst()
                .orElse(null);
        OutcomeData there = DoctorPanel.data(theirs);
        OutcomeData before = base;
        merge(fields.differences(before, there), () -> {
            version = theirs == null ? 0 : theirs.version();
            base = there;
        });
    }

    /** Whether all that is written is kept: an action without a day would be lost on the way. */
    private boolean kept() {
        OutcomeForm fields = form;
        return (fields == null || fields.isComplete()) && saved();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        OutcomeForm fields = form;
        if (fields != null && !fields.isComplete()) {
            BeforeLeaveEvent.ContinueNavigationAction onwards = event.postpone();
            new Confirm(t("leave.title"), t("collegium.action.leave"), t("leave.verb"), () -> {
                        form = null;
                        onwards.proceed();
                    })
                    .open();
            return;
        }
        super.beforeLeave(event);
    }

    /** To the next or previous doctor; what is written is saved before. */
    private void step(int by) {
        Collegium collegium = shown;
        if (collegium == null) {
            return;
        }
        List<Long> ids = collegium.trainees().stream()
                .map(Collegium.Trainee::programmeId)
                .toList();
        int next = ids.indexOf(at) + by;
        if (next >= 0 && next < ids.size()) {
            open(ids.get(next));
        }
    }

    private void open(long programmeId) {
        Collegium collegium = shown;
        if (collegium == null || !kept()) {
            return;
        }
        at = programmeId;
        attempt(() -> {
            shown = collegia.again(current.get(), collegium.id());
            doctor(true);
        });
    }

    private void changed(Collegium next) {
        if (kept()) {
            show(next);
            focusLater(DoctorPanel.NAME);
        }
    }

    private void takeOff(Collegium.Trainee doctor) {
        Collegium collegium = Objects.requireNonNull(shown);
        new ReasonDialog(
                        t("collegium.off.title", doctor.name()),
                        t("collegium.off.text"),
                        t("collegium.off.verb"),
                        reason ->
                                changed(meetings.takeOff(current.get(), collegium.id(), doctor.programmeId(), reason)))
                .open();
    }

    private void change(Collegium collegium) {
        if (!kept()) {
            return;
        }
        PlanFields fields =
                new PlanFields(day -> collegia.candidates(current.get(), collegium.clinicId(), day)).of(collegium);
        new FormDialog(t("collegium.change.title"), t("save"), () -> {
                    show(collegia.change(current.get(), collegium.id(), collegium.version(), fields.data()));
                    ProblemNotice.done(t("collegium.change.done"));
                })
                .field("participantIds", fields)
                .open();
    }

    private void cancel(Collegium collegium) {
        new ReasonDialog(t("collegium.cancel.title"), t("collegium.cancel.text"), t("collegium.cancel"), reason -> {
                    show(collegia.cancel(current.get(), collegium.id(), reason));
                    top();
                })
                .open();
    }

    private void close() {
        Collegium collegium = shown;
        if (collegium == null || !kept()) {
            return;
        }
        new Confirm(
                        t("collegium.close.title"),
                        t("collegium.close.text"),
                        t("collegium.close"),
                        () -> attempt(() -> {
                            show(meetings.close(current.get(), collegium.id(), null));
                            top();
                            ProblemNotice.done(t("collegium.close.done"));
                        }))
                .open();
    }
}
