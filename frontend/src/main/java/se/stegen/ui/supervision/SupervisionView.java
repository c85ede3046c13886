package se.stegen.ui.supervision;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.programme.ProgrammeService;
import se.stegen.signing.RecordState;
import se.stegen.supervision.Supervision;
import se.stegen.supervision.SupervisionData;
import se.stegen.supervision.SupervisionService;
import se.stegen.ui.Colleagues;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.Conflict;
import se.stegen.ui.component.HistoryCard;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.ReasonDialog;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.StateBadge;

/** One supervision session: written, sent, signed, read. */
@Route(Paths.SUPERVISION)
@Prototype
@PermitAll
class SupervisionView extends RecordScreen implements HasUrlParameter<Long> {
    static final String SIGN = "supervision-sign";
    static final String SEND = "supervision-send";
    static final String HELD = "supervision-held";
    static final String RETURN = "supervision-return";
    static final String VOID = "supervision-void";
    static final String DELETE = "supervision-delete";

    private static final long serialVersionUID = 1L;

    private final transient SupervisionService service;
    private final transient ProgrammeService programmes;
    private final transient CurriculumService curricula;
    private final transient Colleagues colleagues;
    private final transient CurrentActor current;
    private transient Supervision session;
    private @Nullable SupervisionForm form;

