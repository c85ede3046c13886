package se.stegen.ui.collegium;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import se.stegen.collegium.ActionOwner;
import se.stegen.collegium.OutcomeData;
import se.stegen.common.Messages;
import se.stegen.iup.IupKind;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;

/** One action: what, who, until when, and as what it stands in the plan (IUP). */
final class ActionRow extends Div {
    static final String TEXT = "action-text-";
    static final String DUE = "action-due-";
    static final String OWNER = "action-owner-";
    static final String KIND = "action-kind-";
    static final String REMOVE = "action-remove-";

    private static final long serialVersionUID = 1L;

    private final TextField text = new TextField(getTranslation("collegium.action.text"));
    private final DatePicker due;
    private final Select<ActionOwner> owner = new Select<>();
    private final Select<IupKind> kind = new Select<>();

    ActionRow(int number, OutcomeData.@Nullable ActionData action, Locale locale, Consumer<ActionRow> remove) {
        addClassName("action-row");
        text.setId(TEXT + number);
        text.setMaxLength(1000);
        due = Dates.field(getTranslation("collegium.action.due"), locale);
        due.setId(DUE + number);
        due.setHelperText(getTranslation("collegium.action.due.help"));
        owner.setLabel(getTranslation("collegium.action.owner"));
        owner.setId(OWNER + number);
        owner.setItems(ActionOwner.values());
        owner.setItemLabelGenerator(value -> Messages.get(locale, "collegium.owner." + value));
        owner.setValue(ActionOwner.DOCTOR);
        kind.setLabel(getTranslation("collegium.action.kind"));
        kind.setId(KIND + number);
        kind.setItems(IupKind.values());
        kind.setItemLabelGenerator(value -> Messages.get(locale, "iup.kind." + value));
        kind.setValue(IupKind.OTHER);
        Button gone = new Button(getTranslation("collegium.action.remove"), click -> remove.accept(this));
        gone.setId(REMOVE + number);
        gone.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        if (action != null) {
            text.setValue(action.text() == null ? "" : action.text());
            due.setValue(action.due());
            if (action.owner() != null) {
                owner.setValue(ActionOwner.valueOf(action.owner()));
            }
            if (action.iupKind() != null) {
                kind.setValue(IupKind.valueOf(action.iupKind()));
            }
        }
        add(text, Html.div("fields three", due, owner, kind), gone);
    }

    void watch(AutoSave saving) {
        saving.watch(text);
        saving.watch(due);
        saving.watch(owner);
        saving.watch(kind);
    }

    /** The action; empty while it has no words or no day. */
    Optional<OutcomeData.ActionData> data() {
        LocalDate day = due.getValue();
        if (text.getValue().isBlank() || day == null) {
            return Optional.empty();
        }
        return Optional.of(new OutcomeData.ActionData(
                text.getValue().strip(),
                owner.getValue().name(),
                day,
                kind.getValue().name()));
    }

    /** Whether it can be kept: words without a day are not. Where they are, the day says so and has the focus. */
    boolean isComplete() {
        boolean missing = !text.getValue().isBlank() && due.getValue() == null;
        if (missing) {
            due.setErrorMessage(getTranslation("collegium.action.due.missing"));
            Html.focus(due);
        }
        due.setInvalid(missing);
        return !missing;
    }

    TextField text() {
        return text;
    }
}
