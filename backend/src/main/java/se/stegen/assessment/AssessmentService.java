package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import se.stegen.curriculum.CurriculumService;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordState;
import se.stegen.signing.StateHistory;

/**
 * Assessments (kompetensbedömningar): the doctor asks, the assessor answers and signs. An unsigned answer is the
 * assessor's own draft; nobody else reads it.
 */
@Singleton
public class AssessmentService {
    /** Days after sending when an unanswered request ends. */
    public static final int EXPIRY_DAYS = 14;

    private static final String KIND = RecordKind.ASSESSMENT.name();
    private static final int LONGEST_CONTEXT = 2000;
    private static final int HIGHEST_OVERALL = 4;
    private static final AssessmentAnswer NO_ANSWER = new AssessmentAnswer(Map.of(), null, null, null);

    private final AccessPolicy access;
    private final AccessLog log;
    private final AssessmentQuery assessments;
    private final Templates templates;
    private final StateHistory history;
    private final ProgrammeService programmes;
    private final ProgrammeChanges changes;
    private final CurriculumService curricula;
    private final ObjectMapper json;
    private final Today today;

    AssessmentService(
            AccessPolicy access,
            AccessLog log,
            AssessmentQuery assessments,
            Templates templates,
            StateHistory history,
            ProgrammeService programmes,
            ProgrammeChanges changes,
            CurriculumService curricula,
            ObjectMapper json,
            Today today) {
        this.access = access;
        this.log = log;
        this.assessments = assessments;
        this.templates = templates;
        this.history = history;
        this.programmes = programmes;
        this.changes = changes;
        this.curricula = curricula;
        this.json = json;
        this.today = today;
    }

    /** The forms, newest versions; open to everybody who is signed in. */
    @Transactional
    public List<AssessmentTemplate> templates(Actor actor) {
        return templates.newest();
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
        AssessmentDetail detail = requireReadable(actor, id);
        log.portfolio(actor, detail.programmeId(), Action.READ, KIND, id);
        return seenBy(actor, detail);
    }

    /**
     * Starts a request as a draft: the doctor, or the assessor unasked.
     *
     * @throws Problem {@code UNKNOWN_CODE}, {@code UNKNOWN_ID}, {@code DATE_IN_FUTURE}, {@code OUTSIDE_PROGRAMME},
     *     {@code OWN_RECORD}, {@code TOO_LONG}
     */
    @Transactional
    public Assessment create(Actor actor, long programmeId, AssessmentRequest request) {
        PortfolioAccess held = access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        boolean assessor = held == PortfolioAccess.ALL && request.assessorId() == actor.personId();
        if (held != PortfolioAccess.OWN && !assessor) {
            throw Problem.forbidden();
        }
        AssessmentTemplate template = check(programmes.facts(programmeId), request);
        LocalDateTime now = today.utc();
        AssessmentRow row = assessments.save(new AssessmentRow(
                0,
                programmeId,
                template.id(),
                request.assessorId(),
                observedOn(request),
                Texts.optional("context", request.context(), LONGEST_CONTEXT),
                competences(request),
                RecordState.DRAFT,
                "{}",
                null,
                "",
                "",
                actor.personId(),
                now,
                now,
                null,
                null,
                null,
                0));
        saveGoals(row.id(), request.goalCodes());
        history.add(actor, RecordKind.ASSESSMENT, row.id(), null, RecordState.DRAFT, null);
        log.portfolio(actor, programmeId, Action.CREATE, KIND, row.id());
        return seenBy(actor, require(row.id()));
    }