    @SuppressWarnings("NullAway.Init")
    SupervisionView(
            SupervisionService service,
            ProgrammeService programmes,
            CurriculumService curricula,
            Colleagues colleagues,
            CurrentActor current) {
        this.service = service;
        this.programmes = programmes;
        this.curricula = curricula;
        this.colleagues = colleagues;
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
        begin(t("supervision.title", day(shown.date())))
                .badge(new StateBadge(shown.state()))
                .line(
                        new Span(t("supervision.line", shown.doctorName(), shown.supervisorName()) + " · "),
                        Html.link(Paths.of(Paths.SUPERVISIONS, shown.programmeId()), t("supervision.all")));
        standing(actor);
        List<Goal> goals =
                curricula.goalsOf(actor, programmes.facts(shown.programmeId()).curriculumId());
        if (shown.mayEdit()) {
            edit(actor, goals);
        } else {
            add(SupervisionReading.of(shown, goals, getLocale()));
        }
        buttons(actor);
        add(new HistoryCard(shown.history()));
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
            case PLANNED -> say(session.state(), t("supervision.planned", day(session.date())), null);
            default -> {
                // The badge says it.
            }
        }
    }

    private void edit(Actor actor, List<Goal> goals) {
        SupervisionForm fields = new SupervisionForm(goals, colleagues);
        form = fields;
        AutoSave saving = new AutoSave(savedAt(), problem(), this::save);
        saving.quietly(() -> fields.fill(session, actor.personId() == session.supervisorId()));
        fields.watch(saving, problem());
        savedAt().saved(session.updatedAt());
        draft(saving);
        add(fields);
    }

    private LocalDateTime save() {
        SupervisionForm fields = form;
        if (fields == null) {
            return session.updatedAt();
        }
        SupervisionData data = fields.data();
        try {
            session = service.save(current.get(), session.id(), session.version(), data);
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.STALE_VERSION) {
                merge(data);
            }
            throw problem;
        }
        return session.updatedAt();
    }

    /** Shows what the other saved beside what is on the screen; the choice is saved on top of the other's version. */
    private void merge(SupervisionData mine) {
        Supervision theirs = service.get(current.get(), session.id());
        List<Conflict.Difference> all = List.of(
                difference(
                        "supervision.goals",
                        String.join(", ", mine.goalCodes()),
                        String.join(", ", theirs.goalCodes()),
                        false),
                difference("supervision.minutes", mine.minutes(), theirs.minutes(), true),
                difference("supervision.agreed", mine.agreed(), theirs.agreed(), true));
        List<Conflict.Difference> differing =
                all.stream().filter(d -> !d.mine().equals(d.theirs())).toList();
        new Conflict(differing, choices -> {
                    List<String> texts = new ArrayList<>();
                    for (Conflict.Difference difference : all) {
                        int place = differing.indexOf(difference);
                        texts.add(place < 0 ? difference.mine() : difference.chosen(choices.get(place)));
                    }
                    session = theirs;
                    SupervisionForm fields = form;
                    if (fields == null || !theirs.mayEdit()) {
                        show(theirs);
                        return;
                    }
                    fields.texts(new TreeSet<>(List.of(texts.get(0).split(", "))), texts.get(1), texts.get(2));
                    saved();
                })
                .open();
    }

    private Conflict.Difference difference(String key, @Nullable String mine, @Nullable String theirs, boolean text) {
        return new Conflict.Difference(t(key), mine == null ? "" : mine, theirs == null ? "" : theirs, text);
    }

    private void buttons(Actor actor) {
        List<Component> bar = new ArrayList<>();
        boolean mine = actor.personId() == session.supervisorId();
        if (session.mayReportHeld()) {
            bar.add(primary(
                    HELD,
                    t("supervision.held"),
                    () -> step(() -> service.reportHeld(current.get(), session.id()), t("supervision.held.done"))));
        } else if (session.maySign() || (mine && session.maySend())) {
            bar.add(primary(SIGN, t("supervision.sign"), this::sign));
        } else if (session.maySend()) {
            bar.add(primary(
                    SEND,
                    t("supervision.send", session.supervisorName()),
                    () -> step(
                            () -> service.send(current.get(), session.id(), session.version()),
                            t("supervision.send.done", session.supervisorName()))));
        }
        if (session.maySign()) {
            bar.add(other(
                    RETURN,
                    t("supervision.return"),
                    () -> ask(
                            "return",
                            reason -> service.giveBack(current.get(), session.id(), session.version(), reason))));
        }
        if (session.mayVoid()) {
            bar.add(other(
                    VOID,
                    t("supervision.void"),
                    () -> ask("void", reason -> service.markVoided(current.get(), session.id(), reason))));
        }
        if (session.mayEdit() && session.state() != RecordState.RETURNED) {
            bar.add(other(DELETE, t("delete"), this::delete));
        }
        actions(session.mayEdit(), bar.toArray(Component[]::new));
    }

    private void sign() {
        if (saved()) {
            new Confirm(
                            t("supervision.sign.title"),
                            t("supervision.sign.text", session.doctorName(), day(session.date())),
                            t("supervision.sign"),
                            () -> step(
                                    () -> {
                                        Supervision sent = session.maySign()
                                                ? session
                                                : service.send(current.get(), session.id(), session.version());
                                        return service.sign(current.get(), sent.id(), sent.version());
                                    },
                                    t("supervision.sign.done", session.doctorName())))
                    .open();
        }
    }

    private interface WithReason {
        Supervision act(String reason);
    }

    private void ask(String what, WithReason action) {
        String key = "supervision." + what;
        new ReasonDialog(t(key + ".title"), t(key + ".text", session.doctorName()), t(key), reason -> {
                    Supervision after = action.act(reason);
                    show(after);
                    top();
                    ProblemNotice.done(t(key + ".done", session.doctorName()));
                })
                .open();
    }

    private void step(Supplier<Supervision> action, String done) {
        if (!saved()) {
            return;
        }
        attempt(() -> {
            show(action.get());
            top();
            ProblemNotice.done(done);
        });
    }

    private void delete() {
        attempt(() -> {
            Supervision gone = session;
            service.delete(current.get(), gone.id(), gone.version());
            draft(null);
            getUI().ifPresent(ui -> ui.navigate(Paths.of(Paths.SUPERVISIONS, gone.programmeId())));
            ProblemNotice.undo(t("supervision.deleted"), t("undo"), () -> {
                Supervision again = service.create(
                        current.get(),
                        gone.programmeId(),
                        new SupervisionData(
                                gone.date(),
                                gone.supervisorId(),
                                gone.iupReviewed(),
                                gone.goalCodes(),
                                gone.minutes(),
                                gone.agreed()),
                        gone.state() == RecordState.PLANNED);
                com.vaadin.flow.component.UI.getCurrent().navigate(Paths.of(Paths.SUPERVISION, again.id()));
            });
        });
    }
}
