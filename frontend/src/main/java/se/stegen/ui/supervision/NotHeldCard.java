package se.stegen.ui.supervision;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import se.stegen.supervision.PlannedSupervision;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;

/** "Planerat men inte genomfört": which sessions, and why where somebody said so. */
final class NotHeldCard extends Div {
    static final String ID = "not-held";

    private static final long serialVersionUID = 1L;

    NotHeldCard(PlannedSupervision planned) {
        addClassName("card");
        setId(ID);
        HtmlContainer list = Html.tag("ul");
        list.addClassName("rows");
        planned.notHeld().forEach(session -> list.add(row(session, getTranslation("planned.silent"))));
        planned.cancelled()
                .forEach(session -> list.add(row(
                        session,
                        getTranslation("planned.cancelled", session.reason() == null ? "–" : session.reason()))));
        add(
                Html.text("h2", getTranslation("planned.title")),
                Html.text(
                        "p",
                        getTranslation(
                                "planned.sum",
                                planned.planned(),
                                planned.notHeld().size(),
                                planned.cancelled().size())),
                list);
    }

    private HtmlContainer row(PlannedSupervision.Session session, String words) {
        HtmlContainer row = Html.tag(
                "li",
                Html.div(
                        "words",
                        Html.link(
                                Paths.of(Paths.SUPERVISION, session.id()),
                                Dates.day(session.date(), getLocale()) + " · " + session.supervisorName()),
                        Html.tag("br"),
                        Html.text("small", words)));
        row.addClassName("row");
        return row;
    }
}
