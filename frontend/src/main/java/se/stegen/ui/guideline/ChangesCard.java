package se.stegen.ui.guideline;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.stegen.common.Messages;
import se.stegen.guideline.GuidelineChange;
import se.stegen.guideline.GuidelineField;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;

/** Who changed which value when, from what to what. */
final class ChangesCard extends Div {
    private static final long serialVersionUID = 1L;

    ChangesCard(List<GuidelineChange> changes, Locale locale) {
        addClassName("card");
        add(Html.text("h2", Messages.get(locale, "guideline.changes")));
        if (changes.isEmpty()) {
            add(Html.text("p", Messages.get(locale, "guideline.changes.none")));
            return;
        }
        HtmlContainer rows = Html.tag("ul");
        rows.addClassName("rows");
        changes.forEach(change -> rows.add(row(change, locale)));
        add(rows);
    }

    private static HtmlContainer row(GuidelineChange change, Locale locale) {
        String title = switch (change.kind()) {
            case OVERRIDE_ADDED, OVERRIDE_ENDED, HOURS ->
                GuidelineWords.name(GuidelineField.valueOf(change.title()), locale);
            default -> change.title();
        };
        String differences = change.differences().stream()
                .map(one -> Messages.get(
                        locale,
                        "guideline.changed",
                        GuidelineWords.name(one.field(), locale),
                        GuidelineWords.value(one.field(), one.from(), locale),
                        GuidelineWords.value(one.field(), one.to(), locale)))
                .collect(Collectors.joining("; "));
        Div words = Html.div(
                "words",
                Html.text("b", Messages.get(locale, "guideline.change." + change.kind(), title)),
                Html.tag("br"),
                Html.text(
                        "small",
                        Dates.moment(change.changedAt(), locale) + " · " + change.changedBy() + " · "
                                + GuidelineWords.period(change.validFrom(), change.validTo(), locale)));
        if (!differences.isEmpty()) {
            words.add(Html.tag("br"), Html.text("span", differences));
        }
        if (!change.reason().isEmpty()) {
            words.add(Html.tag("br"), Html.text("span", Messages.get(locale, "guideline.reason", change.reason())));
        }
        HtmlContainer row = Html.tag("li", words);
        row.addClassName("row");
        return row;
    }
}
