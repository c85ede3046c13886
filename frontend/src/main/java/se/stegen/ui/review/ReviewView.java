package se.stegen.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.common.Today;
import se.stegen.review.Review;
import se.stegen.review.ReviewAction;
import se.stegen.review.ReviewActionService;
import se.stegen.review.ReviewGrade;
import se.stegen.review.ReviewImportService;
import se.stegen.review.ReviewService;
import se.stegen.review.ReviewState;
import se.stegen.spur.Area;
import se.stegen.spur.Grade;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.ReasonDialog;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Sheet;

/** One review: as a draft to be held against the report, later its grades, words and actions. */
@Route(Paths.REVIEW)
@Prototype
@PermitAll
class ReviewView extends RecordScreen implements HasUrlParameter<Long> {
    static final String CHANGE = "review-change";
    static final String VOID = "review-void";
    static final String CONFIRM = "review-confirm";
    static final String NEW_ACTION = "action-new";

    private static final long serialVersionUID = 1L;

    private final transient ReviewService reviews;
    private final transient ReviewImportService imports;
    private final transient ReviewActionService actions;
    private final transient ReviewDialogs dialogs;
    private final transient CurrentActor current;
    private final transient Today today;

    ReviewView(
            ReviewService reviews,
            ReviewImportService imports,
            ReviewActionService actions,
            ReviewDialogs dialogs,
            CurrentActor current,
            Today today) {
        this.reviews = reviews;
        this.imports = imports;
        this.actions = actions;
        this.dialogs = dialogs;
        this.current = current;
        this.today = today;
        removeClassName("narrow");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(reviews.get(current.get(), id));
    }

    private void show(Review review) {
        Actor actor = current.get();
        draft(null);
        List<ReviewAction> rows = actions.ofReview(actor, review.id());
        PageHead head = begin(t("review.title." + review.kind(), review.clinicName()))
                .badge(ReviewWords.badge(review.state(), getLocale()))
                .line(
                        new Span(review.dayKnown() ? day(review.date()) : t("review.date.missing")),
                        way(Paths.of(Paths.REVIEWS, review.clinicId()), t("review.list")));
        if (review.state() == ReviewState.DRAFT) {
            preview(review, rows);
            return;
        }
        if (review.state() == ReviewState.CONFIRMED) {
            head.actions(
                    other(CHANGE, t("review.change"), () -> dialogs.change(review, this::saved)),
                    other(VOID, t("review.void"), () -> askVoid(review)));
        } else {
            String reason = review.voidReason();
            add(Html.div("notice bad", new Paragraph(t("review.voided")), prose(reason == null ? "" : reason)));
        }
        add(Asks.of(review.asks(), today.date(), getLocale()));
        add(plan(review, rows), grades(review), words(review));
        facts(review);
    }

    private void preview(Review review, List<ReviewAction> rows) {
        ReviewPreview preview =
                new ReviewPreview(review, rows, reviews, actions, current, today, savedAt(), problem(), this::reload);
        draft(preview.saving());
        String name = review.fileName();
        add(Html.div(
                "notice",
                new Paragraph(t(
                        "review.preview.found",
                        name == null || name.isEmpty() ? t("review.preview.file") : name,
                        rows.size(),
                        review.grades().stream()
                                .filter(one -> one.grade() != null)
                                .count())),
                new Paragraph(t("review.preview.how"))));
        add(preview.cards());
        actions(
                true,
                primary(CONFIRM, t("review.confirm"), () -> confirm(review.id(), preview)),
                other(VOID, t("review.discard"), () -> discard(review)));
    }

    private void confirm(long id, ReviewPreview preview) {
        if (!saved() || !preview.hasDay()) {
            return;
        }
        attempt(() -> {
            show(imports.confirm(current.get(), id, preview.version(), preview.day(), true));
            top();
            ProblemNotice.done(t("review.confirmed"));
        });
    }

    private void discard(Review review) {
        attempt(() -> {
            reviews.voidReview(current.get(), review.id(), null, "");
            draft(null);
            goTo(Paths.of(Paths.REVIEWS, review.clinicId()));
        });
    }

