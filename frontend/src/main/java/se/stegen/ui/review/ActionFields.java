package se.stegen.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import se.stegen.common.Messages;
import se.stegen.review.ActionData;
import se.stegen.review.ReviewAction;
import se.stegen.spur.Area;
import se.stegen.spur.Checklist;
import se.stegen.spur.ChecklistItem;
import se.stegen.spur.PrintedDate;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.PersonPicker;

/** The fields of an action: what is printed beside what it is understood as. */
final class ActionFields {
    private final Locale locale;
    private final Select<Area> area = new Select<>();
    private final ComboBox<ChecklistItem> item;
    private final TextArea printedItem;
    private final TextArea planned;
    private final TextField dueText;
    private final DatePicker due;
    private final TextField responsible;
    private final TextField followUpText;
    private final DatePicker followUp;
    private final TextField followUpResponsible;
    private final TextArea evidence;
    private final @Nullable PersonPicker owner;

    /**
     * The fields.
     *
     * @param prefix begins the id of each field
     * @param people who can own it; null for a draft's row, which nobody owns yet
     */
    ActionFields(String prefix, @Nullable ReviewAction known, PersonPicker.@Nullable Source people, Locale locale) {
        this.locale = locale;
        area.setId(prefix + "area");
        area.setLabel(t("action.area"));
        area.setItems(Area.values());
        area.setItemLabelGenerator(one -> one == null ? t("review.unknown") : one + ". " + one.title());
        area.setEmptySelectionAllowed(true);
        area.setEmptySelectionCaption(t("review.unknown"));
        item = new ComboBox<>(t("action.item"));
        item.setId(prefix + "item");
        item.setClearButtonVisible(true);
        item.setHelperText(t("action.item.help"));
        item.setItemLabelGenerator(one -> one.code() + " " + one.text());
        printedItem = text(prefix + "item-text", "action.item.printed");
        planned = text(prefix + "planned", "action.planned");
        dueText = line(prefix + "due-text", "action.due.printed");
        due = day(prefix + "due", "action.due");
        responsible = line(prefix + "responsible", "action.responsible");
        responsible.setHelperText(t("action.roles.help"));
        followUpText = line(prefix + "follow-text", "action.follow.printed");
        followUp = day(prefix + "follow", "action.follow");
        followUpResponsible = line(prefix + "follow-responsible", "action.follow.responsible");
        evidence = text(prefix + "evidence", "action.evidence");
        evidence.setHelperText(t("action.evidence.help"));
        owner = people == null ? null : new PersonPicker(t("action.owner"), people);
        if (owner != null) {
            owner.field().setId(prefix + "owner");
            owner.field().setClearButtonVisible(true);
            owner.field().setHelperText(t("action.owner.help"));
        }
        offerItems(known == null ? null : known.area());
        if (known != null) {
            fill(known);
        }
        area.addValueChangeListener(change -> offerItems(change.getValue()));
        understand(dueText, due);
        understand(followUpText, followUp);
    }

    private void fill(ReviewAction known) {
        area.setValue(known.area());
        String code = known.itemCode();
        if (code != null) {
            item.setValue(Checklist.item(code).orElse(null));
        }
        printedItem.setValue(known.item());
        planned.setValue(known.plannedAction());
        dueText.setValue(known.dueText());
        due.setValue(known.dueOn());
        responsible.setValue(known.responsible());
        followUpText.setValue(known.followUpText());
        followUp.setValue(known.followUpOn());
        followUpResponsible.setValue(known.followUpResponsible());
        evidence.setValue(known.evidence());
        Long ownerId = known.ownerId();
        String name = known.ownerName();
        PersonPicker picker = owner;
        if (picker != null && ownerId != null && name != null) {
            picker.field().setValue(new PersonPicker.Choice(ownerId, name, ""));
        }
    }

    private void offerItems(@Nullable Area of) {
        ChecklistItem chosen = item.getValue();
        item.setItems(of == null ? Checklist.items() : Checklist.items(of));
        item.setValue(chosen != null && (of == null || chosen.area() == of) ? chosen : null);
    }

    /** Whoever writes a day as the report does gets it understood as at the import; nothing else is changed. */
    private static void understand(TextField printed, DatePicker day) {
        printed.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                PrintedDate.understand(change.getValue()).ifPresent(day::setValue);
            }
        });
    }

    /** Area and item, with the item as printed, by the API's names. */
    Map<String, Component> what() {
        Map<String, Component> fields = new LinkedHashMap<>();
        fields.put("area", area);
        fields.put("itemCode", item);
        fields.put("item", printedItem);
        fields.put("plannedAction", planned);
        return fields;
    }

    /** When and by whom, printed beside understood. */
    Map<String, Component> when() {
        Map<String, Component> fields = new LinkedHashMap<>();
        fields.put("dueText", dueText);
        fields.put("due", due);
        fields.put("responsible", responsible);
        fields.put("followUpText", followUpText);
        fields.put("followUp", followUp);
        fields.put("followUpResponsible", followUpResponsible);
        return fields;
    }

    /** Owner and evidence; none where nobody can own it yet. */
    Map<String, Component> work() {
        Map<String, Component> fields = new LinkedHashMap<>();
        PersonPicker picker = owner;
        if (picker != null) {
            fields.put("owner", picker);
            fields.put("evidence", evidence);
        }
        return fields;
    }

    /** Every field, for what saves by itself. */
    List<HasValue<?, ?>> all() {
        return Stream.<HasValue<?, ?>>of(
                        area,
                        item,
                        printedItem,
                        planned,
                        dueText,
                        due,
                        responsible,
                        followUpText,
                        followUp,
                        followUpResponsible)
                .toList();
    }

    ActionData data() {
        ChecklistItem chosen = item.getValue();
        PersonPicker picker = owner;
        return new ActionData(
                chosen == null ? area.getValue() : chosen.area(),
                printedItem.getValue(),
                chosen == null ? null : chosen.code(),
                planned.getValue(),
                dueText.getValue(),
                due.getValue(),
                responsible.getValue(),
                followUpText.getValue(),
                followUp.getValue(),
                followUpResponsible.getValue(),
                picker == null ? null : picker.personId(),
                evidence.getValue());
    }

    private TextArea text(String id, String key) {
        TextArea field = new TextArea(t(key));
        field.setId(id);
        field.setMaxHeight("260px");
        return field;
    }

    private TextField line(String id, String key) {
        TextField field = new TextField(t(key));
        field.setId(id);
        return field;
    }

    private DatePicker day(String id, String key) {
        DatePicker field = Dates.field(t(key), locale);
        field.setId(id);
        field.setClearButtonVisible(true);
        return field;
    }

    private String t(String key) {
        return Messages.get(locale, key);
    }
}
