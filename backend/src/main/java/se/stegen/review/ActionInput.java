package se.stegen.review;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.stegen.access.AccessPolicy;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.spur.Area;
import se.stegen.spur.Checklist;

/** Checks an action as it is written, keeps it, and tells what changed. */
@Singleton
class ActionInput {
    private static final int ITEM = 1000;
    private static final int PRINTED = 200;
    private static final int ROLES = 500;

    private final AccessPolicy access;
    private final ActionRepository actions;
    private final Today today;

    ActionInput(AccessPolicy access, ActionRepository actions, Today today) {
        this.access = access;
        this.actions = actions;
        this.today = today;
    }

    /** The data with every text in its bounds, codes that are known and an owner of the clinic (or the former one). */
    ActionData check(ActionData data, long clinicId, @Nullable Long formerOwner) {
        String code = data.itemCode();
        Area area = data.area();
        if (code != null) {
            Area ofItem = Checklist.item(code)
                    .orElseThrow(() -> Problem.field("itemCode", ProblemCode.UNKNOWN_CODE, code))
                    .area();
            if (area != null && area != ofItem) {
                throw Problem.field("itemCode", ProblemCode.UNKNOWN_CODE, code);
            }
            area = ofItem;
        }
        Long owner = data.ownerId();
        if (owner != null
                && !owner.equals(formerOwner)
                && access.ofClinic(List.of(owner), clinicId, today.date()).isEmpty()) {
            throw Problem.field("owner", ProblemCode.NOT_OF_CLINIC);
        }
        return new ActionData(
                area,
                Texts.optional("item", data.item(), ITEM),
                code,
                Texts.optional("plannedAction", data.plannedAction(), Texts.LONG),
                Texts.optional("dueText", data.dueText(), PRINTED),
                data.due(),
                Texts.optional("responsible", data.responsible(), ROLES),
                Texts.optional("followUpText", data.followUpText(), PRINTED),
                data.followUp(),
                Texts.optional("followUpResponsible", data.followUpResponsible(), ROLES),
                owner,
                Texts.optional("evidence", data.evidence(), Texts.LONG));
    }

    long insert(long reviewId, int position, ActionData data) {
        return actions.save(new ActionRepository.Row(
                        0,
                        reviewId,
                        position,
                        data.area(),
                        text(data.item()),
                        data.itemCode(),
                        text(data.plannedAction()),
                        text(data.dueText()),
                        data.due(),
                        text(data.responsible()),
                        text(data.followUpText()),
                        data.followUp(),
                        text(data.followUpResponsible()),
                        true,
                        data.ownerId(),
                        ActionState.OPEN,
                        text(data.evidence()),
                        today.utc(),
                        0))
                .id();
    }

    int update(long id, int version, ActionData data) {
        Area area = data.area();
        return actions.update(
                id,
                version,
                area == null ? null : area.name(),
                text(data.item()),
                data.itemCode(),
                text(data.plannedAction()),
                text(data.dueText()),
                data.due(),
                text(data.responsible()),
                text(data.followUpText()),
                data.followUp(),
                text(data.followUpResponsible()),
                data.ownerId(),
                text(data.evidence()),
                today.utc());
    }

    /** The fields that differ, one a line, with what stood there before: {@code dueText: 27/2 2026}. */
    static String changes(ReviewAction before, ReviewAction after) {
        List<String> lines = new ArrayList<>();
        note(lines, "area", before.area(), after.area());
        note(lines, "item", before.item(), after.item());
        note(lines, "itemCode", before.itemCode(), after.itemCode());
        note(lines, "plannedAction", before.plannedAction(), after.plannedAction());
        note(lines, "dueText", before.dueText(), after.dueText());
        note(lines, "due", before.dueOn(), after.dueOn());
        note(lines, "responsible", before.responsible(), after.responsible());
        note(lines, "followUpText", before.followUpText(), after.followUpText());
        note(lines, "followUp", before.followUpOn(), after.followUpOn());
        note(lines, "followUpResponsible", before.followUpResponsible(), after.followUpResponsible());
        note(lines, "owner", before.ownerName(), after.ownerName());
        note(lines, "evidence", before.evidence(), after.evidence());
        return String.join("\n", lines);
    }

    private static void note(List<String> lines, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            lines.add(field + ": " + (before == null ? "" : before));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
