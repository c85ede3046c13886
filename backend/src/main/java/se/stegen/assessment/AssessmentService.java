package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.common.Versions;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.Templates;
import se.stegen.programme.ProgrammeService;
import se.stegen.signing.RecordAction;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordState;
import se.stegen.signing.StateHistory;

/**
 * What is asked for: the doctor asks a colleague for an assessment (kompetensbedömning), or an assessor starts one
 * unasked; sends, forwards, takes back. What the assessor does then is in {@link AssessorService}.
 */
@Singleton
public class AssessmentService {
    /** Days after sending when an unanswered request ends. */
    public static final int EXPIRY_DAYS = 14;
    /** The most colleagues that are asked with one call. */
    public static final int MOST_ASSESSORS = 20;

    private static final String KIND = RecordKind.ASSESSMENT.name();
    private static final int LONGEST_NOTE = 500;

    private final AccessPolicy access;
    private final AccessLog log;
    private final AssessmentReader reader;
    private final AssessmentQuery assessments;
    private final AssessmentStates states;
    private final CodeRepository codes;
    private final Templates templates;
    private final StateHistory history;
    private final ProgrammeService programmes;
    private final RequestCheck requests;
    private final Invitations invitations;
    private final Today today;

    AssessmentService(
            AccessPolicy access,
            AccessLog log,
            AssessmentReader reader,
            AssessmentQuery assessments,
            AssessmentStates states,
            CodeRepository codes,
            Templates templates,
            StateHistory history,
            ProgrammeService programmes,
            RequestCheck requests,
            Invitations invitations,
            Today today) {
        this.access = access;
        this.log = log;
        this.reader = reader;
        this.assessments = assessments;
        this.states = states;
        this.codes = codes;
        this.templates = templates;
        this.history = history;
        this.programmes = programmes;
        this.requests = requests;
        this.invitations = invitations;
        this.today = today;
    }

    /** The forms that come with the program, newest versions; open to everybody who is signed in. */
    @Transactional
    public List<AssessmentTemplate> templates(Actor actor) {
        access.requireSignedIn(actor);
        return templates.builtIn();
    }

    /** The forms that the doctor's current clinic offers, newest versions; those that come with the program first. */
    @Transactional
    public List<AssessmentTemplate> templates(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        return templates.offered(programmes.facts(programmeId).clinicId());
    }

