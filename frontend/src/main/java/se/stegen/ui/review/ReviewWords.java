package se.stegen.ui.review;

import com.vaadin.flow.component.html.Span;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.review.ActionState;
import se.stegen.review.ReviewAction;
import se.stegen.review.ReviewGrade;
import se.stegen.review.ReviewState;
import se.stegen.spur.Area;
import se.stegen.spur.Grade;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;

/** Reviews and actions in words and signs. */
final class ReviewWords {
    private static final int SHORT = 110;

    private ReviewWords() {}

    /** Where a review stands. */
    static Span badge(ReviewState state, Locale locale) {
        return switch (state) {
            case DRAFT -> tag("plain", "✎", Messages.get(locale, "review.state.DRAFT"));
            case CONFIRMED -> tag("good", "✓", Messages.get(locale, "review.state.CONFIRMED"));
            case VOIDED -> tag("bad", "⊘", Messages.get(locale, "review.state.VOIDED"));
        };
    }

    /** Where an action stands; one that is late says so. */
    static Span badge(ReviewAction action, LocalDate today, Locale locale) {
        if (action.overdue(today)) {
            return tag("bad", "!", Messages.get(locale, "action.overdue"));
        }
        return badge(action.state(), locale);
    }

    static Span badge(ActionState state, Locale locale) {
        String word = Messages.get(locale, "action.state." + state);
        return switch (state) {
            case OPEN -> tag("plain", "○", word);
            case IN_PROGRESS -> tag("info", "→", word);
            case DONE -> tag("good", "✓", word);
            case DROPPED -> tag("plain", "⊗", word);
        };
    }

    private static Span tag(String look, String sign, String word) {
        Span tag = new Span(Html.sign(sign), new Span(word));
        tag.addClassNames("tag", look);
        return tag;
    }

    /** "A B – C": the grades of the areas in their order; of two regulations both, unknown is a question mark. */
    static String grades(List<ReviewGrade> grades) {
        StringBuilder words = new StringBuilder();
        for (Area area : Area.values()) {
            words.append(words.isEmpty() ? "" : " ").append(area).append(' ').append(grade(grades, area));
            words.append(area == Area.H ? "" : ",");
        }
        return words.toString();
    }

    private static String grade(List<ReviewGrade> grades, Area area) {
        StringBuilder both = new StringBuilder();
        for (ReviewGrade one : grades) {
            Grade grade = one.grade();
            if (one.area() == area && grade != null) {
                both.append(both.isEmpty() ? "" : "/").append(grade);
            }
        }
        return both.isEmpty() ? "?" : both.toString();
    }

    /** "27/2 2026" with the day that was understood beside it, where the two are not the same words. */
    static String due(String printed, @Nullable LocalDate day, Locale locale) {
        if (day == null) {
            return printed.isEmpty() ? Messages.get(locale, "action.due.none") : printed;
        }
        String understood = Dates.day(day, locale);
        return printed.isEmpty() || printed.equals(day.toString()) || printed.equals(understood)
                ? understood
                : Messages.get(locale, "action.due.both", understood, printed);
    }

    /** The beginning of what is to be done. */
    static String shortly(ReviewAction action) {
        String words = action.plannedAction().isEmpty() ? action.item() : action.plannedAction();
        String line = words.replace('\n', ' ');
        return line.length() <= SHORT ? line : line.substring(0, line.lastIndexOf(' ', SHORT - 1)) + " …";
    }

    /** "F1" or "F", or nothing where nobody knows. */
    static String code(ReviewAction action) {
        String code = action.itemCode();
        Area area = action.area();
        return code != null ? code : area == null ? "–" : area.name();
    }
}
