package se.stegen.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import se.stegen.history.HistoryDraft;
import se.stegen.history.HistoryField;
import se.stegen.history.TransferredKind;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;

/** One row of a file, to be corrected. What was not touched stays as it stands in the file. */
final class RowDialog {
    private final FormDialog dialog;
    private final Map<HistoryField, HasValue<?, String>> fields = new LinkedHashMap<>();
    private final Map<HistoryField, String> before = new EnumMap<>(HistoryField.class);

    /** A form that may be chosen. */
    record Form(String code, String name) {}

    RowDialog(HistoryDraft.Row row, boolean forClinic, List<Form> forms, Consumer<Map<HistoryField, String>> save) {
        dialog = new FormDialog(t("history.correct.row", row.line()), t("save"), () -> save.accept(changed()));
        dialog.field("written", new Paragraph(t("history.as.written", row.written())));
        if (forClinic) {
            text(row, HistoryField.DOCTOR, null);
        }
        choice(
                HistoryField.KIND,
                row.understood().kind(),
                Arrays.stream(TransferredKind.values())
                        .map(kind -> new Form(kind.name(), t("history.kind." + kind)))
                        .toList());
        text(row, HistoryField.DATE, "history.date.help");
        text(row, HistoryField.SIGNED_BY, null);
        choice(HistoryField.FORM, row.understood().templateCode(), forms);
        text(row, HistoryField.GOALS, "history.goals.help");
        text(row, HistoryField.HOURS, null);
        TextArea note = new TextArea(label(HistoryField.NOTE));
        note.setMaxLength(2000);
        put(HistoryField.NOTE, note, row.texts().getOrDefault(HistoryField.NOTE, ""));
    }

    /** A text in the reader's language. */
    private static String t(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    static String id(HistoryField field) {
        return "row-field-" + field;
    }

    private static String label(HistoryField field) {
        return t("history.field." + field);
    }

    private void text(HistoryDraft.Row row, HistoryField name, @Nullable String help) {
        TextField field = new TextField(label(name));
        field.setMaxLength(2000);
        if (help != null) {
            field.setHelperText(t(help));
        }
        put(name, field, row.texts().getOrDefault(name, ""));
    }

    private void choice(HistoryField name, @Nullable String value, List<Form> choices) {
        Map<String, String> names = new LinkedHashMap<>();
        choices.forEach(choice -> names.putIfAbsent(choice.code(), choice.name()));
        Select<String> field = new Select<>();
        field.setLabel(label(name));
        field.setEmptySelectionAllowed(true);
        field.setItems(names.keySet());
        field.setItemLabelGenerator(code -> code == null ? "" : names.getOrDefault(code, code));
        put(name, field, value);
    }

    private <F extends Component & HasValue<?, String>> void put(HistoryField name, F field, @Nullable String value) {
        if (value != null) {
            field.setValue(value);
        }
        field.setId(id(name));
        before.put(name, Objects.requireNonNullElse(value, ""));
        fields.put(name, field);
        dialog.field(name.name(), field);
    }

    private Map<HistoryField, String> changed() {
        Map<HistoryField, String> changed = new EnumMap<>(HistoryField.class);
        fields.forEach((name, field) -> {
            String now = Objects.requireNonNullElse(field.getValue(), "");
            if (!now.equals(before.get(name))) {
                changed.put(name, now);
            }
        });
        return changed;
    }

    Dialog open() {
        dialog.open();
        Html.focus((Component) fields.values().iterator().next());
        return dialog;
    }
}
