package se.stegen.ui.goals;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import se.stegen.common.Messages;
import se.stegen.coverage.Missing;
import se.stegen.coverage.MissingLine;
import se.stegen.coverage.MissingPart;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;

/** "Det här saknas": before the placement ends, before the next session, before ST ends, and what would mend it. */
public final class MissingCard extends Div {
    /** Id of the card. */
    public static final String ID = "missing";

    private static final long serialVersionUID = 1L;

    /** More codes than these are folded. */
    private static final int MOST_CODES = 12;

    /** The card of what is missing today. */
    public MissingCard(Missing missing) {
        setId(ID);
        addClassName("card");
        add(Html.text("h2", getTranslation("missing.title")));
        Function<LocalDate, String> days = day -> Dates.day(day, getLocale());
        for (MissingPart part : missing.parts()) {
            add(Html.text("h3", part.heading(getLocale(), days)));
            if (part.lines().isEmpty()) {
                add(Html.div("quiet", Html.sign("✓ "), new Span(Messages.get(getLocale(), "missing.nothing"))));
                continue;
            }
            HtmlContainer lines = Html.tag("ul");
            lines.addClassName("rows");
            for (MissingLine line : part.lines()) {
                HtmlContainer item = Html.tag("li", new Span(part.words(line, getLocale(), days)));
                item.addClassName("missing-line");
                codes(missing.programmeId(), line.goalCodes(), item);
                lines.add(item);
            }
            add(lines);
        }
    }

    private void codes(long programmeId, List<String> codes, HtmlContainer item) {
        if (codes.isEmpty()) {
            return;
        }
        Div links = Html.div("codes");
        codes.forEach(code -> links.add(Html.link(Paths.goal(programmeId, code), code)));
        item.add(
                codes.size() <= MOST_CODES
                        ? links
                        : new Details(getTranslation("missing.codes", Integer.toString(codes.size())), links));
    }
}
