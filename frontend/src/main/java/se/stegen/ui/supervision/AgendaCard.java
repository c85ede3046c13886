package se.stegen.ui.supervision;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import se.stegen.supervision.AgendaLine;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;

/** What is open and may be talked of; a tap puts a line into the minutes, nothing is put there by itself. */
final class AgendaCard extends Div {
    static final String ID = "agenda";

    private static final long serialVersionUID = 1L;

    AgendaCard(List<AgendaLine> lines, Consumer<String> insert) {
        addClassName("card");
        setId(ID);
        HtmlContainer list = Html.tag("ul");
        list.addClassName("rows");
        for (AgendaLine line : lines) {
            Button add = new Button(getTranslation("agenda.add"));
            add.setAriaLabel(getTranslation("agenda.add.of", line.text()));
            add.setDisableOnClick(true);
            add.addClickListener(click -> {
                insert.accept(line.text());
                add.setText(getTranslation("agenda.added"));
                ProblemNotice.done(getTranslation("agenda.inserted"));
            });
            HtmlContainer row = Html.tag("li", Html.div("words", Html.text("span", line.text())), add);
            row.addClassName("row");
            list.add(row);
        }
        add(Html.text("h2", getTranslation("agenda.title")), Html.text("p", getTranslation("agenda.help")), list);
    }
}
