package se.stegen.ui.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import se.stegen.instrument.FormDefinition;
import se.stegen.instrument.TemplateField;
import se.stegen.instrument.TemplateSection;
import se.stegen.ui.component.Html;

/** The sections of a form that is being written, each with its fields. Remembers which fields stand open. */
final class SectionEditors {
    static final String ADD_SECTION = "form-add-section";

    private static final String QUALITY = "quality";

    private final FormView view;
    private final Map<String, List<TemplateField.Option>> scales;
    private final Set<String> open = new HashSet<>();

    SectionEditors(FormView view, Map<String, List<TemplateField.Option>> scales) {
        this.view = view;
        this.scales = scales;
    }

    /** The editors of the form as it stands now. */
    Div build() {
        Div all = new Div();
        List<TemplateSection> sections = view.data().definition().sections();
        for (int i = 0; i < sections.size(); i++) {
            all.add(section(sections.get(i), i + 1));
        }
        Button more = new Button(view.getTranslation("forms.section.new"), click -> {
            String code = Edits.newCode(view.data().definition(), "s");
            TemplateSection fresh = new TemplateSection(code, "", null, null, null, List.of());
            view.restructure(
                    form -> Edits.sections(
                            form, Edits.with(form.sections(), form.sections().size(), fresh)),
                    id(code));
        });
        more.setId(ADD_SECTION);
        all.add(more);
        return all;
    }

    /** Id of the button that adds a field to a section. */
    static String addTo(String section) {
        return id(section) + "-add";
    }

    private static String id(String code) {
        return "form-section-" + code;
    }

    private Div section(TemplateSection section, int number) {
        String code = section.code();
        String name = section.heading().isEmpty()
                ? view.getTranslation("forms.section.number", Integer.toString(number))
                : section.heading();
        Div card = Html.div("card", Html.text("h2", name));
        TextField heading = text(
                id(code),
                "forms.section.heading",
                section.heading(),
                (old, value) -> new TemplateSection(code, value, null, old.help(), old.helpEn(), old.fields()),
                code);
        TextField help = text(
                id(code) + "-help",
                "forms.section.help",
                Objects.requireNonNullElse(section.help(), ""),
                (old, value) ->
                        new TemplateSection(code, old.heading(), old.headingEn(), empty(value), null, old.fields()),
                code);
        view.field("definition." + code + ".heading", heading);
        card.add(Html.div("fields", heading, help));
        for (TemplateField field : section.fields()) {
            card.add(editor(field));
        }
        Button more = new Button(view.getTranslation("forms.field.new"), click -> addField(code));
        more.setId(addTo(code));
        more.setAriaLabel(view.getTranslation("forms.field.new.in", name));
        card.add(Html.div(
                "row",
                more,
                view.tools(
                        id(code),
                        name,
                        () -> move(code, -1, "-up"),
                        () -> move(code, 1, "-down"),
                        () -> remove(code, name))));
        return card;
    }

    private TextField text(
            String id,
            String label,
            String value,
            BiFunction<TemplateSection, String, TemplateSection> change,
            String code) {
        TextField field = new TextField(view.getTranslation(label));
        field.setId(id);
        field.setValue(value);
        field.addValueChangeListener(written ->
                view.write(form -> Edits.section(form, code, old -> change.apply(old, written.getValue()))));
        view.saving().watch(field);
        return field;
    }

    static @Nullable String empty(String text) {
        return text.isBlank() ? null : text;
    }

    private Component editor(TemplateField field) {
        return new FieldEditor(view, field, scales, open.contains(field.code()), opened -> {
            if (opened) {
                open.add(field.code());
            } else {
                open.remove(field.code());
            }
        });
    }

    private void addField(String section) {
        FormDefinition now = view.data().definition();
        String code = Edits.newCode(now, "f");
        TemplateField fresh = new TemplateField(
                code,
                "",
                null,
                TemplateField.Type.SCALE,
                false,
                scales.getOrDefault(QUALITY, List.of()),
                null,
                null,
                null);
        open.add(code);
        view.restructure(
                form -> Edits.section(
                        form,
                        section,
                        old -> Edits.fields(
                                old, Edits.with(old.fields(), old.fields().size(), fresh))),
                FieldEditor.id(code));
    }

    private void move(String code, int by, String button) {
        view.restructure(
                form -> Edits.sections(
                        form, Edits.move(form.sections(), one -> one.code().equals(code), by)),
                id(code) + button);
    }

    private void remove(String code, String name) {
        List<TemplateSection> sections = view.data().definition().sections();
        int at = Edits.index(sections, one -> one.code().equals(code));
        TemplateSection gone = sections.get(at);
        view.remove(
                form -> Edits.sections(
                        form, Edits.without(form.sections(), one -> one.code().equals(code))),
                form -> Edits.sections(form, Edits.with(form.sections(), at, gone)),
                name,
                ADD_SECTION,
                id(code));
    }
}
