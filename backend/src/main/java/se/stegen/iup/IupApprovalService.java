package se.stegen.iup;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.IupApprover;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.iup.IupRepository.SubmissionHead;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.Signatures;
import se.stegen.signing.StateHistory;

/**
 * How a plan (IUP) is sent, approved or returned, and what was approved. Who approves is set in the guideline profile of
 * the day it is sent; each approves by own hand, and the last approval makes the version.
 */
@Singleton
public class IupApprovalService {
    private static final String KIND = "IUP";
    private static final int LONGEST_COMMENT = 2000;

    private final AccessPolicy access;
    private final AccessLog log;
    private final ProgrammeService programmes;
    private final IupRepository rows;
    private final IupItems items;
    private final IupPlans plans;
    private final ObjectMapper json;
    private final Signatures signatures;
    private final Today today;

    IupApprovalService(
            AccessPolicy access,
            AccessLog log,
            ProgrammeService programmes,
            IupRepository rows,
            IupItems items,
            IupPlans plans,
            ObjectMapper json,
            Signatures signatures,
            Today today) {
        this.access = access;
        this.log = log;
        this.programmes = programmes;
        this.rows = rows;
        this.items = items;
        this.plans = plans;
        this.json = json;
        this.signatures = signatures;
        this.today = today;
    }

    /**
     * Sends the plan to its approvers, as it stands.
     *
     * @param version the plan's as the doctor saw it; null does not ask
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code STALE_VERSION}; {@code STATE_CONFLICT};
     *     {@code REQUIRED} on {@code items} where nothing is planned
     */
    @Transactional
    public Iup submit(Actor actor, long programmeId, @Nullable Integer version) {
        access.requireEditIup(actor, programmeId);
        IupRow plan = locked(programmeId, version);
        ProgrammeFacts programme = programmes.facts(programmeId);
        IupPlans.requireStep(plan, IupState.SENT);
        List<IupItem> planned = items.of(programme);
        if (planned.isEmpty()) {
            throw Problem.field("items", ProblemCode.REQUIRED);
        }
        int number = plans.versions(programmeId).stream()
                        .mapToInt(IupVersion::number)
                        .max()
                        .orElse(0)
                + 1;
        String approvers =
                plans.required(actor, programme).stream().map(Enum::name).collect(Collectors.joining("+"));
        IupContent content = new IupContent(programme.regulation(), programme.curriculumId(), planned);
        rows.addSubmission(programmeId, number, write(content), approvers, actor.personId(), today.utc());
        plans.step(actor, plan, IupState.SENT, sent(programmeId).id(), null);
        return told(actor, programme, Action.SEND);
    }

