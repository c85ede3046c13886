package se.stegen.ui.forms;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import se.stegen.instrument.Competence;
import se.stegen.instrument.FormData;
import se.stegen.instrument.FormKind;
import se.stegen.instrument.OverallScale;
import se.stegen.instrument.TemplateField;
import se.stegen.ui.component.Html;

/** What the form is called, what it counts for, and the scale of its overall judgement. */
final class AboutEditor extends Div {
    static final String NAME = "form-name";
    static final String FORMAL = "form-formal";
    static final String COMPETENCES = "form-competences";
    static final String OVERALL = "form-overall";
    static final String STEPS = "form-overall-steps";

    private static final long serialVersionUID = 1L;
    private static final String INDEPENDENCE = "independence";

    /** Which scale. */
    private enum Scale {
        INDEPENDENCE,
        OWN,
        NONE
    }

    private final transient FormView view;
    private final transient List<TemplateField.Option> independence;
    private final Div own = Html.div("fields");

    AboutEditor(FormView view, Map<String, List<TemplateField.Option>> scales) {
        this.view = view;
        this.independence = Objects.requireNonNull(scales.get(INDEPENDENCE), INDEPENDENCE);
        addClassName("card");
        add(Html.text("h2", getTranslation("forms.about")), Html.div("fields", name(), formal(), competences()));
        add(Html.text("h3", getTranslation("forms.overall")), Html.div("fields", scale(), own));
        fillOwn(view.data().definition().overall());
    }

    private TextField name() {
        TextField name = new TextField(getTranslation("forms.name"));
        name.setId(NAME);
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(200);
        name.setValue(Objects.requireNonNullElse(view.data().name(), ""));
        name.addValueChangeListener(change -> {
            FormData data = view.data();
            view.write(new FormData(change.getValue(), data.formal(), data.competences(), data.definition()));
        });
        view.saving().watch(name);
        view.field("name", name);
        return name;
    }

    private Checkbox formal() {
        Checkbox formal =
                new Checkbox(getTranslation("forms.formal"), view.data().formal());
        formal.setId(FORMAL);
        formal.setHelperText(getTranslation("forms.formal.help"));
        formal.addValueChangeListener(change -> {
            FormData data = view.data();
            view.write(new FormData(data.name(), change.getValue(), data.competences(), data.definition()));
        });
        view.saving().watch(formal);
        return formal;
    }

    private CheckboxGroup<String> competences() {
        CheckboxGroup<String> competences = new CheckboxGroup<>(getTranslation("forms.competences"));
        competences.setId(COMPETENCES);
        competences.setItems(Arrays.stream(Competence.values()).map(Enum::name).toList());
        competences.setItemLabelGenerator(code -> getTranslation("competence." + code));
        competences.setValue(Set.copyOf(view.data().competences()));
        competences.addValueChangeListener(change -> {
            FormData data = view.data();
            view.write(new FormData(
                    data.name(), data.formal(), List.copyOf(new TreeSet<>(change.getValue())), data.definition()));
        });
        view.saving().watch(competences);
        return competences;
    }

    private Select<Scale> scale() {
        Select<Scale> scale = new Select<>();
        scale.setId(OVERALL);
        scale.setLabel(getTranslation("forms.overall.scale"));
        scale.setItems(
                view.kind() == FormKind.PROCEDURE ? List.of(Scale.INDEPENDENCE, Scale.OWN) : List.of(Scale.values()));
        scale.setItemLabelGenerator(one -> getTranslation("forms.overall." + one));
        OverallScale overall = view.data().definition().overall();
        scale.setValue(
                overall == null
                        ? Scale.NONE
                        : overall.label() == null && overall.steps().equals(independence)
                                ? Scale.INDEPENDENCE
                                : Scale.OWN);
        scale.addValueChangeListener(change -> {
            OverallScale chosen = switch (change.getValue()) {
                case INDEPENDENCE -> new OverallScale(null, null, independence);
                case OWN -> new OverallScale(getTranslation("assessment.overall"), null, independence);
                case NONE -> null;
            };
            view.write(form -> Edits.overall(form, chosen));
            fillOwn(chosen);
        });
        view.saving().watch(scale);
        return scale;
    }

    /** The clinic's own steps, where it has some. */
    private void fillOwn(@Nullable OverallScale overall) {
        own.removeAll();
        if (overall == null || (overall.label() == null && overall.steps().equals(independence))) {
            return;
        }
        TextField label = new TextField(getTranslation("forms.overall.label"));
        label.setValue(Objects.requireNonNullElse(overall.label(), ""));
        TextArea steps = new TextArea(getTranslation("forms.steps"));
        steps.setId(STEPS);
        steps.setHelperText(getTranslation("forms.overall.steps.help"));
        steps.setValue(OptionLines.write(overall.steps()));
        Runnable write = () -> view.write(form -> {
            OverallScale before = form.overall();
            return Edits.overall(
                    form,
                    new OverallScale(
                            label.getValue().isBlank() ? getTranslation("assessment.overall") : label.getValue(),
                            null,
                            OptionLines.steps(steps.getValue(), before == null ? List.of() : before.steps())));
        });
        label.addValueChangeListener(change -> write.run());
        steps.addValueChangeListener(change -> write.run());
        view.saving().watch(label);
        view.saving().watch(steps);
        view.field("definition.overall", steps);
        own.add(label, steps);
    }
}
