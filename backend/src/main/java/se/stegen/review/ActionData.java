package se.stegen.review;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import se.stegen.spur.Area;
import se.stegen.spur.Checklist;
import se.stegen.spur.ChecklistItem;
import se.stegen.spur.PrintedDate;
import se.stegen.spur.SpurReport.FoundAction;

/**
 * An action as it is written; the printed texts are kept beside what they are understood as.
 *
 * @param area null is unknown
 * @param item the item as printed
 * @param itemCode the item of the checklist; null is none
 * @param due the day that is meant; null is none
 * @param ownerId somebody of the clinic; null is nobody
 */
public record ActionData(
        @Nullable Area area,
        @Nullable String item,
        @Nullable String itemCode,
        @Nullable String plannedAction,
        @Nullable String dueText,
        @Nullable LocalDate due,
        @Nullable String responsible,
        @Nullable String followUpText,
        @Nullable LocalDate followUp,
        @Nullable String followUpResponsible,
        @Nullable Long ownerId,
        @Nullable String evidence) {

    /** A row of a report: what is not surely understood stays unknown. */
    public static ActionData of(FoundAction found) {
        return new ActionData(
                found.area(),
                found.item(),
                Checklist.understand(found.item()).map(ChecklistItem::code).orElse(null),
                found.plannedAction(),
                found.due(),
                PrintedDate.understand(found.due()).orElse(null),
                found.responsible(),
                found.followUp(),
                PrintedDate.understand(found.followUp()).orElse(null),
                found.followUpResponsible(),
                null,
                "");
    }

    /** An action as it stands. */
    public static ActionData of(ReviewAction action) {
        return new ActionData(
                action.area(),
                action.item(),
                action.itemCode(),
                action.plannedAction(),
                action.dueText(),
                action.dueOn(),
                action.responsible(),
                action.followUpText(),
                action.followUpOn(),
                action.followUpResponsible(),
                action.ownerId(),
                action.evidence());
    }
}
