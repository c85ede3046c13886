package se.stegen.iup;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.Actor;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;

/**
 * What others have decided and what therefore stands in a doctor's plan, such as the actions of a collegium. The actor is
 * the one who decided, never the doctor. Who may decide has been asked by the feature that calls, in its transaction.
 */
@Singleton
public class IupDecisions {
    private final AccessLog log;
    private final ProgrammeService programmes;
    private final IupItems items;
    private final IupPlans plans;

    IupDecisions(AccessLog log, ProgrammeService programmes, IupItems items, IupPlans plans) {
        this.log = log;
        this.programmes = programmes;
        this.items = items;
        this.plans = plans;
    }

    /**
     * Adds activities to a plan. An approved plan becomes a draft by it, as by any change; one that is sent is given back
     * to the doctor, since what was sent no longer says what was decided.
     *
     * @param reason what the doctor is told where a sent plan is given back
     * @return the new activities' keys, in order
     * @throws Problem {@code REQUIRED}, {@code TOO_LONG}, {@code UNKNOWN_CODE}, {@code OUTSIDE_PROGRAMME} on
     *     {@code items[n].field}; {@code OUT_OF_RANGE} on {@code items} beyond a thousand
     */
    @Transactional
    public List<Long> add(Actor actor, long programmeId, List<IupItemData> decided, String reason) {
        if (decided.isEmpty()) {
            return List.of();
        }
        IupRow plan = plans.lock(programmeId);
        ProgrammeFacts programme = programmes.facts(programmeId);
        if (items.count(programmeId) + decided.size() > IupItems.MOST) {
            throw Problem.field("items", ProblemCode.OUT_OF_RANGE);
        }
        Period days = plans.days(actor, programme);
        List<Long> added = decided.stream()
                .map(data -> items.add(actor, programmeId, items.checked(programme, days, data, null)))
                .toList();
        added.forEach(id -> log.portfolio(actor, programmeId, Action.CREATE, "IUP_ITEM", id));
        changed(actor, plan, reason);
        return added;
    }

    /**
     * Takes activities out of a plan that are asked for no longer; those on which a booking or an evaluation rests stay. The
     * plan's state changes as by {@link #add}.
     *
     * @param reason what the doctor is told where a sent plan is given back
     */
    @Transactional
    public void remove(Actor actor, long programmeId, List<Long> itemIds, String reason) {
        if (itemIds.isEmpty()) {
            return;
        }
        IupRow plan = plans.lock(programmeId);
        List<Long> removed = items.removeFree(programmeId, itemIds);
        removed.forEach(id -> log.portfolio(actor, programmeId, Action.DELETE, "IUP_ITEM", id));
        if (!removed.isEmpty()) {
            changed(actor, plan, reason);
        }
    }

    private void changed(Actor actor, IupRow plan, String reason) {
        if (IupPlans.state(plan) == IupState.SENT) {
            plans.step(actor, plan, IupState.RETURNED, plan.submissionId(), reason);
        } else {
            plans.changed(actor, plan);
        }
    }
}