    /** The doctor takes a sent plan back to change it; {@code STATE_CONFLICT} once it is approved or returned. */
    @Transactional
    public Iup withdraw(Actor actor, long programmeId, @Nullable Integer version) {
        access.requireEditIup(actor, programmeId);
        IupRow plan = locked(programmeId, version);
        if (IupPlans.state(plan) != IupState.SENT) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, plan.state(), IupState.DRAFT.name());
        }
        plans.step(actor, plan, IupState.DRAFT, plan.submissionId(), null);
        return told(actor, programmes.facts(programmeId), Action.CHANGE);
    }

    /**
     * Approves what was sent, as everything that the actor is among its approvers. The last approval makes the version,
     * dated that day.
     *
     * @throws Problem {@code NOT_FOUND}; {@code FORBIDDEN} for who is no approver; {@code STALE_VERSION};
     *     {@code STATE_CONFLICT} where it is not sent or the actor has approved already
     */
    @Transactional
    public Iup approve(Actor actor, long programmeId, @Nullable Integer version) {
        requireApprover(actor, programmeId);
        IupRow plan = locked(programmeId, version);
        SubmissionHead submission = requireSent(actor, programmeId, plan, IupState.APPROVED);
        Set<IupApprover> required = IupPlans.approvers(submission.approvers());
        List<IupApproval> given = plans.approvals(submission.id());
        Set<IupApprover> as = plans.mayApprove(actor, programmeId, required, given);
        if (as.isEmpty()) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, plan.state(), IupState.APPROVED.name());
        }
        as.forEach(one -> {
            rows.approve(submission.id(), one.name(), actor.personId(), today.utc());
            signatures.add(SignatureKind.IUP_APPROVAL, submission.id(), one.name());
        });
        Set<IupApprover> missing = EnumSet.copyOf(required);
        given.forEach(approval -> missing.remove(approval.approver()));
        missing.removeAll(as);
        if (missing.isEmpty()) {
            rows.addVersion(programmeId, submission.number(), submission.id(), today.date());
            signatures.add(SignatureKind.IUP_VERSION, programmeId, Integer.toString(submission.number()));
            plans.step(actor, plan, IupState.APPROVED, submission.id(), null);
        } else {
            plans.changed(actor, plan);
        }
        return told(actor, programmes.facts(programmeId), Action.SIGN);
    }

    /**
     * Gives what was sent back to the doctor; approvals of it no longer count.
     *
     * @throws Problem as {@link #approve}, and {@code REASON_REQUIRED}
     */
    @Transactional
    public Iup giveBack(Actor actor, long programmeId, @Nullable Integer version, @Nullable String reason) {
        requireApprover(actor, programmeId);
        IupRow plan = locked(programmeId, version);
        requireSent(actor, programmeId, plan, IupState.RETURNED);
        String words = StateHistory.requireReason(reason);
        plans.step(actor, plan, IupState.RETURNED, plan.submissionId(), words);
        return told(actor, programmes.facts(programmeId), Action.RETURN);
    }

    /** The approved versions, the latest first; {@code NOT_FOUND}, {@code FORBIDDEN}. */
    @Transactional
    public List<IupVersion> versions(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        log.portfolio(actor, programmeId, Action.READ, "IUP_VERSIONS", programmeId);
        return plans.versions(programmeId);
    }

    /** What an approved version says; {@code NOT_FOUND}, {@code FORBIDDEN}. */
    @Transactional
    public IupContent version(Actor actor, long programmeId, int number) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        log.portfolio(actor, programmeId, Action.READ, "IUP_VERSION", (long) number);
        return rows.content(programmeId, number).map(this::read).orElseThrow(Problem::notFound);
    }

    /**
     * Says something of the plan: supervisors, studierektor, clinic head, or the doctor in answer.
     *
     * @throws Problem {@code NOT_FOUND}; {@code FORBIDDEN} for a reviewer; {@code REQUIRED}, {@code TOO_LONG} on
     *     {@code text}
     */
    @Transactional
    public List<IupComment> comment(Actor actor, long programmeId, @Nullable String text) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.ALL);
        rows.addComment(programmeId, actor.personId(), today.utc(), Texts.required("text", text, LONGEST_COMMENT));
        told(actor, programmes.facts(programmeId), Action.CREATE);
        return rows.comments(programmeId);
    }

    /** What was said of the plan, the latest first; {@code NOT_FOUND}; {@code FORBIDDEN} for a reviewer. */
    @Transactional
    public List<IupComment> comments(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.ALL);
        log.portfolio(actor, programmeId, Action.READ, "IUP_COMMENTS", programmeId);
        return rows.comments(programmeId);
    }

    /** Who could not approve any plan of this programme is refused before anything is said of its state. */
    private void requireApprover(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        if (access.approverOf(actor, programmeId).isEmpty()) {
            throw Problem.forbidden();
        }
    }

    private SubmissionHead requireSent(Actor actor, long programmeId, IupRow plan, IupState next) {
        Set<IupApprover> roles = access.approverOf(actor, programmeId);
        if (IupPlans.state(plan) != IupState.SENT) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, plan.state(), next.name());
        }
        SubmissionHead submission = sent(programmeId);
        if (IupPlans.approvers(submission.approvers()).stream().noneMatch(roles::contains)) {
            throw Problem.forbidden();
        }
        return submission;
    }

    private SubmissionHead sent(long programmeId) {
        return rows.lastSubmission(programmeId).orElseThrow(Problem::notFound);
    }

    private IupRow locked(long programmeId, @Nullable Integer version) {
        IupRow plan = plans.lock(programmeId);
        if (version != null && version != plan.version()) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        return plan;
    }

    private Iup told(Actor actor, ProgrammeFacts programme, Action action) {
        log.portfolio(actor, programme.programmeId(), action, KIND, programme.programmeId());
        return plans.read(actor, programme);
    }

    private String write(IupContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IupContent read(String content) {
        try {
            return json.readValue(content, IupContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
