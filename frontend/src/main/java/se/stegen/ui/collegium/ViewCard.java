package se.stegen.ui.collegium;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.stegen.collegium.CollegiumCompetence;
import se.stegen.collegium.CollegiumForm;
import se.stegen.collegium.CollegiumLevel;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Html;

/** What is said of one doctor: a level per competence and one comment. */
final class ViewCard extends Div {
    static final String ID = "view-";
    static final String AS_EXPECTED = "view-expected-";
    static final String COMMENT = "view-comment-";

    private static final long serialVersionUID = 1L;

    private final long programmeId;
    private final transient List<LevelField> levels;
    private final TextArea comment;
    private final Button expected;
    private boolean changed;

    ViewCard(CollegiumForm.View view, List<CollegiumCompetence> competences, boolean named, Locale locale) {
        programmeId = view.programmeId();
        addClassName("card");
        setId(ID + programmeId);
        if (named) {
            add(Html.text("h2", view.name()));
        }
        levels = competences.stream()
                .map(one -> new LevelField(one, ID + programmeId, locale))
                .toList();
        levels.forEach(level -> level.set(view.levels().get(level.code())));
        comment = new TextArea(getTranslation(named ? "collegium.view.comment" : "collegium.own.comment"));
        comment.setId(COMMENT + programmeId);
        comment.setWidthFull();
        comment.setMaxLength(2000);
        comment.setValue(view.comment());
        expected = new Button(
                getTranslation("collegium.view.expected"),
                click -> levels.stream()
                        .filter(level -> level.level() == null)
                        .forEach(level -> level.set(CollegiumLevel.AS_EXPECTED)));
        expected.setId(AS_EXPECTED + programmeId);
        expected.getElement()
                .setAttribute("aria-label", getTranslation("collegium.view.expected") + ": " + view.name());
        Div fields = Html.div("fields levels");
        levels.forEach(level -> fields.add(level.field()));
        add(Html.div("chips", expected), fields, comment);
    }

    void watch(AutoSave saving) {
        levels.forEach(level -> level.field().addValueChangeListener(change -> changed = true));
        comment.addValueChangeListener(change -> changed = true);
        levels.forEach(level -> saving.watch(level.field()));
        saving.watch(comment);
        // What a button fills in is no change by a hand: it is saved here.
        expected.addClickListener(click -> saving.flush());
    }

    boolean isChanged() {
        return changed;
    }

    void saved() {
        changed = false;
    }

    long programmeId() {
        return programmeId;
    }

    Map<String, String> levels() {
        Map<String, String> said = new TreeMap<>();
        levels.forEach(level -> {
            CollegiumLevel value = level.level();
            if (value != null) {
                said.put(level.code(), value.name());
            }
        });
        return said;
    }

    String comment() {
        return comment.getValue();
    }
}
