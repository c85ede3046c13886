package se.stegen.ui.supervision;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.coverage.EvidenceKind;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.programme.ProgrammeService;
import se.stegen.proof.SignatureKind;
import se.stegen.supervision.AgendaLine;
import se.stegen.supervision.SessionTime;
import se.stegen.supervision.Supervision;
import se.stegen.supervision.SupervisionAgendaService;
import se.stegen.supervision.SupervisionPlanService;
import se.stegen.supervision.SupervisionSeriesService;
import se.stegen.supervision.SupervisionService;
import se.stegen.ui.Colleagues;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.HistoryCard;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.StateBadge;
import se.stegen.ui.goals.GoalLinks;
import se.stegen.ui.proof.SignatureCards;

/** One supervision session: written, sent, signed, read. */
@Route(Paths.SUPERVISION)
@Prototype
@PermitAll
class SupervisionView extends RecordScreen implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient SupervisionService service;
    private final transient SupervisionPlanService plans;
    private final transient SupervisionSeriesService series;
    private final transient SupervisionAgendaService agendas;
    private final transient ProgrammeService programmes;
    private final transient CurriculumService curricula;
    private final transient Colleagues colleagues;
    private final transient GoalLinks links;
    private final transient SignatureCards signatures;
    private final transient CurrentActor current;
    private transient Supervision session;
    private @Nullable SupervisionForm form;

    @SuppressWarnings("NullAway.Init")
    SupervisionView(
            SupervisionService service,
            SupervisionPlanService plans,
            SupervisionSeriesService series,
            SupervisionAgendaService agendas,
            ProgrammeService programmes,
            CurriculumService curricula,
            Colleagues colleagues,
            GoalLinks links,
            SignatureCards signatures,
            CurrentActor current) {
        this.service = service;
        this.plans = plans;
        this.series = series;
        this.agendas = agendas;
        this.programmes = programmes;
        this.curricula = curricula;
        this.colleagues = colleagues;
        this.links = links;
        this.signatures = signatures;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(service.get(current.get(), id));
    }

    private void show(Supervision shown) {
        session = shown;
        Actor actor = current.get();
        draft(null);
        setClassName("narrow", true);
        setClassName("with-agenda", false);
        begin(t("supervision.title", day(shown.date())))
                .badge(new StateBadge(shown.state()))
                .line(
                        new Span(t("supervision.line", shown.doctorName(), shown.supervisorName())),
                        way(Paths.of(Paths.SUPERVISIONS, shown.programmeId()), t("supervision.all")));
        standing(actor);
        List<Goal> goals =
                curricula.goalsOf(actor, programmes.facts(shown.programmeId()).curriculumId());
        if (shown.mayEdit()) {
            edit(actor, goals);
        } else {
            add(SupervisionReading.of(shown, goals, getLocale()));
        }
        SupervisionSteps steps = new SupervisionSteps(this, service, plans, series, current);
        actions(shown.mayEdit(), steps.buttons(actor));
        links.of(shown.programmeId(), EvidenceKind.SUPERVISION, shown.id(), shown.state(), goals)
                .ifPresent(this::add);
        add(new HistoryCard(shown.history()));
        signatures.of(SignatureKind.SUPERVISION, shown.id(), getLocale()).ifPresent(this::add);
    }

    private void standing(Actor actor) {
        boolean mine = actor.personId() == session.supervisorId();
        switch (session.state()) {
            case RETURNED ->
                say(session.state(), t("supervision.returned", session.supervisorName()), session.reason());
            case VOIDED -> say(session.state(), t("supervision.voided", session.supervisorName()), session.reason());
            case SENT ->
                say(
                        session.state(),
                        mine
                                ? t("supervision.sent.me", session.doctorName())
                                : t("supervision.sent", session.supervisorName()),
                        null);
            case PLANNED -> say(session.state(), t("supervision.planned", when()), null);
            case CANCELLED -> say(session.state(), t("supervision.cancelled"), session.reason());
            default -> {
                // The badge says it.
            }
        }
    }

    /** Day, time and place as far as they are told. */
    private String when() {
        SessionTime time = session.time();
        String words = day(session.date());
        if (time.startsAt() != null) {
            words = t("session.at", words, time.startsAt().toString());
        }
        return time.place() == null ? words : t("session.in", words, time.place());
    }

    private void edit(Actor actor, List<Goal> goals) {
        SupervisionForm fields = new SupervisionForm(goals, colleagues);
        form = fields;
        AutoSave saving = new AutoSave(savedAt(), problem(), this::save, this::stale);
        saving.quietly(() -> fields.fill(session, actor.personId() == session.supervisorId()));
        fields.watch(saving, problem());
        savedAt().saved(session.updatedAt());
        draft(saving);
        List<AgendaLine> agenda = agendas.agenda(actor, session.id());
        // Beside the form where there is room: it is read while the minutes are written.
        setClassName("narrow", agenda.isEmpty());
        setClassName("with-agenda", !agenda.isEmpty());
        if (agenda.isEmpty()) {
            add(fields);
        } else {
            add(Html.div("beside", fields, new AgendaCard(agenda, line -> {
                fields.addToMinutes(line);
                saving.touch();
            })));
        }
    }

    private LocalDateTime save() {
        SupervisionForm fields = form;
        if (fields == null) {
            return session.updatedAt();
        }
        session = service.save(current.get(), session.id(), session.version(), fields.data());
        return session.updatedAt();
    }

    /** Somebody else saved in the meantime; where it cannot be changed any more, what is written stays on the screen. */
    private void stale() {
        SupervisionForm fields = form;
        Supervision theirs = service.get(current.get(), session.id());
        if (fields == null || !theirs.mayEdit()) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        merge(fields.differences(session, fields.data(), theirs), () -> session = theirs);
    }

    /** The session as it was read or saved last. */
    Supervision session() {
        return session;
    }

    /** Whether what is on the screen is saved. */
    boolean kept() {
        return saved();
    }

    /** Shows the session after a step. */
    void after(Supervision next, String done) {
        show(next);
        top();
        ProblemNotice.done(done);
    }

    /** Takes a step once the draft is saved. */
    void step(Supplier<Supervision> action, String done) {
        if (saved()) {
            attempt(() -> after(action.get(), done));
        }
    }

    /** Deletes the draft and leaves. */
    void leave(Runnable deletion) {
        attempt(() -> {
            deletion.run();
            draft(null);
            getUI().ifPresent(ui -> ui.navigate(Paths.of(Paths.SUPERVISIONS, session.programmeId())));
        });
    }
}
