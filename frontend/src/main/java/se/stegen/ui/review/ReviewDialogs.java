package se.stegen.ui.review;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.function.Consumer;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.review.ActionState;
import se.stegen.review.Review;
import se.stegen.review.ReviewAction;
import se.stegen.review.ReviewActionService;
import se.stegen.review.ReviewKind;
import se.stegen.review.ReviewService;
import se.stegen.teaching.TeachingService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.teaching.ClinicPeople;

/** Enters and changes reviews and actions, and closes actions. */
@Singleton
class ReviewDialogs {
    static final String PROOF = "action-proof";
    static final String CLOSED = "action-closed";

    private final ReviewService reviews;
    private final ReviewActionService actions;
    private final TeachingService people;
    private final CurrentActor current;
    private final Today today;

    ReviewDialogs(
            ReviewService reviews,
            ReviewActionService actions,
            TeachingService people,
            CurrentActor current,
            Today today) {
        this.reviews = reviews;
        this.actions = actions;
        this.people = people;
        this.current = current;
        this.today = today;
    }

    void add(long clinicId, ReviewKind kind, Consumer<Review> after) {
        ReviewFields fields = new ReviewFields(null, today.date(), locale());
        review(
                new FormDialog(
                        t("review.new." + kind),
                        t("save"),
                        () -> after.accept(reviews.create(current.get(), clinicId, kind, fields.data()))),
                fields,
                false);
    }

    void change(Review review, Consumer<Review> after) {
        ReviewFields fields = new ReviewFields(review, today.date(), locale());
        review(
                new FormDialog(
                        t("review.change"),
                        t("save"),
                        () -> after.accept(
                                reviews.change(current.get(), review.id(), review.version(), fields.data()))),
                fields,
                true);
    }

    private static void review(FormDialog dialog, ReviewFields fields, boolean since) {
        dialog.field("date", fields.date()).field("reportedOn", fields.reported());
        dialog.field("inspectors", fields.inspectors())
                .field("grading", fields.facts().getLast());
        fields.gradeFields().forEach(field -> dialog.field("grades", field));
        if (since) {
            dialog.field("gradesSince", fields.since());
        }
        fields.texts().forEach(field -> dialog.field("texts", field));
        dialog.open();
    }

    void add(long clinicId, long reviewId, Consumer<ReviewAction> after) {
        ActionFields fields = fields(clinicId, null);
        action(
                new FormDialog(
                        t("action.new"),
                        t("save"),
                        () -> after.accept(actions.add(current.get(), reviewId, fields.data()))),
                fields);
    }

    void change(ReviewAction action, Consumer<ReviewAction> after) {
        ActionFields fields = fields(action.clinicId(), action);
        action(
                new FormDialog(
                        t("action.change"),
                        t("save"),
                        () -> after.accept(
                                actions.change(current.get(), action.id(), action.version(), fields.data()))),
                fields);
    }

    private ActionFields fields(long clinicId, @Nullable ReviewAction known) {
        return new ActionFields("action-", known, new ClinicPeople(people, current, clinicId), locale());
    }

    private static void action(FormDialog dialog, ActionFields fields) {
        fields.what().forEach(dialog::field);
        fields.when().forEach(dialog::field);
        fields.work().forEach(dialog::field);
        dialog.open();
    }

    /** Closes an action: what shows that it is done, and when it was. */
    void close(ReviewAction action, Consumer<ReviewAction> after) {
        TextArea proof = new TextArea(t("action.proof"));
        proof.setId(PROOF);
        proof.setHelperText(t("action.proof.help"));
        proof.setMinHeight("120px");
        proof.setValue(action.evidence());
        DatePicker on = Dates.field(t("action.closed.on"), locale());
        on.setId(CLOSED);
        on.setMax(today.date());
        on.setValue(today.date());
        new FormDialog(
                        t("action.close"),
                        t("action.close.verb"),
                        () -> after.accept(actions.setState(
                                current.get(),
                                action.id(),
                                action.version(),
                                ActionState.DONE,
                                proof.getValue(),
                                on.getValue())))
                .field("proof", proof)
                .field("closedOn", on)
                .open();
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    private static String t(String key) {
        return Messages.get(locale(), key);
    }
}
