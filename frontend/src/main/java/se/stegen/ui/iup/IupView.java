package se.stegen.ui.iup;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.collegium.OutcomeService;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.coverage.CoverageService;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.generalprogramme.GeneralProgrammeService;
import se.stegen.generalprogramme.ProposedItem;
import se.stegen.iup.Iup;
import se.stegen.iup.IupItem;
import se.stegen.iup.IupItemData;
import se.stegen.iup.IupKind;
import se.stegen.iup.IupService;
import se.stegen.ui.ChangeBroadcast;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.Screen;

/** The plan (IUP): the board, what can be done with it, and where it stands. */
@Route(Paths.IUP)
@Prototype
@PermitAll
class IupView extends Screen implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient IupService plans;
    private final transient OutcomeService outcomes;
    private final transient GeneralProgrammeService general;
    private final transient CoverageService coverage;
    private final transient CurriculumService curricula;
    private final transient ChangeBroadcast changes;
    private final transient CurrentActor current;
    private final transient Today today;
    private final transient IupSteps steps;
    private final transient AccessPolicy access;
    private final AtomicBoolean stale = new AtomicBoolean();
    private final PlanningBoard board = new PlanningBoard(new OnTheBoard());
    private final transient Standings standings;
    private @Nullable Registration listening;
    private transient Iup plan;
    private transient List<Goal> goals = List.of();
    private @Nullable IupHead head;
    private boolean asList;
    private long programmeId;

    @SuppressWarnings("NullAway.Init")
    IupView(
            IupService plans,
            OutcomeService outcomes,
            GeneralProgrammeService general,
            CoverageService coverage,
            CurriculumService curricula,
            IupSteps steps,
            AccessPolicy access,
            ChangeBroadcast changes,
            CurrentActor current,
            Today today) {
        this.plans = plans;
        this.outcomes = outcomes;
        this.general = general;
        this.coverage = coverage;
        this.curricula = curricula;
        this.standings = new Standings(getLocale());
        this.steps = steps;
        this.access = access;
        this.changes = changes;
        this.current = current;
        this.today = today;
        addClassName("wide");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        programmeId = id;
        show(plans.get(current.get(), id));
    }

    private void show(Iup shown) {
        plan = shown;
        Actor actor = current.get();
        goals = curricula.goalsOf(actor, shown.curriculumId());
        PageHead title = begin(t("iup.title"));
        if (!access.mayEditIup(actor, programmeId)) {
            title.line(Html.link(Paths.of(Paths.TRAINEE, programmeId), shown.doctorName()));
        }
        IupHead top = new IupHead(steps.of(actor, shown, this::after, this::attempt), this::toggle);
        head = top;
        top.show(shown, asList);
        add(top);
        if (shown.mayEdit()) {
            List<ProposedItem> proposed = proposed(actor, shown);
            curricula
                    .newerEdition(actor, shown.curriculumId())
                    .ifPresent(number ->
                            add(Html.div("notice", Html.text("p", t("iup.newer.edition", Integer.toString(number))))));
            add(new QuickAdd(
                            goals, shown, today.date(), nextPeriod(), this::addQuickly, () -> openNew(null, null, null))
                    .copying(proposed, this::copy));
        }
        add(board);
        drawBoard();
        steps.below(actor, shown, this::attempt).forEach(this::add);
    }

    private void drawBoard() {
        standings.update(coverage.again(current.get(), programmeId), goals);
        board.show(plan, goals, standings::of, today.date(), asList);
    }

    private void toggle(boolean list) {
        asList = list;
        board.asList(list);
    }

    /** A step was taken: the whole screen is shown anew, from its top. */
    private void after(Iup next, String done) {
        show(next);
        top();
        ProblemNotice.done(done);
    }

    /** The clinic's general programme, as far as the plan has nothing of that name yet. */
    private List<ProposedItem> proposed(Actor actor, Iup shown) {
        Set<String> planned = shown.items().stream().map(IupItem::title).collect(Collectors.toSet());
        return general.forProgramme(actor, programmeId).stream()
                .filter(one -> !planned.contains(one.title()))
                .filter(one -> !one.from().isBefore(shown.from()) && !one.to().isAfter(shown.to()))
                .toList();
    }

    private void copy(List<IupItemData> chosen) {
        int added = plans.addAll(current.get(), programmeId, chosen).size();
        after(plans.again(current.get(), programmeId), t("iup.copied", Integer.toString(added)));
    }

    private IupItem addQuickly(IupItemData data) {
        IupItem item = plans.add(current.get(), programmeId, data);
        changed(item);
        return item;
    }

    private void openNew(@Nullable String goalCode, @Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first = from == null ? nextPeriod().from() : from;
        LocalDate last = to == null ? Objects.requireNonNull(nextPeriod().to()) : to;
        open(
                null,
                new IupItemData(
                        null,
                        IupKind.PLACEMENT.name(),
                        "",
                        first,
                        last,
                        goalCode == null || goalCode.isEmpty() ? List.of() : List.of(goalCode),
                        "",
                        "",
                        ""));
    }

    /** The term to come, inside the programme: what is meant where nothing else was said. */
    private Period nextPeriod() {
        LocalDate day = today.date();
        LocalDate term =
                day.getMonthValue() < 7 ? LocalDate.of(day.getYear(), 7, 1) : LocalDate.of(day.getYear() + 1, 1, 1);
        LocalDate from = term.isBefore(plan.from()) || term.isAfter(plan.to()) ? plan.from() : term;
        LocalDate to = from.plusMonths(6).minusDays(1);
        return new Period(from, to.isBefore(plan.to()) ? to : plan.to());
    }

    private void open(@Nullable IupItem item, IupItemData data) {
        Long outcomeId = item == null
                ? null
                : outcomes.origins(current.get(), programmeId).get(item.id());
        Anchor origin = outcomeId == null
                ? null
                : Html.link(Paths.of(Paths.COLLEGIUM_OUTCOME, outcomeId), t("iup.item.collegium"));
        new ItemDialog(goals, item, data, plan.mayEdit(), origin, new InTheDialog(), today::utc, closed -> {
                    if (closed != null) {
                        board.focusItem(closed.id());
                    }
                })
                .open();
    }

    /** An activity changed: the board is told of it and of the goals that stand otherwise now. */
    private void changed(IupItem item) {
        List<IupItem> items = new ArrayList<>(plan.items());
        items.removeIf(one -> one.id() == item.id());
        items.add(item);
        items.sort(
                Comparator.comparing(IupItem::from).thenComparing(IupItem::to).thenComparingLong(IupItem::id));
        if (knowsAllOf(items)) {
            board.put(plan, item, standings(), standings::of, today.date());
        }
    }

    private void removed(IupItem item) {
        List<IupItem> items =
                plan.items().stream().filter(one -> one.id() != item.id()).toList();
        if (knowsAllOf(items)) {
            board.drop(plan, item.id(), standings(), standings::of);
        }
    }

    /** Takes in one's own change; where somebody else has changed something, too, the plan is read and drawn anew. */
    private boolean knowsAllOf(List<IupItem> items) {
        IupService.Standing now = plans.standing(current.get(), programmeId);
        boolean alone = now.version() <= plan.version() + 1;
        plan = alone ? plan.with(items, now.state(), now.version()) : plans.again(current.get(), programmeId);
        if (head != null) {
            head.show(plan, asList);
        }
        if (!alone) {
            drawBoard();
        }
        return alone;
    }

    private List<Goal> standings() {
        return standings.update(coverage.again(current.get(), programmeId), goals);
    }

    private IupItem find(long itemId) {
        return plan.items().stream()
                .filter(item -> item.id() == itemId)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private void change(IupItem before, IupItemData data) {
        changed(plans.change(current.get(), programmeId, before.id(), before.version(), data));
    }

    /** Does something on the board; where it is refused the board shows the plan as it stands. */
    private void onBoard(Runnable action) {
        if (!attempt(action)) {
            plan = plans.again(current.get(), programmeId);
            drawBoard();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening = changes.add(programmeId, () -> {
            if (stale.compareAndSet(false, true)) {
                Future<Void> unused = ui.access(this::update);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }

    /** Somebody else, or the same doctor elsewhere, changed the plan: it is shown as it stands now. */
    private void update() {
        stale.set(false);
        Iup now = plans.again(current.get(), programmeId);
        if (now.version() == plan.version()) {
            return;
        }
        boolean step = now.state() != plan.state() || now.mayEdit() != plan.mayEdit();
        plan = now;
        if (step) {
            keepingWhatIsTyped(() -> show(now));
        } else {
            if (head != null) {
                head.show(now, asList);
            }
            drawBoard();
        }
    }

    /** Shows the screen anew; what is half written stays, with the focus on it. */
    private void keepingWhatIsTyped(Runnable showing) {
        String line = part(QuickAdd.class).map(QuickAdd::typed).orElse("");
        String comment = part(CommentCard.class).map(CommentCard::typed).orElse("");
        showing.run();
        if (!line.isEmpty()) {
            part(QuickAdd.class).ifPresent(quick -> quick.typed(line));
        }
        if (!comment.isEmpty()) {
            part(CommentCard.class).ifPresent(card -> card.typed(comment));
        }
    }

    private <T> Optional<T> part(Class<T> type) {
        return getChildren().filter(type::isInstance).map(type::cast).findFirst();
    }

    private final class OnTheBoard implements PlanningBoard.Changes {
        @Override
        public void edit(long itemId) {
            attempt(() -> {
                IupItem item = find(itemId);
                open(item, item.data());
            });
        }

        @Override
        public void create(String goalCode, @Nullable LocalDate from, @Nullable LocalDate to) {
            openNew(goalCode, from, to);
        }

        @Override
        public void move(long itemId, int version, LocalDate from, LocalDate to) {
            onBoard(() -> {
                IupItem item = seen(itemId, version);
                change(item, item.data().on(from, to));
            });
        }

        @Override
        public void narrow() {
            asList = true;
            if (head != null) {
                head.show(plan, true);
            }
        }

        @Override
        public void link(long itemId, int version, String goalCode) {
            onBoard(() -> {
                IupItem item = seen(itemId, version);
                List<String> codes = new ArrayList<>(item.goalCodes());
                codes.add(goalCode);
                change(item, item.data().serving(codes));
                ProblemNotice.undo(
                        t("iup.linked", item.title(), goalCode),
                        t("undo"),
                        () -> onBoard(
                                () -> change(find(itemId), find(itemId).data().serving(item.goalCodes()))));
            });
        }

        private IupItem seen(long itemId, int version) {
            IupItem item = find(itemId);
            if (item.version() != version) {
                throw Problem.of(ProblemCode.STALE_VERSION);
            }
            return item;
        }
    }

    private final class InTheDialog implements ItemDialog.Work {
        @Override
        public IupItem save(@Nullable IupItem before, IupItemData data) {
            if (before == null) {
                return addQuickly(data);
            }
            IupItem after = plans.change(current.get(), programmeId, before.id(), before.version(), data);
            changed(after);
            return after;
        }

        @Override
        public IupItem latest(long itemId) {
            plan = plans.again(current.get(), programmeId);
            return find(itemId);
        }

        @Override
        public void remove(IupItem item) {
            IupItem gone = plans.remove(current.get(), programmeId, item.id(), item.version());
            removed(gone);
            ProblemNotice.undo(
                    t("iup.removed", gone.title()),
                    t("undo"),
                    () -> onBoard(() -> addQuickly(gone.data().fresh())));
        }
    }
}
