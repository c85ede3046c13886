package se.stegen.ui.forms;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import se.stegen.instrument.FormDefinition;
import se.stegen.instrument.TemplateField;
import se.stegen.instrument.TemplateField.Condition;
import se.stegen.instrument.TemplateField.Option;
import se.stegen.instrument.TemplateSection;
import se.stegen.ui.component.Html;

/** One field of a form that is being written, folded to its question. */
final class FieldEditor extends Details {
    private static final long serialVersionUID = 1L;

    private final transient FormView view;
    private final transient Map<String, List<Option>> scales;
    private final String code;
    private final Div options = Html.div("fields");
    private transient TemplateField field;

    FieldEditor(
            FormView view,
            TemplateField field,
            Map<String, List<Option>> scales,
            boolean open,
            Consumer<Boolean> opened) {
        this.view = view;
        this.field = field;
        this.scales = scales;
        this.code = field.code();
        addClassName("form-part");
        setWidthFull();
        setOpened(open);
        addOpenedChangeListener(change -> opened.accept(change.isOpened()));
        name();
        Div fields = Html.div("fields", label(), type(), options, help(), when(), required());
        fillOptions();
        add(fields, view.tools(id(code), field.label(), () -> move(-1, "-up"), () -> move(1, "-down"), this::remove));
    }

    static String id(String code) {
        return "form-field-" + code;
    }

    private void name() {
        String label = field.label().isEmpty() ? getTranslation("forms.field.unnamed") : field.label();
        setSummaryText(label + " · " + getTranslation("forms.type." + field.type()));
    }

    private void write(UnaryOperator<TemplateField> change) {
        field = change.apply(field);
        TemplateField now = field;
        view.write(form -> Edits.field(form, code, old -> now));
        name();
    }

    private TextField label() {
        TextField label = new TextField(getTranslation("forms.field.label"));
        label.setId(id(code));
        label.setRequiredIndicatorVisible(true);
        label.setValue(field.label());
        label.addValueChangeListener(change -> write(old -> new TemplateField(
                code,
                change.getValue(),
                null,
                old.type(),
                old.required(),
                old.options(),
                old.help(),
                old.helpEn(),
                old.when())));
        view.saving().watch(label);
        view.field("definition." + code + ".label", label);
        return label;
    }

    private Select<TemplateField.Type> type() {
        Select<TemplateField.Type> type = new Select<>();
        type.setId(id(code) + "-type");
        type.setLabel(getTranslation("forms.field.type"));
        type.setItems(TemplateField.Type.values());
        type.setItemLabelGenerator(one -> getTranslation("forms.type." + one));
        type.setValue(field.type());
        type.addValueChangeListener(change -> {
            TemplateField.Type chosen = change.getValue();
            List<Option> known = switch (chosen) {
                case TEXT -> List.of();
                case SCALE -> scales.getOrDefault("quality", List.of());
                case CHOICE, MULTI ->
                    field.type() == TemplateField.Type.CHOICE || field.type() == TemplateField.Type.MULTI
                            ? field.options()
                            : List.of();
            };
            write(old -> new TemplateField(
                    code,
                    old.label(),
                    old.labelEn(),
                    chosen,
                    old.required(),
                    known,
                    old.help(),
                    old.helpEn(),
                    old.when()));
            fillOptions();
        });
        view.saving().watch(type);
        return type;
    }

    private void fillOptions() {
        options.removeAll();
        if (field.type() == TemplateField.Type.TEXT) {
            return;
        }
        boolean scale = field.type() == TemplateField.Type.SCALE;
        TextArea lines = new TextArea(getTranslation(scale ? "forms.steps" : "forms.choices"));
        lines.setId(id(code) + "-options");
        lines.setHelperText(getTranslation(scale ? "forms.steps.help" : "forms.choices.help"));
        lines.setValue(OptionLines.write(
                Edits.without(field.options(), option -> scale && option.value().equals(TemplateField.NOT_OBSERVED))));
        Checkbox unseen = new Checkbox(
                getTranslation("forms.not.observed"),
                field.option(TemplateField.NOT_OBSERVED).isPresent());
        Runnable write = () -> write(old -> options(
                old,
                scale
                        ? steps(lines.getValue(), old.options(), unseen.getValue())
                        : OptionLines.choices(lines.getValue(), old.options())));
        lines.addValueChangeListener(change -> write.run());
        view.saving().watch(lines);
        view.field("definition." + code + ".options", lines);
        options.add(lines);
        if (scale) {
            unseen.addValueChangeListener(change -> write.run());
            view.saving().watch(unseen);
            options.add(unseen);
        }
    }

