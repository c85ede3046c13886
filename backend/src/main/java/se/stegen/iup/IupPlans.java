package se.stegen.iup;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.IupApprover;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.guideline.GuidelineService;
import se.stegen.guideline.GuidelineService.IupRule;
import se.stegen.iup.IupRepository.SubmissionHead;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.signing.RecordKind;
import se.stegen.signing.StateChange;
import se.stegen.signing.StateHistory;
import se.stegen.time.TimeRules;
import se.stegen.time.TimeService;

/** A plan's head, its state and what was approved. Its callers have asked the policy. */
@Singleton
class IupPlans {
    private final IupRepository rows;
    private final IupItems items;
    private final AccessPolicy access;
    private final GuidelineService guidelines;
    private final StateHistory history;
    private final ProgrammeChanges changes;
    private final TimeService time;
    private final Today today;

    IupPlans(
            IupRepository rows,
            IupItems items,
            AccessPolicy access,
            GuidelineService guidelines,
            StateHistory history,
            ProgrammeChanges changes,
            TimeService time,
            Today today) {
        this.rows = rows;
        this.items = items;
        this.access = access;
        this.guidelines = guidelines;
        this.history = history;
        this.changes = changes;
        this.time = time;
        this.today = today;
    }

    Iup read(Actor actor, ProgrammeFacts programme) {
        long id = programme.programmeId();
        Optional<IupRow> plan = rows.find(id);
        IupState state = plan.map(IupPlans::state).orElse(IupState.DRAFT);
        IupRule rule = guidelines.iupRule(actor, programme.clinicId(), today.date());
        boolean sent = state == IupState.SENT;
        Optional<SubmissionHead> submission = sent ? rows.lastSubmission(id) : Optional.empty();
        Set<IupApprover> approvers =
                submission.map(s -> approvers(s.approvers())).orElseGet(rule::approvers);
        List<IupApproval> approvals = submission.map(s -> approvals(s.id())).orElse(List.of());
        List<StateChange> steps = history.of(RecordKind.IUP, id);
        Period days = days(actor, programme);
        return new Iup(
                id,
                programme.personName(),
                programme.curriculumId(),
                state,
                days.from(),
                Objects.requireNonNull(days.to()),
                items.of(programme),
                versions(id),
                approvers,
                approvals,
                deadline(id, rule.iupMonths()),
                submission.map(SubmissionHead::sentAt).orElse(null),
                plan.map(IupRow::changedAt).orElse(null),
                state == IupState.RETURNED ? lastReason(steps) : null,
                steps,
                state.editable() && access.portfolioAccess(actor, id) == PortfolioAccess.OWN,
                sent ? mayApprove(actor, id, approvers, approvals) : Set.of(),
                plan.map(IupRow::version).orElse(0));
    }

    IupService.Standing standing(long programmeId) {
        return rows.find(programmeId)
                .map(row -> new IupService.Standing(state(row), row.version()))
                .orElse(new IupService.Standing(IupState.DRAFT, 0));
    }

    /** The days that can be planned for: from the start to the end as the time engine sees it. */
    Period days(Actor actor, ProgrammeFacts programme) {
        return new Period(programme.startDate(), time.lastDay(actor, programme.programmeId()));
    }

    /** The last day for the first approval, by the post in force. */
    private @Nullable LocalDate deadline(long programmeId, @Nullable Integer iupMonths) {
        if (iupMonths == null) {
            return null;
        }
        List<Period> away = rows.fullLeaves(programmeId).stream()
                .map(leave -> new Period(leave.startDate(), leave.endDate()))
                .toList();
        return rows.currentPost(programmeId, today.date())
                .flatMap(post -> TimeRules.iupDeadline(post.startDate(), iupMonths, away))
                .orElse(null);
    }

    /** Who must approve by the profile of today. */
    Set<IupApprover> required(Actor actor, ProgrammeFacts programme) {
        return guidelines.iupRule(actor, programme.clinicId(), today.date()).approvers();
    }

