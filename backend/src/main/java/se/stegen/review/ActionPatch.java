package se.stegen.review;

import io.micronaut.core.annotation.Nullable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import se.stegen.common.Ids;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.spur.Area;
import se.stegen.spur.Checklist;
import se.stegen.spur.ChecklistItem;
import se.stegen.spur.PrintedDate;

/**
 * The fields of an action that a call names; one that is null is emptied, one that is left out stays. A printed text that is
 * given alone is understood as at an import.
 */
record ActionPatch(Map<String, @Nullable Object> fields) {
    static final ActionData EMPTY = new ActionData(null, "", null, "", "", null, "", "", null, "", null, "");

    private static final Set<String> PLAN = Set.of(
            "area",
            "item",
            "itemCode",
            "plannedAction",
            "due",
            "dueText",
            "responsible",
            "followUp",
            "followUpText",
            "followUpResponsible",
            "ownerId",
            "evidence");

    /** Whether it changes the plan itself. */
    boolean plans() {
        return fields.keySet().stream().anyMatch(PLAN::contains);
    }

    ActionData on(ActionData known) {
        String dueText = text("dueText", known.dueText());
        String followUpText = text("followUpText", known.followUpText());
        String item = text("item", known.item());
        String letter = text("area");
        return new ActionData(
                !fields.containsKey("area")
                        ? known.area()
                        : letter == null
                                ? null
                                : Area.of(letter)
                                        .orElseThrow(() -> Problem.field("area", ProblemCode.UNKNOWN_CODE, letter)),
                item,
                fields.containsKey("itemCode")
                        ? text("itemCode")
                        : fields.containsKey("item")
                                ? Checklist.understand(item == null ? "" : item)
                                        .map(ChecklistItem::code)
                                        .orElse(null)
                                : known.itemCode(),
                text("plannedAction", known.plannedAction()),
                dueText,
                day("due", "dueText", dueText, known.due()),
                text("responsible", known.responsible()),
                followUpText,
                day("followUp", "followUpText", followUpText, known.followUp()),
                text("followUpResponsible", known.followUpResponsible()),
                fields.containsKey("ownerId") ? Ids.optional("ownerId", text("ownerId")) : known.ownerId(),
                text("evidence", known.evidence()));
    }

    /** The text of a field; null where there is none. */
    @Nullable
    String text(String field) {
        Object value = fields.get(field);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    /** The number of a field; {@code INVALID_FIELD} where it is none. */
    @Nullable
    Integer number(String field) {
        String text = text(field);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw Problem.field(field, ProblemCode.INVALID_FIELD);
        }
    }

    /** The day of a field; {@code INVALID_FIELD} where it is none. */
    @Nullable
    LocalDate day(String field) {
        String text = text(field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.field(field, ProblemCode.INVALID_FIELD);
        }
    }

    private @Nullable String text(String field, @Nullable String known) {
        return fields.containsKey(field) ? text(field) : known;
    }

    private @Nullable LocalDate day(
            String field, String printedField, @Nullable String printed, @Nullable LocalDate known) {
        if (fields.containsKey(field)) {
            return day(field);
        }
        return fields.containsKey(printedField)
                ? PrintedDate.understand(printed == null ? "" : printed).orElse(null)
                : known;
    }
}
