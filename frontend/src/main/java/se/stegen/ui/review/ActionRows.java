package se.stegen.ui.review;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import se.stegen.common.Messages;
import se.stegen.review.ReviewAction;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Sheet;

/** Actions in a table: item, what is to be done, when, by whom, where it stands. */
final class ActionRows {
    private ActionRows() {}

    static Sheet of(String name, List<ReviewAction> actions, LocalDate today, Locale locale) {
        Sheet sheet = new Sheet(
                name,
                List.of(
                        t(locale, "action.planned"),
                        t(locale, "action.item.short"),
                        t(locale, "action.due"),
                        t(locale, "action.owner"),
                        t(locale, "action.state")));
        for (ReviewAction action : actions) {
            String owner = Objects.requireNonNullElse(action.ownerName(), action.responsible());
            sheet.row(
                    Html.link(Paths.of(Paths.ACTION, action.id()), ReviewWords.shortly(action)),
                    new Span(ReviewWords.code(action)),
                    new Span(ReviewWords.due(action.dueText(), action.dueOn(), locale)),
                    new Span(owner.isEmpty() ? "–" : owner),
                    ReviewWords.badge(action, today, locale));
        }
        return sheet;
    }

    private static String t(Locale locale, String key) {
        return Messages.get(locale, key);
    }
}
