package se.stegen.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValueContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.stegen.common.Problem;

/** A few fields and one verb. A refusal is told in the dialog, which stays open with what was typed. */
public final class FormDialog extends Dialog {
    /** Id of the button that saves. */
    public static final String SAVE = "form-save";

    private static final long serialVersionUID = 1L;

    private final ProblemNotice notice = new ProblemNotice();
    private final Div fields = Html.div("fields");
    private final List<DatePicker> days = new ArrayList<>();

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
                // A day that cannot be read is not the same as none.
                Optional<DatePicker> unread =
                        days.stream().filter(FormDialog::unreadable).findFirst();
                if (unread.isPresent()) {
                    unread.get().focus();
                    return;
                }
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
        if (field instanceof DatePicker day) {
            days.add(day);
        }
        if (field instanceof PeriodField period) {
            days.add(period.from());
            days.add(period.to());
        }
        if (field instanceof HasValidation validated) {
            notice.field(name, validated);
        }
        return this;
    }

    private static boolean unreadable(DatePicker field) {
        return field.getDefaultValidator()
                .apply(field.getValue(), new ValueContext(new Binder<>(), field))
                .isError();
    }
}
