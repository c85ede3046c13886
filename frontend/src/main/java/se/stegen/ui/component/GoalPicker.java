package se.stegen.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import se.stegen.curriculum.Goal;

/** Chooses goals of a programme's curriculum, found by code or title; says where a goal is not checked. */
public final class GoalPicker extends CustomField<Set<String>> {
    private static final long serialVersionUID = 1L;

    private final transient List<Goal> goals;
    private final MultiSelectComboBox<Goal> box = new MultiSelectComboBox<>();
    private final HtmlContainer chosen = Html.tag("ul");

    /** A picker among these goals. */
    public GoalPicker(String label, List<Goal> goals) {
        super(Set.of());
        this.goals = List.copyOf(goals);
        setLabel(label);
        box.setItemLabelGenerator(Goal::code);
        box.setRenderer(new ComponentRenderer<>(goal -> new Span(words(goal))));
        box.setItems((goal, filter) -> matches(goal, filter), this.goals);
        box.setPlaceholder(getTranslation("goals.search"));
        box.setWidthFull();
        box.setAriaLabel(label);
        box.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        box.setClearButtonVisible(true);
        box.addValueChangeListener(change -> {
            showChosen();
            updateValue();
        });
        chosen.addClassName("rows");
        add(box, chosen);
    }

    @Override
    protected Set<String> generateModelValue() {
        Set<String> codes = new TreeSet<>();
        box.getValue().forEach(goal -> codes.add(goal.code()));
        return codes;
    }

    @Override
    protected void setPresentationValue(Set<String> codes) {
        Set<Goal> found = new LinkedHashSet<>();
        goals.stream().filter(goal -> codes.contains(goal.code())).forEach(found::add);
        box.setValue(found);
        showChosen();
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        box.setReadOnly(readOnly);
    }

    @Override
    public void setInvalid(boolean invalid) {
        super.setInvalid(invalid);
        box.setInvalid(invalid);
    }

    /** The chosen goals as codes. */
    public List<String> codes() {
        return List.copyOf(generateModelValue());
    }

    private void showChosen() {
        chosen.removeAll();
        box.getValue().forEach(goal -> chosen.add(Html.text("li", words(goal))));
    }

    private String words(Goal goal) {
        String text = goal.code() + " " + goal.title();
        return goal.checked() ? text : text + " (" + getTranslation("goals.unchecked") + ")";
    }

    private static boolean matches(Goal goal, String filter) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return (goal.code() + " " + goal.title()).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
