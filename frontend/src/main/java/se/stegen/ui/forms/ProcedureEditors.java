package se.stegen.ui.forms;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.stegen.instrument.FormDefinition;
import se.stegen.instrument.OverallScale;
import se.stegen.instrument.Procedure;
import se.stegen.instrument.TemplateField;
import se.stegen.ui.component.Html;

/** The procedures of a form, with how many at which level are required for a körkort. */
final class ProcedureEditors extends Div {
    static final String ADD = "form-add-procedure";

    private static final long serialVersionUID = 1L;
    private static final int MOST = 1000;

    private final transient FormView view;

    ProcedureEditors(FormView view) {
        this.view = view;
        addClassName("card");
        add(
                Html.text("h2", getTranslation("forms.procedures")),
                Html.text("small", getTranslation("forms.procedures.help")));
        FormDefinition form = view.data().definition();
        form.procedures().forEach(procedure -> add(editor(procedure, form.overall())));
        Button more = new Button(getTranslation("forms.procedure.new"), click -> {
            String code = Edits.newCode(view.data().definition(), "p");
            Procedure fresh = new Procedure(code, "", null, List.of());
            view.restructure(
                    now -> Edits.procedures(
                            now, Edits.with(now.procedures(), now.procedures().size(), fresh)),
                    id(code));
        });
        more.setId(ADD);
        add(more);
    }

    private static String id(String code) {
        return "form-procedure-" + code;
    }

    private Div editor(Procedure procedure, @Nullable OverallScale scale) {
        String code = procedure.code();
        TextField name = new TextField(getTranslation("forms.procedure.name"));
        name.setId(id(code));
        name.setValue(procedure.name());
        name.addValueChangeListener(change -> view.write(form ->
                Edits.procedure(form, code, old -> new Procedure(code, change.getValue(), null, old.levels()))));
        view.saving().watch(name);
        view.field("definition." + code + ".name", name);
        Div levels = Html.div("fields two");
        List<TemplateField.Option> steps = scale == null ? List.of() : scale.steps();
        for (int step = 1; step <= steps.size(); step++) {
            levels.add(level(procedure, step, steps.get(step - 1).label()));
        }
        Div part = Html.div("fields form-part", name, levels);
        part.add(view.tools(
                id(code),
                procedure.name(),
                () -> move(code, -1, "-up"),
                () -> move(code, 1, "-down"),
                () -> remove(procedure)));
        return part;
    }

    private IntegerField level(Procedure procedure, int step, String label) {
        IntegerField count = new IntegerField(getTranslation("forms.procedure.level", Integer.toString(step)));
        count.setHelperText(label);
        count.setId(id(procedure.code()) + "-" + step);
        count.setMin(1);
        count.setMax(MOST);
        procedure.levels().stream()
                .filter(level -> level.step() == step)
                .findFirst()
                .ifPresent(level -> count.setValue(level.count()));
        count.addValueChangeListener(change -> view.write(form -> Edits.procedure(
                form,
                procedure.code(),
                old -> new Procedure(old.code(), old.name(), old.nameEn(), levels(old, step, change.getValue())))));
        view.saving().watch(count);
        view.field("definition." + procedure.code() + ".levels", count);
        return count;
    }

    private static List<Procedure.Level> levels(Procedure old, int step, @Nullable Integer count) {
        List<Procedure.Level> levels = new ArrayList<>(Edits.without(old.levels(), level -> level.step() == step));
        if (count != null) {
            levels.add(new Procedure.Level(step, count));
        }
        levels.sort(Comparator.comparingInt(Procedure.Level::step));
        return levels;
    }

    private void move(String code, int by, String button) {
        view.restructure(
                form -> Edits.procedures(
                        form, Edits.move(form.procedures(), one -> one.code().equals(code), by)),
                id(code) + button);
    }

    private void remove(Procedure procedure) {
        int at = Edits.index(
                view.data().definition().procedures(), one -> one.code().equals(procedure.code()));
        Procedure gone = view.data().definition().procedures().get(at);
        view.remove(
                form -> Edits.procedures(
                        form, Edits.without(form.procedures(), one -> one.code().equals(gone.code()))),
                form -> Edits.procedures(form, Edits.with(form.procedures(), at, gone)),
                gone.name(),
                ADD,
                id(gone.code()));
    }
}