    private void reload(long id) {
        show(reviews.get(current.get(), id));
    }

    private void askVoid(Review review) {
        new ReasonDialog(
                        t("review.void.title"),
                        t("review.void.text"),
                        t("review.void.verb"),
                        reason -> saved(reviews.voidReview(current.get(), review.id(), review.version(), reason)))
                .open();
    }

    private void saved(Review next) {
        show(next);
        top();
        ProblemNotice.done(t("study.saved"));
    }

    private Div plan(Review review, List<ReviewAction> rows) {
        Div card = card(t("action.list"));
        card.add(
                rows.isEmpty()
                        ? new EmptyState(t("action.list.none"))
                        : ActionRows.of(t("action.list"), rows, today.date(), getLocale()));
        if (review.state() == ReviewState.CONFIRMED) {
            card.add(Html.div(
                    "after",
                    other(
                            NEW_ACTION,
                            t("action.new"),
                            () -> dialogs.add(
                                    review.clinicId(),
                                    review.id(),
                                    made -> saved(reviews.get(current.get(), review.id()))))));
        }
        return card;
    }

    private Div grades(Review review) {
        Div card = card(t("review.grades"));
        List<String> columns = new ArrayList<>(List.of(t("action.area")));
        List<String> regulations = review.twoRegulations() ? List.of("2015", "2021") : List.of("");
        regulations.forEach(one -> columns.add(one.isEmpty() ? t("review.grade") : one));
        columns.add(t("review.points"));
        Sheet sheet = new Sheet(t("review.grades"), columns);
        for (Area area : Area.values()) {
            List<Component> cells = new ArrayList<>(List.of(new Span(area + ". " + area.title())));
            int points = 0;
            for (String regulation : regulations) {
                Grade grade = grade(review, area, regulation);
                points = grade == null ? points : points == 0 ? grade.points() : Math.min(points, grade.points());
                Span cell = new Span(grade == null ? t("review.unknown") : grade.name());
                if (grade == Grade.D) {
                    cell.addClassNames("tag", "bad");
                }
                cells.add(cell);
            }
            cells.add(new Span(points == 0 ? "–" : Integer.toString(points)));
            sheet.row(cells.toArray(Component[]::new));
        }
        card.add(sheet);
        return card;
    }

    /** That of the regulation, else the whole area's. */
    private static @io.micronaut.core.annotation.Nullable Grade grade(Review review, Area area, String regulation) {
        return review.grade(area, regulation)
                .or(() -> review.grade(area, ""))
                .map(ReviewGrade::grade)
                .orElse(null);
    }

    private Div words(Review review) {
        Div card = card(t("review.words"));
        section(card, t("review.strengths"), review.strengths());
        section(card, t("review.weaknesses"), review.weaknesses());
        section(card, t("review.potential"), review.potential());
        if (!review.unsorted().isEmpty()) {
            section(card, t("review.unsorted"), review.unsorted());
        }
        review.areas().forEach((area, text) -> {
            if (!text.isEmpty()) {
                section(card, area + ". " + area.title(), text);
            }
        });
        return card;
    }

    private static void section(Div card, String heading, String text) {
        card.add(Html.text("h3", heading), prose(text));
    }

    private void facts(Review review) {
        List<String> facts = new ArrayList<>();
        var reported = review.reportedOn();
        if (reported != null) {
            facts.add(t("review.reported.on", day(reported)));
        }
        var grading = review.grading();
        facts.add(grading == null ? t("review.grading.unknown") : t("review.grading." + grading));
        if (!review.inspectors().isEmpty()) {
            facts.add(t("review.inspectors.are", review.inspectors()));
        }
        facts.add(t("review.entered", review.createdByName()));
        add(Html.text("small", String.join(" · ", facts)));
    }

    private static Paragraph prose(String text) {
        Paragraph words = new Paragraph(text.isEmpty() ? "–" : text);
        words.addClassName("prose");
        return words;
    }
}