    /** Saves a request that is a draft or was returned; {@code STALE_VERSION} where somebody saved since. */
    @Transactional
    public Assessment save(Actor actor, long id, int version, AssessmentRequest request) {
        AssessmentDetail detail = requireAsker(actor, id);
        if (!detail.state().editable()) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, detail.state().name(), RecordState.DRAFT.name());
        }
        if (actor.personId() != detail.doctorId() && request.assessorId() != actor.personId()) {
            throw Problem.forbidden();
        }
        AssessmentTemplate template = check(programmes.facts(detail.programmeId()), request);
        int saved = assessments.update(
                id,
                version,
                template.id(),
                request.assessorId(),
                observedOn(request),
                Texts.optional("context", request.context(), LONGEST_CONTEXT),
                competences(request),
                today.utc());
        if (saved == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        saveGoals(id, request.goalCodes());
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return seenBy(actor, require(id));
    }

    /** Sends the request to the assessor. */
    @Transactional
    public Assessment send(Actor actor, long id, @Nullable Integer version) {
        AssessmentDetail detail = requireAsker(actor, id);
        requireVersion(detail, version);
        step(actor, detail, RecordState.SENT, null);
        log.portfolio(actor, detail.programmeId(), Action.SEND, KIND, id);
        return seenBy(actor, require(id));
    }

    /** The doctor takes a request back, with a reason. */
    @Transactional
    public Assessment withdraw(Actor actor, long id, @Nullable String reason) {
        AssessmentDetail detail = requireReadable(actor, id);
        if (actor.personId() != detail.doctorId()) {
            throw Problem.forbidden();
        }
        StateHistory.require(detail.state(), RecordState.WITHDRAWN);
        step(actor, detail, RecordState.WITHDRAWN, StateHistory.requireReason(reason));
        assessments.clearDrafts(id);
        log.portfolio(actor, detail.programmeId(), Action.WITHDRAW, KIND, id);
        return seenBy(actor, require(id));
    }

    /**
     * Keeps the assessor's answer as it is being written; it may be incomplete.
     *
     * @return when it was saved, UTC
     */
    @Transactional
    public LocalDateTime saveAnswer(Actor actor, long id, AssessmentAnswer answer) {
        AssessmentDetail detail = requireAssessor(actor, id);
        StateHistory.require(detail.state(), RecordState.SIGNED);
        Checked checked = check(templates.get(detail.templateId()), answer, false);
        LocalDateTime now = today.utc();
        assessments.saveDraft(
                id, actor.personId(), checked.answers(), answer.overall(), checked.doMore(), checked.workOn(), now);
        return now;
    }

    /**
     * The assessor signs; from then on nothing of it changes. What the assessor started unasked is sent with it.
     *
     * @throws Problem {@code REQUIRED} where the form asks for more, {@code UNKNOWN_CODE} for an answer it does not know,
     *     {@code OUT_OF_RANGE}, {@code STATE_CONFLICT}
     */
    @Transactional
    public Assessment sign(Actor actor, long id, @Nullable Integer version, AssessmentAnswer answer) {
        AssessmentDetail detail = requireAssessor(actor, id);
        requireVersion(detail, version);
        if (detail.state() == RecordState.DRAFT && detail.createdBy() == actor.personId()) {
            step(actor, detail, RecordState.SENT, null);
            detail = require(id);
        }
        StateHistory.require(detail.state(), RecordState.SIGNED);
        Checked checked = check(templates.get(detail.templateId()), answer, true);
        int signed = assessments.sign(
                id,
                detail.version(),
                actor.personId(),
                checked.answers(),
                answer.overall(),
                checked.doMore(),
                checked.workOn(),
                today.utc());
        if (signed == 0) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, detail.state().name(), RecordState.SIGNED.name());
        }
        assessments.clearDrafts(id);
        history.add(actor, RecordKind.ASSESSMENT, id, detail.state(), RecordState.SIGNED, null);
        log.portfolio(actor, detail.programmeId(), Action.SIGN, KIND, id);
        changes.changed(detail.programmeId());
        return seenBy(actor, require(id));
    }

    /** The assessor declines, with a reason. */
    @Transactional
    public Assessment decline(Actor actor, long id, @Nullable String reason) {
        AssessmentDetail detail = requireAssessor(actor, id);
        StateHistory.require(detail.state(), RecordState.DECLINED);
        step(actor, detail, RecordState.DECLINED, StateHistory.requireReason(reason));
        assessments.clearDrafts(id);
        log.portfolio(actor, detail.programmeId(), Action.DECLINE, KIND, id);
        return seenBy(actor, require(id));
    }

    /** The assessor returns the request, with a reason (åter för komplettering); the answer so far is kept. */
    @Transactional
    public Assessment giveBack(Actor actor, long id, @Nullable Integer version, @Nullable String reason) {
        AssessmentDetail detail = requireAssessor(actor, id);
        requireVersion(detail, version);
        StateHistory.require(detail.state(), RecordState.RETURNED);
        step(actor, detail, RecordState.RETURNED, StateHistory.requireReason(reason));
        log.portfolio(actor, detail.programmeId(), Action.RETURN, KIND, id);
        return seenBy(actor, require(id));
    }

    /** The assessor voids what was signed, with a reason (makulering); the signed answer stays as it is. */
    @Transactional
    public Assessment markVoided(Actor actor, long id, @Nullable String reason) {
        AssessmentDetail detail = requireAssessor(actor, id);
        StateHistory.require(detail.state(), RecordState.VOIDED);
        history.markVoided(actor, RecordKind.ASSESSMENT, id, StateHistory.requireReason(reason));
        log.portfolio(actor, detail.programmeId(), Action.VOID, KIND, id);
        changes.changed(detail.programmeId());
        return seenBy(actor, require(id));
    }

    /** Deletes a draft that was never sent. */
    @Transactional
    public void delete(Actor actor, long id, int version) {
        AssessmentDetail detail = requireAsker(actor, id);
        if (detail.state() != RecordState.DRAFT) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, detail.state().name(), RecordState.DRAFT.name());
        }
        assessments.clearGoals(id);
        if (assessments.delete(id, version) == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        log.portfolio(actor, detail.programmeId(), Action.DELETE, KIND, id);
    }

    /** The person who has this address at work; {@code UNKNOWN_ID} where nobody here has. */
    @Transactional
    public long assessorByEmail(Actor actor, String email) {
        return assessments
                .personByEmail(email.strip())
                .orElseThrow(() -> Problem.field("assessorEmail", ProblemCode.UNKNOWN_ID));
    }

    /** Ends requests that nobody answered within {@link #EXPIRY_DAYS}; called by the clock, safe on several instances. */
    @Transactional
    void expire() {
        LocalDateTime now = today.utc();
        for (long id : assessments.overdue(now.minusDays(EXPIRY_DAYS))) {
            AssessmentDetail detail = require(id);
            int changed = assessments.changeState(
                    id, detail.version(), RecordState.SENT.name(), RecordState.EXPIRED.name(), now);
            if (changed == 1) {
                history.add(null, RecordKind.ASSESSMENT, id, RecordState.SENT, RecordState.EXPIRED, null);
            }
        }
    }

    private AssessmentTemplate check(ProgrammeFacts programme, AssessmentRequest request) {
        AssessmentTemplate template = templates
                .newest(request.templateCode())
                .orElseThrow(() -> Problem.field("templateCode", ProblemCode.UNKNOWN_CODE));
        LocalDate observed = observedOn(request);
        if (observed.isAfter(today.date())) {
            throw Problem.field("observedOn", ProblemCode.DATE_IN_FUTURE);
        }
        if (observed.isBefore(programme.startDate())) {
            throw Problem.field("observedOn", ProblemCode.OUTSIDE_PROGRAMME);
        }
        if (request.assessorId() == programme.personId()) {
            throw Problem.field("assessorId", ProblemCode.OWN_RECORD);
        }
        if (assessments.people(request.assessorId()) == 0) {
            throw Problem.field("assessorId", ProblemCode.UNKNOWN_ID);
        }
        curricula.requireGoals(programme.curriculumId(), request.goalCodes());
        return template;
    }

    private LocalDate observedOn(AssessmentRequest request) {
        LocalDate observed = request.observedOn();
        return observed == null ? today.date() : observed;
    }

    private static String competences(AssessmentRequest request) {
        for (String competence : request.competences()) {
            if (Arrays.stream(Competence.values()).noneMatch(c -> c.name().equals(competence))) {
                throw Problem.field("competences", ProblemCode.UNKNOWN_CODE);
            }
        }
        return String.join(",", new TreeSet<>(request.competences()));
    }

    private record Checked(String answers, String doMore, String workOn) {}

    private Checked check(AssessmentTemplate template, AssessmentAnswer answer, boolean complete) {
        Integer overall = answer.overall();
        int lowest = complete ? 1 : AssessmentAnswer.NOT_OBSERVED;
        if (overall != null && (overall < lowest || overall > HIGHEST_OVERALL)) {
            throw Problem.field("overall", ProblemCode.OUT_OF_RANGE);
        }
        Map<String, String> kept = new TreeMap<>();
        List<Problem.FieldError> errors = new ArrayList<>();
        for (Map.Entry<String, String> entry : answer.answers().entrySet()) {
            Optional<TemplateField> field = template.fields().stream()
                    .filter(f -> f.code().equals(entry.getKey()))
                    .findFirst();
            String name = "answers." + entry.getKey();
            if (field.isEmpty() || !fits(field.get(), entry.getValue())) {
                errors.add(new Problem.FieldError(name, ProblemCode.UNKNOWN_CODE));
            } else if (!entry.getValue().isBlank()) {
                kept.put(entry.getKey(), Texts.optional(name, entry.getValue(), Texts.LONG));
            }
        }
        for (TemplateField field : template.fields()) {
            if (complete && field.required() && !kept.containsKey(field.code())) {
                errors.add(new Problem.FieldError("answers." + field.code(), ProblemCode.REQUIRED));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        try {
            return new Checked(
                    json.writeValueAsString(kept),
                    Texts.optional("doMore", answer.doMore(), Texts.LONG),
                    Texts.optional("workOn", answer.workOn(), Texts.LONG));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean fits(TemplateField field, String value) {
        return switch (field.type()) {
            case TEXT -> true;
            case SCALE, CHOICE -> value.isBlank() || hasOption(field, value);
            case MULTI -> Texts.split(value).stream().allMatch(v -> hasOption(field, v));
        };
    }

    private static boolean hasOption(TemplateField field, String value) {
        return field.options().stream().anyMatch(o -> o.value().equals(value));
    }

    private void saveGoals(long id, List<String> goalCodes) {
        assessments.clearGoals(id);
        for (String code : new TreeSet<>(goalCodes)) {
            assessments.addGoal(id, code);
        }
    }

    private void step(Actor actor, AssessmentDetail detail, RecordState to, @Nullable String reason) {
        StateHistory.require(detail.state(), to);
        int changed = assessments.changeState(
                detail.id(), detail.version(), detail.state().name(), to.name(), today.utc());
        if (changed == 0) {
            // Somebody else was a moment earlier.
            throw Problem.of(ProblemCode.STATE_CONFLICT, detail.state().name(), to.name());
        }
        history.add(actor, RecordKind.ASSESSMENT, detail.id(), detail.state(), to, reason);
    }

    private static void requireVersion(AssessmentDetail detail, @Nullable Integer version) {
        if (version != null && version != detail.version()) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }

    private AssessmentDetail require(long id) {
        return assessments.find(id).orElseThrow(Problem::notFound);
    }

    /** The assessment, where the actor may read it: by the portfolio, or because the actor was asked. */
    private AssessmentDetail requireReadable(Actor actor, long id) {
        AssessmentDetail detail = require(id);
        boolean asked = detail.assessorId() == actor.personId()
                && (detail.state() != RecordState.DRAFT || detail.createdBy() == actor.personId());
        if (asked) {
            return detail;
        }
        PortfolioAccess held = access.portfolioAccess(actor, detail.programmeId());
        boolean signed = detail.state() == RecordState.SIGNED || detail.state() == RecordState.VOIDED;
        if (held.compareTo(signed ? PortfolioAccess.SIGNED : PortfolioAccess.ALL) < 0) {
            throw Problem.notFound();
        }
        return detail;
    }

    /** Create, send: the doctor, or an assessor who started it unasked. */
    private AssessmentDetail requireAsker(Actor actor, long id) {
        AssessmentDetail detail = requireReadable(actor, id);
        if (!asks(actor, detail)) {
            throw Problem.forbidden();
        }
        return detail;
    }

    private AssessmentDetail requireAssessor(Actor actor, long id) {
        AssessmentDetail detail = requireReadable(actor, id);
        if (detail.assessorId() != actor.personId()) {
            throw Problem.forbidden();
        }
        return detail;
    }

    private static boolean asks(Actor actor, AssessmentDetail d) {
        return actor.personId() == d.doctorId()
                || (actor.personId() == d.assessorId() && actor.personId() == d.createdBy());
    }

    private Assessment seenBy(Actor actor, AssessmentDetail d) {
        boolean asker = asks(actor, d);
        boolean assessor = d.assessorId() == actor.personId();
        boolean ownStart = assessor && d.createdBy() == actor.personId() && d.state() == RecordState.DRAFT;
        Optional<DraftRow> draft = assessor && d.state() != RecordState.SIGNED && d.state() != RecordState.VOIDED
                ? assessments.draft(d.id(), actor.personId())
                : Optional.empty();
        AssessmentAnswer answer = draft.map(w -> read(w.answers(), w.overall(), w.doMore(), w.workOn()))
                .orElseGet(() ->
                        d.signedAt() == null ? NO_ANSWER : read(d.answers(), d.overall(), d.doMore(), d.workOn()));
        return new Assessment(
                d.id(),
                d.programmeId(),
                d.doctorId(),
                d.doctorName(),
                d.specialtyName(),
                d.assessorId(),
                d.assessorName(),
                templates.get(d.templateId()),
                d.observedOn(),
                assessments.goals(d.id()),
                Texts.split(d.competences()),
                d.context(),
                answer.answers(),
                answer.overall(),
                Texts.optional("doMore", answer.doMore(), Integer.MAX_VALUE),
                Texts.optional("workOn", answer.workOn(), Integer.MAX_VALUE),
                d.state(),
                draft.map(DraftRow::savedAt).orElse(d.updatedAt()),
                d.sentAt(),
                d.signedAt(),
                d.version(),
                history.of(RecordKind.ASSESSMENT, d.id()),
                asker && d.state().editable(),
                asker && d.state().canBecome(RecordState.SENT),
                assessor && (d.state().canBecome(RecordState.SIGNED) || ownStart),
                actor.personId() == d.doctorId() && d.state().canBecome(RecordState.WITHDRAWN),
                assessor && d.state().canBecome(RecordState.VOIDED));
    }

    private AssessmentAnswer read(String answers, @Nullable Integer overall, String doMore, String workOn) {
        try {
            return new AssessmentAnswer(
                    json.readValue(answers, Argument.mapOf(String.class, String.class)), overall, doMore, workOn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
