package se.stegen.ui.meeting;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import se.stegen.common.Problem;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;

/** What is closed is not changed: something is added, with date and author. */
final class AdditionCard extends Div {
    static final String TEXT = "meeting-addition";
    static final String ADD = "meeting-addition-add";

    private static final long serialVersionUID = 1L;

    AdditionCard(Consumer<String> action) {
        addClassName("card");
        TextArea text = new TextArea(getTranslation("meeting.add.label"));
        text.setId(TEXT);
        text.setWidthFull();
        text.setHelperText(getTranslation("meeting.add.help"));
        ProblemNotice notice = new ProblemNotice();
        notice.setId("addition-problem");
        notice.field("text", text);
        Button add = new Button(getTranslation("meeting.add"), click -> {
            try {
                action.accept(text.getValue());
            } catch (Problem refused) {
                notice.show(refused);
            }
        });
        add.setId(ADD);
        add(Html.text("h2", getTranslation("meeting.add.title")), notice, text, Html.div("after", add));
    }
}
