package se.stegen.ui.assessment;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import se.stegen.assessment.AssessorDetails;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;

/** Who answers without sign-in; may be remembered on the device, and then nothing is to be filled in the next time. */
final class AboutYou extends Div {
    static final String NAME = "you-name";
    static final String TITLE = "you-title";
    static final String OTHER = "you-title-other";
    static final String WORKPLACE = "you-workplace";
    static final String SPECIALTY = "you-specialty";
    static final String REMEMBER = "you-remember";

    private static final long serialVersionUID = 1L;
    private static final String STORED = "stegen-assessor";
    private static final int PARTS = 4;

    private final TextField name = new TextField(getTranslation("link.name"));
    private final RadioButtonGroup<String> title = new RadioButtonGroup<>(getTranslation("link.title"));
    private final TextField other = new TextField(getTranslation("link.title.which"));
    private final TextField workplace = new TextField(getTranslation("link.workplace"));
    private final TextField specialty = new TextField(getTranslation("link.specialty"));
    private final Checkbox remember = new Checkbox(getTranslation("link.remember"));
    private final List<String> titles = List.of(getTranslation("link.titles").split(",", -1));

    AboutYou(AssessorDetails details) {
        addClassName("card");
        name.setId(NAME);
        title.setId(TITLE);
        other.setId(OTHER);
        workplace.setId(WORKPLACE);
        specialty.setId(SPECIALTY);
        remember.setId(REMEMBER);
        // What a browser knows of its owner it may fill in.
        name.getElement().setAttribute("autocomplete", "name");
        workplace.getElement().setAttribute("autocomplete", "organization");
        title.setItems(titles);
        title.addValueChangeListener(change -> other.setVisible(isOther()));
        for (TextField field : List.of(name, workplace)) {
            field.setRequiredIndicatorVisible(true);
        }
        title.setRequiredIndicatorVisible(true);
        fill(details);
        add(
                Html.text("h2", getTranslation("link.you")),
                Html.div("fields", name, title, other, Html.div("fields two", workplace, specialty), remember));
    }

    /** Takes over what the device remembers, where nothing better is known. */
    void recall(Runnable then) {
        getElement().executeJs("return localStorage.getItem($0) || ''", STORED).then(String.class, stored -> {
            String[] parts = stored.split("\n", -1);
            if (parts.length == PARTS && details().title().isEmpty()) {
                fill(new AssessorDetails(parts[0], parts[1], parts[2], parts[3]));
                remember.setValue(true);
                then.run();
            }
        });
    }

    /** Keeps it on the device, or takes away what was kept. */
    void keep() {
        AssessorDetails you = details();
        if (remember.getValue()) {
            getElement()
                    .executeJs(
                            "localStorage.setItem($0, $1)",
                            STORED,
                            String.join("\n", you.name(), you.title(), you.workplace(), you.specialty()));
        } else {
            getElement().executeJs("localStorage.removeItem($0)", STORED);
        }
    }

    void watch(AutoSave saving, ProblemNotice problem) {
        saving.watch(name);
        saving.watch(title);
        saving.watch(other);
        saving.watch(workplace);
        saving.watch(specialty);
        problem.field("name", name);
        problem.field("title", title);
        problem.field("workplace", workplace);
        problem.field("specialty", specialty);
    }

    AssessorDetails details() {
        String chosen = title.getValue();
        String word = chosen == null ? "" : isOther() ? other.getValue() : chosen;
        return new AssessorDetails(
                oneLine(name.getValue()), oneLine(word), oneLine(workplace.getValue()), oneLine(specialty.getValue()));
    }

    private boolean isOther() {
        return titles.getLast().equals(title.getValue());
    }

    /** Puts these into the fields. */
    void fill(AssessorDetails details) {
        name.setValue(details.name());
        workplace.setValue(details.workplace());
        specialty.setValue(details.specialty());
        if (titles.contains(details.title())) {
            title.setValue(details.title());
        } else if (!details.title().isEmpty()) {
            title.setValue(titles.getLast());
            other.setValue(details.title());
        }
        other.setVisible(isOther());
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').strip();
    }
}
