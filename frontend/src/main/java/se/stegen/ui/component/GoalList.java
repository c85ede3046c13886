package se.stegen.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import se.stegen.curriculum.Goal;

/** Goals with code and title, one per line. */
public final class GoalList extends Div {
    private static final long serialVersionUID = 1L;

    /** The goals of these codes among the known ones. */
    public GoalList(List<String> codes, List<Goal> known) {
        if (codes.isEmpty()) {
            setText(getTranslation("none"));
            return;
        }
        HtmlContainer list = Html.tag("ul");
        list.addClassName("rows");
        for (String code : codes) {
            String title = known.stream()
                    .filter(goal -> goal.code().equals(code))
                    .map(goal -> goal.checked()
                            ? goal.title()
                            : goal.title() + " (" + getTranslation("goals.unchecked") + ")")
                    .findFirst()
                    .orElse("");
            list.add(Html.tag("li", Html.text("b", code), new com.vaadin.flow.component.html.Span(" " + title)));
        }
        add(list);
    }
}