    /** The assessments of a portfolio, newest first; a reviewer sees signed ones only. */
    @Transactional
    public ListPage<AssessmentListItem> list(Actor actor, long programmeId, PageRequest page) {
        boolean signedOnly =
                access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED) == PortfolioAccess.SIGNED;
        log.portfolio(actor, programmeId, Action.READ, "ASSESSMENTS", null);
        return new ListPage<>(
                assessments.list(programmeId, signedOnly, page.size(), page.offset()),
                assessments.count(programmeId, signedOnly));
    }

    /** One assessment; the assessor reads the own unsigned answer with it. */
    @Transactional
    public Assessment get(Actor actor, long id) {
        AssessmentDetail detail = reader.readable(actor, id);
        log.portfolio(actor, detail.programmeId(), Action.READ, KIND, id);
        return reader.seenBy(actor, detail);
    }

    /**
     * Starts a request as a draft: the doctor, or the assessor unasked.
     *
     * @throws Problem {@code UNKNOWN_CODE}, {@code UNKNOWN_ID}, {@code DATE_IN_FUTURE}, {@code OUTSIDE_PROGRAMME},
     *     {@code OWN_RECORD}, {@code INVALID_FIELD} for an address that is none, {@code TOO_LONG}
     */
    @Transactional
    public Assessment create(Actor actor, long programmeId, AssessmentRequest request) {
        PortfolioAccess held = access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        boolean assessor = held == PortfolioAccess.ALL && Objects.equals(request.assessorId(), actor.personId());
        if (held != PortfolioAccess.OWN && !assessor) {
            throw Problem.forbidden();
        }
        return reader.seenBy(actor, add(actor, programmeId, request));
    }

    /**
     * Asks several colleagues at once: a request of its own for each, sent.
     *
     * @param assessors one or more, each once; up to {@link #MOST_ASSESSORS}
     * @return in the order of {@code assessors}
     * @throws Problem as {@link #create} and {@link #send}; then nobody is asked
     */
    @Transactional
    public List<Assessment> askAll(Actor actor, long programmeId, AssessmentRequest request, List<Assessor> assessors) {
        if (access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED) != PortfolioAccess.OWN) {
            throw Problem.forbidden();
        }
        List<Assessor> asked = assessors.stream().distinct().toList();
        if (asked.isEmpty()) {
            throw Problem.field("assessors", ProblemCode.REQUIRED);
        }
        if (asked.size() > MOST_ASSESSORS) {
            throw Problem.field("assessors", ProblemCode.OUT_OF_RANGE);
        }
        List<Assessment> sent = new ArrayList<>();
        for (Assessor assessor : asked) {
            sent.add(send(actor, add(actor, programmeId, request.to(assessor)).id(), null));
        }
        return sent;
    }

    private AssessmentDetail add(Actor actor, long programmeId, AssessmentRequest request) {
        RequestCheck.Checked checked = requests.check(programmes.facts(programmeId), request, null);
        LocalDateTime now = today.utc();
        long id = assessments
                .save(AssessmentRow.draft(
                        programmeId,
                        checked.template().id(),
                        checked.assessor(),
                        requests.observedOn(request),
                        checked.context(),
                        checked.competences(),
                        actor.personId(),
                        now))
                .id();
        saveGoals(id, request.goalCodes());
        history.add(actor, RecordKind.ASSESSMENT, id, null, RecordState.DRAFT, null);
        log.portfolio(actor, programmeId, Action.CREATE, KIND, id);
        return reader.require(id);
    }

    /** Saves a request that is a draft or was returned; {@code STALE_VERSION} where somebody saved since. */
    @Transactional
    public Assessment save(Actor actor, long id, int version, AssessmentRequest request) {
        AssessmentDetail detail = reader.requireFor(actor, id, RecordAction.EDIT);
        if (actor.personId() != detail.doctorId() && !Objects.equals(request.assessorId(), actor.personId())) {
            throw Problem.forbidden();
        }
        RequestCheck.Checked checked = requests.check(programmes.facts(detail.programmeId()), request, detail);
        int saved = assessments.update(
                id,
                version,
                checked.template().id(),
                checked.assessor().personId(),
                checked.assessor().email(),
                requests.observedOn(request),
                checked.context(),
                checked.competences(),
                today.utc());
        if (saved == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        saveGoals(id, request.goalCodes());
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return reader.seenBy(actor, reader.require(id));
    }

    /**
     * Sends the request to the assessor; {@code REQUIRED} where none is named. It goes out on the newest version of its
     * form, unless somebody has answered on an older one.
     */
    @Transactional
    public Assessment send(Actor actor, long id, @Nullable Integer version) {
        AssessmentDetail detail = reader.requireFor(actor, id, RecordAction.SEND);
        Versions.requireSame(detail.version(), version);
        if (detail.assessorId() == null && detail.assessorEmail() == null) {
            throw Problem.field("assessorId", ProblemCode.REQUIRED);
        }
        AssessmentTemplate form = requests.newestFor(detail);
        if (form.id() != detail.templateId()) {
            assessments.moveTo(id, detail.version(), form.id());
        }
        states.step(actor, detail, RecordAction.SEND, null);
        invite(actor, id, Invitations.Reason.ASKED);
        log.portfolio(actor, detail.programmeId(), Action.SEND, KIND, id);
        return reader.seenBy(actor, reader.require(id));
    }

    /**
     * Hands a sent request to another assessor: the doctor, or the one who was asked. What was written so far is the
     * former assessor's and is thrown away.
     *
     * @param note why, for the new assessor; may be empty
     * @throws Problem {@code UNKNOWN_ID}, {@code OWN_RECORD}, {@code INVALID_FIELD}, {@code TOO_LONG}
     */
    @Transactional
    public Assessment forward(
            Actor actor, long id, @Nullable Integer version, Assessor assessor, @Nullable String note) {
        AssessmentDetail detail = reader.requireFor(actor, id, RecordAction.FORWARD);
        Versions.requireSame(detail.version(), version);
        Assessor next = requests.known(assessor, detail.doctorId());
        if (next.equals(new Assessor(detail.assessorId(), detail.assessorEmail())) || !next.named()) {
            throw Problem.field("assessorId", ProblemCode.UNKNOWN_ID);
        }
        String words = Texts.optional("note", note, LONGEST_NOTE);
        if (assessments.forward(id, detail.version(), next.personId(), next.email(), today.utc()) == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        states.forget(id, Invitations.Closed.FORWARDED);
        invite(actor, id, Invitations.Reason.FORWARDED);
        String to = "\u2192 " + reader.require(id).assessorName();
        history.add(
                actor,
                RecordKind.ASSESSMENT,
                id,
                RecordState.SENT,
                RecordState.SENT,
                words.isEmpty() ? to : to + ": " + words);
        log.portfolio(actor, detail.programmeId(), Action.FORWARD, KIND, id);
        return reader.seenBy(actor, reader.require(id));
    }

    /** The doctor asks again after a request that was declined, withdrawn or expired: a new draft like it. */
    @Transactional
    public Assessment askAgain(Actor actor, long id) {
        AssessmentDetail old = reader.requireFor(actor, id, RecordAction.ASK_AGAIN);
        AssessmentRequest same = new AssessmentRequest(
                templates.get(old.templateId()).code(),
                old.observedOn(),
                old.assessorId(),
                old.assessorEmail(),
                assessments.goals(id),
                Texts.split(old.competences()),
                old.context());
        return reader.seenBy(actor, add(actor, old.programmeId(), same));
    }

    /** The doctor takes a request back, with a reason. */
    @Transactional
    public Assessment withdraw(Actor actor, long id, @Nullable String reason) {
        AssessmentDetail detail = reader.requireFor(actor, id, RecordAction.WITHDRAW);
        states.step(actor, detail, RecordAction.WITHDRAW, StateHistory.requireReason(reason));
        states.forget(id, Invitations.Closed.WITHDRAWN);
        log.portfolio(actor, detail.programmeId(), Action.WITHDRAW, KIND, id);
        return reader.seenBy(actor, reader.require(id));
    }

    /** Deletes a draft that was never sent. */
    @Transactional
    public void delete(Actor actor, long id, int version) {
        AssessmentDetail detail = reader.heldFor(actor, id, RecordAction.DELETE);
        assessments.clearGoals(id);
        assessments.clearDrafts(id);
        codes.closeOf(id);
        if (assessments.delete(id, version) == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        log.portfolio(actor, detail.programmeId(), Action.DELETE, KIND, id);
    }

    /** Ends requests that nobody answered within {@link #EXPIRY_DAYS}; called by the clock, safe on several instances. */
    @Transactional
    void expire() {
        for (long id : assessments.overdue(today.utc().minusDays(EXPIRY_DAYS))) {
            if (states.tryStep(null, reader.require(id), RecordAction.EXPIRE, null)) {
                invitations.close(id, Invitations.Closed.EXPIRED);
            }
        }
    }

    /** Somebody without account is asked by mail; others find it on their home page. */
    private void invite(Actor actor, long id, Invitations.Reason reason) {
        AssessmentDetail sent = reader.require(id);
        if (sent.assessorId() == null) {
            invitations.ask(actor, reader.invitation(sent), reason);
        }
    }

    private void saveGoals(long id, List<String> goalCodes) {
        assessments.clearGoals(id);
        for (String code : new TreeSet<>(goalCodes)) {
            assessments.addGoal(id, code);
        }
    }
}
