package se.stegen.ui.selfevaluation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import se.stegen.access.Actor;
import se.stegen.common.Messages;
import se.stegen.review.ReviewGrade;
import se.stegen.review.ReviewKind;
import se.stegen.review.ReviewListItem;
import se.stegen.review.ReviewService;
import se.stegen.review.ReviewState;
import se.stegen.selfevaluation.ItemEvaluation;
import se.stegen.selfevaluation.Judgement;
import se.stegen.selfevaluation.SelfEvaluation;
import se.stegen.spur.Area;
import se.stegen.spur.Grade;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Sheet;

/** What the clinic thought beside what the review that followed came to. */
@Singleton
class FollowingReview {
    private final ReviewService reviews;

    FollowingReview(ReviewService reviews) {
        this.reviews = reviews;
    }

    /** Empty until an external review has followed. */
    Optional<Component> of(Actor actor, SelfEvaluation evaluation, List<ItemEvaluation> items, Locale locale) {
        LocalDate finished = evaluation.finishedOn();
        if (finished == null) {
            return Optional.empty();
        }
        return reviews.list(actor, evaluation.clinicId()).stream()
                .filter(one -> one.kind() == ReviewKind.EXTERNAL
                        && one.state() == ReviewState.CONFIRMED
                        && !one.date().isBefore(finished))
                .min(Comparator.comparing(ReviewListItem::date))
                .map(one -> card(one, items, locale));
    }

    private static Component card(ReviewListItem review, List<ItemEvaluation> items, Locale locale) {
        Div card = Html.div("card", Html.text("h2", Messages.get(locale, "selfevaluation.compared")));
        card.add(new Paragraph(Html.link(
                Paths.of(Paths.REVIEW, review.id()),
                Messages.get(locale, "selfevaluation.compared.with", Dates.day(review.date(), locale)))));
        Sheet sheet = new Sheet(
                Messages.get(locale, "selfevaluation.compared"),
                List.of(
                        Messages.get(locale, "action.area"),
                        Messages.get(locale, "selfevaluation.compared.own"),
                        Messages.get(locale, "review.grade")));
        for (Area area : Area.values()) {
            List<ItemEvaluation> of =
                    items.stream().filter(one -> one.item().area() == area).toList();
            long met =
                    of.stream().filter(one -> one.judgement() == Judgement.MET).count();
            String grades = review.grades().stream()
                    .filter(one -> one.area() == area)
                    .map(FollowingReview::grade)
                    .collect(Collectors.joining(" / "));
            sheet.row(
                    new Span(area + ". " + area.title()),
                    new Span(Messages.get(locale, "selfevaluation.compared.met", met, of.size())),
                    new Span(grades.isEmpty() ? Messages.get(locale, "review.unknown") : grades));
        }
        card.add(sheet);
        return card;
    }

    private static String grade(ReviewGrade one) {
        Grade grade = one.grade();
        return (one.regulation().isEmpty() ? "" : one.regulation() + ": ") + (grade == null ? "?" : grade.name());
    }
}
