package se.stegen.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.stegen.access.Actor;
import se.stegen.common.Today;
import se.stegen.organisation.OrganisationService;
import se.stegen.review.Review;
import se.stegen.review.ReviewAction;
import se.stegen.review.ReviewActionService;
import se.stegen.review.ReviewKind;
import se.stegen.review.ReviewListItem;
import se.stegen.review.ReviewService;
import se.stegen.review.ReviewState;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** A clinic's reviews, and what is to be done after them. */
@Route(Paths.REVIEWS)
@Prototype
@PermitAll
class ReviewsView extends Screen implements HasUrlParameter<Long> {
    static final String IMPORT = "review-import";
    static final String NEW_EXTERNAL = "review-new-external";
    static final String NEW_INTERNAL = "review-new-internal";
    static final String OWNER = "actions-owner";
    static final String OPEN = "actions-open";
    static final String ALL = "actions-all";

    private static final long serialVersionUID = 1L;

    private final transient ReviewService reviews;
    private final transient ReviewActionService actions;
    private final transient ReviewDialogs dialogs;
    private final transient OrganisationService organisations;
    private final transient CurrentActor current;
    private final transient Today today;
    private final Div table = new Div();
    private boolean closedToo;

    ReviewsView(
            ReviewService reviews,
            ReviewActionService actions,
            ReviewDialogs dialogs,
            OrganisationService organisations,
            CurrentActor current,
            Today today) {
        this.reviews = reviews;
        this.actions = actions;
        this.dialogs = dialogs;
        this.organisations = organisations;
        this.current = current;
        this.today = today;
    }

    @Override
    public void setParameter(BeforeEvent event, Long clinicId) {
        show(clinicId);
    }

    private void show(long clinicId) {
        Actor actor = current.get();
        List<ReviewListItem> all = reviews.list(actor, clinicId);
        List<ReviewAction> work = actions.ofClinic(actor, clinicId);
        PageHead head = begin(t("review.list"))
                .line(
                        Html.link(
                                Paths.of(Paths.CLINIC, clinicId),
                                organisations.clinic(actor, clinicId).name()),
                        RecordScreen.way(Paths.REVIEW_REGISTER, t("review.register")),
                        RecordScreen.way(Paths.of(Paths.SURVEYS, clinicId), t("survey.list")),
                        RecordScreen.way(Paths.of(Paths.SELF_EVALUATIONS, clinicId), t("selfevaluation.list")));
        head.actions(
                RecordScreen.primary(IMPORT, t("review.import"), () -> goTo(Paths.of(Paths.REVIEW_IMPORT, clinicId))),
                RecordScreen.other(
                        NEW_EXTERNAL,
                        t("review.new.EXTERNAL"),
                        () -> dialogs.add(clinicId, ReviewKind.EXTERNAL, this::open)),
                RecordScreen.other(
                        NEW_INTERNAL,
                        t("review.new.INTERNAL"),
                        () -> dialogs.add(clinicId, ReviewKind.INTERNAL, this::open)));
        asks(actor, all);
        add(plan(work), list(all));
    }

    private void open(Review review) {
        goTo(Paths.of(Paths.REVIEW, review.id()));
    }

    /** What areas graded D ask for, of the latest external review. */
    private void asks(Actor actor, List<ReviewListItem> all) {
        all.stream()
                .filter(one -> one.kind() == ReviewKind.EXTERNAL && one.state() == ReviewState.CONFIRMED)
                .findFirst()
                .filter(one -> one.grades().stream().anyMatch(grade -> grade.grade() == se.stegen.spur.Grade.D))
                .map(one -> reviews.get(actor, one.id()))
                .ifPresent(review -> add(Asks.of(review.asks(), today.date(), getLocale())));
    }

    private Div plan(List<ReviewAction> work) {
        Div card = card(t("action.list"));
        long open = work.stream().filter(one -> one.state().open()).count();
        long late = work.stream().filter(one -> one.overdue(today.date())).count();
        if (work.isEmpty()) {
            card.add(new EmptyState(t("action.list.empty")));
            return card;
        }
        Span count = new Span(t("action.count", open, late));
        count.setId(OPEN);
        Select<String> owner = new Select<>();
        owner.setId(OWNER);
        owner.setLabel(t("action.owner.filter"));
        List<String> names = new ArrayList<>(List.of(""));
        names.addAll(work.stream()
                .map(ReviewAction::ownerName)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList());
        owner.setItems(names);
        owner.setItemLabelGenerator(name -> name == null || name.isEmpty() ? t("action.owner.all") : name);
        owner.setValue("");
        Runnable fill = () -> rows(work, owner.getValue());
        owner.addValueChangeListener(change -> fill.run());
        List<Component> above = new ArrayList<>(List.of(Html.tag("p", count)));
        if (names.size() > 1) {
            above.add(owner);
        }
        card.add(above);
        card.add(table);
        var all = RecordScreen.other(ALL, t("action.show.all"), () -> {});
        all.addClickListener(click -> {
            closedToo = !closedToo;
            all.setText(t(closedToo ? "action.show.open" : "action.show.all"));
            fill.run();
        });
        card.add(Html.div("after", all));
        fill.run();
        return card;
    }

    private void rows(List<ReviewAction> work, String owner) {
        List<ReviewAction> shown = work.stream()
                .filter(one -> closedToo || one.state().open())
                .filter(one -> owner.isEmpty() || owner.equals(one.ownerName()))
                .toList();
        table.removeAll();
        table.add(
                shown.isEmpty()
                        ? new EmptyState(t("action.none.open"))
                        : ActionRows.of(t("action.list"), shown, today.date(), getLocale()));
    }

    private Div list(List<ReviewListItem> all) {
        Div card = card(t("review.made"));
        if (all.isEmpty()) {
            card.add(new EmptyState(t("review.list.empty")));
            return card;
        }
        Sheet sheet = new Sheet(
                t("review.made"),
                List.of(t("review.date"), t("review.kind"), t("review.grades"), t("action.list"), t("review.state")));
        for (ReviewListItem one : all) {
            boolean known = one.grades().stream().anyMatch(grade -> grade.grade() != null);
            sheet.row(
                    Html.link(Paths.of(Paths.REVIEW, one.id()), day(one.date())),
                    new Span(t("review.kind." + one.kind())),
                    new Span(known ? ReviewWords.grades(one.grades()) : t("review.unknown")),
                    new Span(one.actions() == 0 ? "–" : t("action.count", one.open(), one.overdue())),
                    ReviewWords.badge(one.state(), getLocale()));
        }
        card.add(sheet);
        return card;
    }
}
