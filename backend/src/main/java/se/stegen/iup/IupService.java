package se.stegen.iup;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.Problem.FieldError;
import se.stegen.common.ProblemCode;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;

/**
 * Individuellt utbildningsprogram (IUP): the plan that is worked on. Written by the doctor, read by whoever may read the
 * portfolio. How it is sent and approved: {@link IupApprovalService}.
 */
@Singleton
public class IupService {
    private static final String KIND = "IUP";

    private final AccessPolicy access;
    private final AccessLog log;
    private final ProgrammeService programmes;
    private final IupItems items;
    private final IupPlans plans;

    IupService(AccessPolicy access, AccessLog log, ProgrammeService programmes, IupItems items, IupPlans plans) {
        this.access = access;
        this.log = log;
        this.programmes = programmes;
        this.items = items;
        this.plans = plans;
    }

    /**
     * A plan; one that nobody has begun is an empty draft.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}
     */
    @Transactional
    public Iup get(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        log.portfolio(actor, programmeId, Action.READ, KIND, programmeId);
        return plans.read(actor, programmes.facts(programmeId));
    }

    /** A plan once more, after a change on an open screen: its reading is in the log already. Throws as {@link #get}. */
    @ReadOnly
    public Iup again(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        return plans.read(actor, programmes.facts(programmeId));
    }

    /**
     * Where a plan stands, without what it says.
     *
     * @param version of the whole plan
     */
    public record Standing(IupState state, int version) {}

    /** Where a plan stands, for a screen that knows what it says; throws as {@link #get}. */
    @ReadOnly
    public Standing standing(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        return plans.standing(programmeId);
    }

    /** A plan's activities, without asking who approved what; throws as {@link #get}. Reading them is not logged again. */
    @ReadOnly
    public List<IupItem> items(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        return items.of(programmes.facts(programmeId));
    }

    /**
     * Puts a whole plan in the place of what is there: activities with an id are changed, those without are new, those
     * left out are taken away. All or nothing.
     *
     * @param version the plan's
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code STALE_VERSION}; {@code STATE_CONFLICT} while it is
     *     sent; {@code UNKNOWN_ID} where an id is not of this plan; what {@link #add} throws on {@code items[n].field}
     */
    @Transactional
    public Iup replace(Actor actor, long programmeId, int version, List<IupItemData> written) {
        access.requireEditIup(actor, programmeId);
        IupRow plan = plans.lockForChange(programmeId);
        ProgrammeFacts programme = programmes.facts(programmeId);
        if (plan.version() != version) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        if (written.size() > IupItems.MOST) {
            throw Problem.field("items", ProblemCode.OUT_OF_RANGE);
        }
        Map<Long, IupItem> before =
                items.of(programme).stream().collect(Collectors.toMap(IupItem::id, Function.identity()));
        List<IupItem> checked = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        Set<Long> kept = new HashSet<>();
        Period days = plans.days(actor, programme);
        for (int i = 0; i < written.size(); i++) {
            String field = "items[" + i + "].";
            IupItemData data = written.get(i);
            IupItem old = data.id() == null ? null : before.get(data.id());
            try {
                if (data.id() != null && (old == null || !kept.add(data.id()))) {
                    throw Problem.field("id", ProblemCode.UNKNOWN_ID);
                }
                checked.add(items.checked(programme, days, data, old));
            } catch (Problem refused) {
                refused.errors().forEach(e -> errors.add(new FieldError(field + e.field(), e.code(), e.arguments())));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        List<IupItem> gone =
                before.values().stream().filter(old -> !kept.contains(old.id())).toList();
        gone.forEach(items::remove);
        boolean differs = !gone.isEmpty();
        for (IupItem item : checked) {
            IupItem old = before.get(item.id());
            if (old == null) {
                items.add(actor, programmeId, item);
                differs = true;
            } else if (!item.saysTheSameAs(old)) {
                items.change(old, item);
                differs = true;
            }
        }
        if (differs) {
            changed(actor, plan, Action.CHANGE, programmeId);
        }
        return plans.read(actor, programme);
    }

    /**
     * Adds an activity.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code STATE_CONFLICT} while the plan is sent;
     *     {@code REQUIRED}, {@code TOO_LONG}, {@code UNKNOWN_CODE}, {@code END_BEFORE_START}, {@code OUTSIDE_PROGRAMME}
     *     on its fields; {@code OUT_OF_RANGE} on {@code items} beyond a thousand
     */
    @Transactional
    public IupItem add(Actor actor, long programmeId, IupItemData data) {
        return addAll(actor, programmeId, List.of(data)).getFirst();
    }

    /** Adds several activities, all or none; throws as {@link #add}. */
    @Transactional
    public List<IupItem> addAll(Actor actor, long programmeId, List<IupItemData> written) {
        access.requireEditIup(actor, programmeId);
        IupRow plan = plans.lockForChange(programmeId);
        ProgrammeFacts programme = programmes.facts(programmeId);
        if (items.count(programmeId) + written.size() > IupItems.MOST) {
            throw Problem.field("items", ProblemCode.OUT_OF_RANGE);
        }
        Period days = plans.days(actor, programme);
        List<IupItem> checked = written.stream()
                .map(data -> items.checked(programme, days, data, null))
                .toList();
        List<Long> added = checked.stream()
                .map(item -> items.add(actor, programmeId, item))
                .toList();
        added.forEach(id -> log.portfolio(actor, programmeId, Action.CREATE, "IUP_ITEM", id));
        changed(actor, plan, Action.CHANGE, programmeId);
        return added.stream().map(id -> items.one(programme, id)).toList();
    }

    /** Changes an activity; throws as {@link #add}, and {@code STALE_VERSION} where somebody else changed this one. */
    @Transactional
    public IupItem change(Actor actor, long programmeId, long itemId, int version, IupItemData data) {
        access.requireEditIup(actor, programmeId);
        IupRow plan = plans.lockForChange(programmeId);
        ProgrammeFacts programme = programmes.facts(programmeId);
        IupItem before = current(programme, itemId, version);
        IupItem item = items.checked(programme, plans.days(actor, programme), data, before);
        if (item.saysTheSameAs(before)) {
            return before;
        }
        items.change(before, item);
        log.portfolio(actor, programmeId, Action.CHANGE, "IUP_ITEM", itemId);
        changed(actor, plan, Action.CHANGE, programmeId);
        return items.one(programme, itemId);
    }

    /**
     * Takes an activity away and gives what it said, so that it can be put back.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code STATE_CONFLICT} while the plan is sent;
     *     {@code STALE_VERSION}; {@code IN_USE} where a booked placement or an evaluation rests on it
     */
    @Transactional
    public IupItem remove(Actor actor, long programmeId, long itemId, int version) {
        access.requireEditIup(actor, programmeId);
        IupRow plan = plans.lockForChange(programmeId);
        ProgrammeFacts programme = programmes.facts(programmeId);
        IupItem before = current(programme, itemId, version);
        items.remove(before);
        log.portfolio(actor, programmeId, Action.DELETE, "IUP_ITEM", itemId);
        changed(actor, plan, Action.CHANGE, programmeId);
        return before;
    }

    private IupItem current(ProgrammeFacts programme, long itemId, int version) {
        IupItem item = items.one(programme, itemId);
        if (item.version() != version) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        return item;
    }

    private void changed(Actor actor, IupRow plan, Action action, long programmeId) {
        plans.changed(actor, plan);
        log.portfolio(actor, programmeId, action, KIND, programmeId);
    }
}