    private List<Option> steps(String text, List<Option> before, boolean unseen) {
        List<Option> steps = new ArrayList<>(OptionLines.steps(text, before));
        if (unseen) {
            steps.add(before.stream()
                    .filter(option -> option.value().equals(TemplateField.NOT_OBSERVED))
                    .findFirst()
                    .orElseGet(() -> new Option(
                            TemplateField.NOT_OBSERVED, getTranslation("independence.0"), null, null, null)));
        }
        return steps;
    }

    private static TemplateField options(TemplateField old, List<Option> options) {
        return new TemplateField(
                old.code(),
                old.label(),
                old.labelEn(),
                old.type(),
                old.required(),
                options,
                old.help(),
                old.helpEn(),
                old.when());
    }

    private TextField help() {
        TextField help = new TextField(getTranslation("forms.field.help"));
        help.setValue(Objects.requireNonNullElse(field.help(), ""));
        help.addValueChangeListener(change -> write(old -> new TemplateField(
                code,
                old.label(),
                old.labelEn(),
                old.type(),
                old.required(),
                old.options(),
                SectionEditors.empty(change.getValue()),
                null,
                old.when())));
        view.saving().watch(help);
        return help;
    }

    private Checkbox required() {
        Checkbox required = new Checkbox(getTranslation("forms.field.required"), field.required());
        required.setId(id(code) + "-required");
        required.addValueChangeListener(change -> write(old -> new TemplateField(
                code,
                old.label(),
                old.labelEn(),
                old.type(),
                change.getValue(),
                old.options(),
                old.help(),
                old.helpEn(),
                old.when())));
        view.saving().watch(required);
        return required;
    }

    /** On which earlier answer the field hangs. */
    private Select<Condition> when() {
        Select<Condition> when = new Select<>();
        when.setId(id(code) + "-when");
        when.setLabel(getTranslation("forms.field.when"));
        when.setEmptySelectionAllowed(true);
        when.setEmptySelectionCaption(getTranslation("forms.field.always"));
        Conditions answers = new Conditions(view.data().definition());
        List<Condition> known = answers.before(code);
        Condition now = field.when();
        if (now != null && !known.contains(now)) {
            known.add(now);
        }
        when.setItems(known);
        when.setItemLabelGenerator(one -> one == null
                ? getTranslation("forms.field.always")
                : answers.words(one, (question, answer) -> getTranslation("forms.field.when.is", question, answer)));
        when.setValue(now);
        when.addValueChangeListener(change -> write(old -> new TemplateField(
                code,
                old.label(),
                old.labelEn(),
                old.type(),
                old.required(),
                old.options(),
                old.help(),
                old.helpEn(),
                change.getValue())));
        view.saving().watch(when);
        view.field("definition." + code + ".when", when);
        return when;
    }

    private void move(int by, String button) {
        view.restructure(form -> Edits.moveField(form, code, by), id(code) + button);
    }

    private void remove() {
        FormDefinition now = view.data().definition();
        TemplateSection section = now.sections().stream()
                .filter(one -> one.fields().stream().anyMatch(f -> f.code().equals(code)))
                .findFirst()
                .orElseThrow();
        int at = Edits.index(section.fields(), one -> one.code().equals(code));
        TemplateField gone = section.fields().get(at);
        view.remove(
                form -> Edits.section(
                        form,
                        section.code(),
                        old -> Edits.fields(
                                old,
                                Edits.without(old.fields(), one -> one.code().equals(code)))),
                form -> Edits.section(
                        form, section.code(), old -> Edits.fields(old, Edits.with(old.fields(), at, gone))),
                gone.label(),
                SectionEditors.addTo(section.code()),
                id(code));
    }
}