    /** As what the actor can still approve what was sent. */
    Set<IupApprover> mayApprove(Actor actor, long programmeId, Set<IupApprover> required, List<IupApproval> given) {
        Set<IupApprover> as = EnumSet.noneOf(IupApprover.class);
        as.addAll(access.approverOf(actor, programmeId));
        as.retainAll(required);
        given.forEach(approval -> as.remove(approval.approver()));
        return as;
    }

    /** Locks a plan, which is begun where it isn't. */
    IupRow lock(long programmeId) {
        if (rows.lockProgramme(programmeId).isEmpty()) {
            throw Problem.notFound();
        }
        // Inserting into what is there would take a shared lock first, and two of those wait for each other for ever.
        return rows.lock(programmeId).orElseGet(() -> {
            rows.begin(programmeId, today.utc());
            return rows.lock(programmeId).orElseThrow(Problem::notFound);
        });
    }

    /** Locks a plan for a change of what it says; {@code STATE_CONFLICT} while it is sent. */
    IupRow lockForChange(long programmeId) {
        IupRow plan = lock(programmeId);
        if (!state(plan).editable()) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, plan.state(), IupState.DRAFT.name());
        }
        return plan;
    }

    /** What the plan says has changed: an approved one becomes a draft. */
    void changed(Actor actor, IupRow plan) {
        IupState state = state(plan);
        IupState next = state == IupState.APPROVED ? IupState.DRAFT : state;
        if (next != state) {
            history.add(actor, RecordKind.IUP, plan.programmeId(), state, next, null);
        }
        rows.update(plan.programmeId(), next.name(), plan.submissionId(), today.utc());
        changes.changed(plan.programmeId(), today.date());
    }

    /** Takes the plan a step further, or refuses it with {@code STATE_CONFLICT}. */
    void step(Actor actor, IupRow plan, IupState next, @Nullable Long submissionId, @Nullable String reason) {
        requireStep(plan, next);
        history.add(actor, RecordKind.IUP, plan.programmeId(), state(plan), next, reason);
        rows.update(plan.programmeId(), next.name(), submissionId, today.utc());
        changes.changed(plan.programmeId(), today.date());
    }

    static void requireStep(IupRow plan, IupState next) {
        if (!state(plan).canBecome(next)) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, plan.state(), next.name());
        }
    }

    static IupState state(IupRow plan) {
        return IupState.valueOf(plan.state());
    }

    static Set<IupApprover> approvers(String joined) {
        Set<IupApprover> approvers = EnumSet.noneOf(IupApprover.class);
        Texts.split(joined.replace('+', ',')).forEach(one -> approvers.add(IupApprover.valueOf(one)));
        return approvers;
    }

    List<IupApproval> approvals(long submissionId) {
        return rows.approvals(List.of(submissionId)).stream()
                .map(IupPlans::approval)
                .toList();
    }

    List<IupVersion> versions(long programmeId) {
        var found = rows.versions(programmeId);
        if (found.isEmpty()) {
            return List.of();
        }
        var approvals = rows
                .approvals(found.stream()
                        .map(IupRepository.VersionRow::submissionId)
                        .toList())
                .stream()
                .collect(Collectors.groupingBy(IupRepository.ApprovalRow::submissionId));
        return found.stream()
                .map(v -> new IupVersion(
                        v.number(),
                        v.approvedOn(),
                        approvals.getOrDefault(v.submissionId(), List.of()).stream()
                                .map(IupPlans::approval)
                                .toList(),
                        v.sentByName(),
                        v.sentAt()))
                .toList();
    }

    private static IupApproval approval(IupRepository.ApprovalRow row) {
        return new IupApproval(IupApprover.valueOf(row.approver()), row.personName(), row.approvedAt());
    }

    private static @Nullable String lastReason(List<StateChange> steps) {
        return steps.isEmpty() ? null : steps.getLast().reason();
    }
}
