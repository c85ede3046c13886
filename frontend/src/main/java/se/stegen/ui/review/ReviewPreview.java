package se.stegen.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.common.Today;
import se.stegen.review.ActionData;
import se.stegen.review.Review;
import se.stegen.review.ReviewAction;
import se.stegen.review.ReviewActionService;
import se.stegen.review.ReviewData;
import se.stegen.review.ReviewService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.SavedAt;

/**
 * What an import found, as fields that save themselves into the draft: a reload loses nothing. Every row of the plan has a
 * box that says that somebody held it against the report.
 */
final class ReviewPreview {
    static final String CHECKED = "-checked";

    private final ReviewService reviews;
    private final ReviewActionService actions;
    private final CurrentActor current;
    private final Today today;
    private final ProblemNotice problem;
    private final LongConsumer reload;
    private final Locale locale;
    private final ReviewFields fields;
    private final List<Row> rows = new ArrayList<>();
    private final AutoSave saving;
    private final Div plan;
    private Review review;
    private ReviewData kept;

    ReviewPreview(
            Review review,
            List<ReviewAction> found,
            ReviewService reviews,
            ReviewActionService actions,
            CurrentActor current,
            Today today,
            SavedAt savedAt,
            ProblemNotice problem,
            LongConsumer reload) {
        this.review = review;
        this.reviews = reviews;
        this.actions = actions;
        this.current = current;
        this.today = today;
        this.problem = problem;
        this.reload = reload;
        this.locale = current.get().locale();
        this.fields = new ReviewFields(review, today.date(), locale);
        this.kept = fields.data();
        this.saving = new AutoSave(savedAt, problem, this::save, () -> reload.accept(review.id()));
        this.plan = Html.div("card", Html.text("h2", t("action.list")));
        fields.all().forEach(saving::watch);
        for (ReviewAction action : found) {
            rows.add(new Row(action, rows.size()));
        }
        if (found.isEmpty()) {
            plan.add(Html.text("p", t("review.preview.no.rows")));
        }
    }

    /** One row of the plan. */
    private final class Row {
        private final ActionFields fields;
        private final Checkbox checked;
        private ReviewAction action;
        private ActionData kept;

        Row(ReviewAction action, int number) {
            this.action = action;
            String prefix = "row-" + number + "-";
            fields = new ActionFields(prefix, action, null, locale);
            kept = fields.data();
            fields.all().forEach(saving::watch);
            checked = new Checkbox(t("review.preview.right"), action.checked());
            checked.setId("row-" + number + CHECKED);
            checked.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    check();
                }
            });
            Button remove = new Button(t("review.preview.remove"), click -> remove());
            remove.setId(prefix + "remove");
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            Div what = Html.div("fields", fields.what().values().toArray(Component[]::new));
            Div when = Html.div("fields two", fields.when().values().toArray(Component[]::new));
            String title = t("review.preview.row", number + 1, ReviewWords.code(action));
            Div box = Html.div("found-row", Html.text("h3", title), what, when, Html.div("actions", checked, remove));
            box.getElement().setAttribute("role", "group");
            box.getElement().setAttribute("aria-label", title);
            plan.add(box);
        }

        private void check() {
            if (saving.flush()) {
                attempt(() -> action = actions.check(current.get(), action.id(), action.version(), checked.getValue()));
            }
        }

        private void remove() {
            if (saving.flush()) {
                attempt(() -> {
                    actions.remove(current.get(), action.id());
                    reload.accept(review.id());
                    ProblemNotice.undo(
                            t("review.preview.removed"),
                            t("undo"),
                            () -> attempt(() -> {
                                actions.add(current.get(), review.id(), ActionData.of(action));
                                reload.accept(review.id());
                            }));
                });
            }
        }

        private void save() {
            ActionData now = fields.data();
            if (!now.equals(kept)) {
                action = actions.change(current.get(), action.id(), action.version(), now);
                kept = now;
            }
        }
    }

    private void attempt(Runnable what) {
        try {
            what.run();
            problem.clear();
        } catch (Problem refused) {
            problem.show(refused);
        }
    }

    private LocalDateTime save() {
        ReviewData now = fields.data();
        if (!now.equals(kept)) {
            review = reviews.change(current.get(), review.id(), review.version(), now);
            kept = now;
        }
        rows.forEach(Row::save);
        return today.utc();
    }

    AutoSave saving() {
        return saving;
    }

    int version() {
        return review.version();
    }

    @Nullable
    LocalDate day() {
        return fields.date().getValue();
    }

    /** Whether the day of the visit stands there; else its field says so. */
    boolean hasDay() {
        boolean there = !fields.date().isEmpty();
        fields.date().setErrorMessage(t("review.date.needed"));
        fields.date().setInvalid(!there);
        if (!there) {
            Html.focus(fields.date());
        }
        return there;
    }

    /** The cards: the review, the plan, the grades, the words. */
    List<Component> cards() {
        Div facts = Html.div("card", Html.text("h2", t("review.facts")), fieldsOf(fields.facts()));
        Div grades = Html.div(
                "card",
                Html.text("h2", t("review.grades")),
                Html.text("p", t("review.preview.grades")),
                fieldsOf(fields.gradeFields()));
        Div words = Html.div("card", Html.text("h2", t("review.words")), fieldsOf(fields.texts()));
        return List.of(facts, plan, grades, words);
    }

    private static Div fieldsOf(List<Component> some) {
        return Html.div("fields", some.toArray(Component[]::new));
    }

    private String t(String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
