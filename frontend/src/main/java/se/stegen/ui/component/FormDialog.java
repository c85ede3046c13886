package se.stegen.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import se.stegen.common.Problem;

/** A few fields and one verb. A refusal is told in the dialog, which stays open with what was typed. */
public final class FormDialog extends Dialog {
    /** Id of the button that saves. */
    public static final String SAVE = "form-save";

    private static final long serialVersionUID = 1L;

    private final ProblemNotice notice = new ProblemNotice();
    private final Div fields = Html.div("fields");

    /** A dialog without fields yet. */
    public FormDialog(String title, String verb, Runnable action) {
        setHeaderTitle(title);
        setWidth("min(560px, 100%)");
        notice.setId("form-problem");
        add(notice, fields);
        Button save = new Button(verb);
        save.setId(SAVE);
        save.setDisableOnClick(true);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(click -> {
            try {
                action.run();
                close();
            } catch (Problem refused) {
                notice.show(refused);
            } finally {
                save.setEnabled(true);
            }
        });
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), save);
    }

    /** Adds a field; a refusal of this field of the API is told at it. */
    public FormDialog field(String name, Component field) {
        fields.add(field);
        if (field instanceof HasValidation validated) {
            notice.field(name, validated);
        }
        return this;
    }
}
