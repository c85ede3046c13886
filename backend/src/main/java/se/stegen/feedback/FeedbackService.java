package se.stegen.feedback;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.access.signin.LinkTokens;
import se.stegen.access.signin.Sha256;
import se.stegen.assessment.Answers;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.assessment.Assessor;
import se.stegen.assessment.AssessorService;
import se.stegen.assessment.ReleasedFeedback;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.instrument.Templates;
import se.stegen.notification.Mail;
import se.stegen.notification.Outbox;
import se.stegen.notification.PublicAddress;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.Signatures;

/**
 * 360 (MSF), seen from the doctor and the main supervisor: a round is started, colleagues are asked, the doctor rates
 * herself or himself, and after a talk the supervisor releases it. It then counts as one assessment, dated that day
 * ({@code domain/indicators.md}). What raters do is in {@link RaterService}.
 */
@Singleton
public class FeedbackService {
    /** The form of a round. */
    public static final String TEMPLATE = "msf-360";

    /** The form's field in which raters say what they are; no part of an own rating. */
    public static final String PROFESSION = "role";

    private static final String KIND = "FEEDBACK";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy");

    private final AccessPolicy access;
    private final AccessLog log;
    private final FeedbackRepository rounds;
    private final FeedbackResults results;
    private final Templates templates;
    private final Answers answers;
    private final ReleasedFeedback released;
    private final Signatures signatures;
    private final AssessorService assessors;
    private final ProgrammeService programmes;
    private final ProgrammeChanges changes;
    private final LinkTokens tokens;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Today today;

    FeedbackService(
            AccessPolicy access,
            AccessLog log,
            FeedbackRepository rounds,
            FeedbackResults results,
            Templates templates,
            Answers answers,
            ReleasedFeedback released,
            Signatures signatures,
            AssessorService assessors,
            ProgrammeService programmes,
            ProgrammeChanges changes,
            LinkTokens tokens,
            Outbox outbox,
            PublicAddress address,
            Today today) {
        this.access = access;
        this.log = log;
        this.rounds = rounds;
        this.results = results;
        this.templates = templates;
        this.answers = answers;
        this.released = released;
        this.signatures = signatures;
        this.assessors = assessors;
        this.programmes = programmes;
        this.changes = changes;
        this.tokens = tokens;
        this.outbox = outbox;
        this.address = address;
        this.today = today;
    }

    /** The rounds of a portfolio, newest first; a reviewer sees those that were released. */
    @Transactional
    public List<FeedbackListItem> list(Actor actor, long programmeId) {
        boolean signedOnly =
                access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED) == PortfolioAccess.SIGNED;
        log.portfolio(actor, programmeId, Action.READ, "FEEDBACKS", null);
        return rounds.list(programmeId, signedOnly);
    }

    /** Whether the actor may start a round in the portfolio: the doctor. */
    @Transactional
    public boolean mayStart(Actor actor, long programmeId) {
        return access.portfolioAccess(actor, programmeId) == PortfolioAccess.OWN && rounds.open(programmeId) == 0;
    }

    /**
     * The doctor starts a round.
     *
     * @param closesOn last day to answer; null is in four weeks
     * @throws Problem {@code STATE_CONFLICT} while another is open, {@code END_BEFORE_START}
     */
    @Transactional
    public FeedbackRound start(Actor actor, long programmeId, @Nullable LocalDate closesOn) {
        if (access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED) != PortfolioAccess.OWN) {
            throw Problem.forbidden();
        }
        LocalDate last = closesOn == null ? today.date().plusDays(FeedbackRules.DAYS) : closesOn;
        if (last.isBefore(today.date())) {
            throw Problem.field("closesOn", ProblemCode.END_BEFORE_START);
        }
        // Two tabs at once: one of them waits here, and then finds the other's round.
        rounds.lockProgramme(programmeId);
        if (rounds.open(programmeId) > 0) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, FeedbackState.OPEN.name(), FeedbackState.OPEN.name());
        }
        long template = templates
                .newest(TEMPLATE)
                .orElseThrow(() -> Problem.field("templateCode", ProblemCode.UNKNOWN_CODE))
                .id();
        FeedbackRepository.RoundRow row = rounds.save(new FeedbackRepository.RoundRow(
                0,
                programmeId,
                template,
                FeedbackState.OPEN,
                today.utc(),
                last,
                FeedbackRules.RATERS,
                FeedbackRules.PROFESSIONS,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0));
        log.portfolio(actor, programmeId, Action.CREATE, KIND, row.id());
        return seenBy(actor, row);
    }

    /** One round, as far as the actor may see it. */
    @Transactional
    public FeedbackRound get(Actor actor, long id) {
        FeedbackRepository.RoundRow round = readable(actor, id);
        log.portfolio(actor, round.programmeId(), Action.READ, KIND, id);
        return seenBy(actor, round);
    }

    /** The round that became this assessment; empty where it is none, or nothing that the actor may see. */
    @Transactional
    public OptionalLong ofAssessment(Actor actor, long assessmentId) {
        return rounds.ofAssessment(assessmentId)
                .filter(round ->
                        access.portfolioAccess(actor, round.programmeId()).compareTo(PortfolioAccess.SIGNED) >= 0)
                .map(round -> OptionalLong.of(round.id()))
                .orElse(OptionalLong.empty());
    }

    /**
     * Asks colleagues, with or without account: the doctor, or the main supervisor, so that nobody chooses friends only.
     * Who has an account is not asked twice; an address that has not answered gets a new link.
     *
     * @throws Problem {@code OWN_RECORD}, {@code UNKNOWN_ID}, {@code INVALID_FIELD}, {@code OUT_OF_RANGE} above 40 in a
     *     round, {@code STATE_CONFLICT}
     */
    @Transactional
    public FeedbackRound ask(Actor actor, long id, List<Assessor> raters) {
        FeedbackRepository.RoundRow round = readable(actor, id);
        ProgrammeFacts programme = programmes.facts(round.programmeId());
        if (actor.personId() != programme.personId() && !access.mayReleaseFeedback(actor, round.programmeId())) {
            throw Problem.forbidden();
        }
        requireOpen(round);
        if (today.date().isAfter(round.closesOn())) {
            throw Problem.field("closesOn", ProblemCode.END_BEFORE_START);
        }
        List<FeedbackRepository.RaterRow> asked = rounds.raters(id);
        Set<Object> known = new HashSet<>();
        asked.forEach(rater ->
                known.add(rater.personId() == null ? rater.name().toLowerCase(Locale.ROOT) : rater.personId()));
        for (Assessor rater : raters) {
            add(actor, round, programme, rater, known);
        }
        if (known.size() > FeedbackRules.MOST_RATERS) {
            throw Problem.field("raters", ProblemCode.OUT_OF_RANGE);
        }
        log.portfolio(actor, round.programmeId(), Action.SEND, KIND, id);
        return seenBy(actor, readable(actor, id));
    }

    private void add(
            Actor actor,
            FeedbackRepository.RoundRow round,
            ProgrammeFacts programme,
            Assessor rater,
            Set<Object> known) {
        Long personId = rater.personId();
        String email = rater.email();
        if (personId == null) {
            email = Texts.email("raters", email);
            personId = rounds.personByEmail(email).orElse(null);
        }
        if (personId != null) {
            if (personId == programme.personId()) {
                throw Problem.field("raters", ProblemCode.OWN_RECORD);
            }
            if (rounds.people(personId) == 0) {
                throw Problem.field("raters", ProblemCode.UNKNOWN_ID);
            }
            if (known.add(personId)) {
                rounds.addRater(round.id(), personId, null, null, actor.personId(), today.utc());
            }
            return;
        }
        String address = Objects.requireNonNull(email);
        String token = tokens.make();
        boolean asked = known.add(address.toLowerCase(Locale.ROOT));
        if (asked) {
            rounds.addRater(round.id(), null, address, Sha256.hex(token), actor.personId(), today.utc());
        }
        // Whoever lost the mail is asked anew; the link before stops working.
        if (asked || rounds.renew(round.id(), address, Sha256.hex(token)) == 1) {
            outbox.queue(mail(address, programme.personName(), round.closesOn(), token)
                    .askedBy(programme.personId()));
        }
    }

    private Mail mail(String recipient, String doctor, LocalDate closesOn, String token) {
        // Whoever has no account has chosen no language.
        Locale locale = Messages.SWEDISH;
        return Mail.to(recipient, locale, Messages.get(locale, "mail.feedback.subject", doctor))
                .words(Messages.get(locale, "mail.feedback.text", doctor))
                .link(
                        Messages.get(locale, "mail.feedback.link"),
                        this.address.of("/" + RaterLinkService.PATH + "/" + token))
                .words(Messages.get(
                        locale, "mail.feedback.once", DAY.withLocale(locale).format(closesOn)));
    }

    /**
     * Keeps the doctor's own rating as it is written; it stands beside the colleagues'.
     *
     * @return when it was saved, UTC
     */
    @Transactional
    public LocalDateTime rate(Actor actor, long id, AssessmentAnswer answer) {
        FeedbackRepository.RoundRow round = readable(actor, id);
        if (access.portfolioAccess(actor, round.programmeId()) != PortfolioAccess.OWN) {
            throw Problem.forbidden();
        }
        Answers.Checked checked = answers.draft(templates.get(round.templateId()), answer);
        if (rounds.rateOwn(id, checked.answers(), checked.doMore(), checked.workOn()) == 0) {
            throw conflict(round, FeedbackState.OPEN);
        }
        return today.utc();
    }

    /** The main supervisor says how many answers of how many professions are needed; 5 at least. */
    @Transactional
    public FeedbackRound demand(Actor actor, long id, int version, int raters, int professions) {
        FeedbackRepository.RoundRow round = readable(actor, id);
        access.requireReleaseFeedback(actor, round.programmeId());
        FeedbackRules.requireDemand(raters, professions);
        requireOpen(round);
        if (rounds.demand(id, version, raters, professions) == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        log.portfolio(actor, round.programmeId(), Action.CHANGE, KIND, id);
        return seenBy(actor, readable(actor, id));
    }

    /** The doctor gives a round more time; {@code END_BEFORE_START} for a day that has passed. */
    @Transactional
    public FeedbackRound extend(Actor actor, long id, LocalDate closesOn) {
        FeedbackRepository.RoundRow round = readable(actor, id);
        if (access.portfolioAccess(actor, round.programmeId()) != PortfolioAccess.OWN) {
            throw Problem.forbidden();
        }
        if (closesOn.isBefore(today.date())) {
            throw Problem.field("closesOn", ProblemCode.END_BEFORE_START);
        }
        if (rounds.extend(id, closesOn) == 0) {
            throw conflict(round, FeedbackState.OPEN);
        }
        log.portfolio(actor, round.programmeId(), Action.CHANGE, KIND, id);
        return seenBy(actor, readable(actor, id));
    }

    /** What colleagues said, pooled: the main supervisor from five answers on, others once it is released. */
    @Transactional
    public FeedbackResult result(Actor actor, long id) {
        FeedbackRepository.RoundRow round = readable(actor, id);
        if (!maySeeResult(actor, round, results.count(id))) {
            throw Problem.forbidden();
        }
        log.portfolio(actor, round.programmeId(), Action.READ, "FEEDBACK_RESULT", id);
        return results.of(round);
    }

    /**
     * The main supervisor releases the round after the talk: from then on the doctor sees the result, and it counts as one
     * assessment of today.
     *
     * @param talkOn day of the talk, not ahead and not before the round
     * @param doMore what both found to do more of
     * @param workOn what both agreed to work on
     * @throws Problem {@code FEEDBACK_TOO_FEW}, {@code DATE_IN_FUTURE}, {@code END_BEFORE_START}, {@code STATE_CONFLICT}
     */
    @Transactional
    public FeedbackRound release(
            Actor actor, long id, @Nullable LocalDate talkOn, @Nullable String doMore, @Nullable String workOn) {
        FeedbackRepository.RoundRow round = readable(actor, id);
        access.requireReleaseFeedback(actor, round.programmeId());
        requireOpen(round);
        LocalDate talk = talkOn == null ? today.date() : talkOn;
        if (talk.isAfter(today.date())) {
            throw Problem.field("talkOn", ProblemCode.DATE_IN_FUTURE);
        }
        if (talk.isBefore(Today.dayOf(round.startedAt()))) {
            throw Problem.field("talkOn", ProblemCode.END_BEFORE_START);
        }
        // Nobody answers between counting and releasing.
        rounds.lock(id);
        FeedbackResults.Pool pool = results.pool(id);
        FeedbackRules.requireEnough(pool.answers(), pool.professions(), round.minRaters(), round.minProfessions());
        long assessmentId = released.begin(actor, round.programmeId(), round.templateId(), pool.facts(actor.locale()));
        if (rounds.release(id, talk, actor.personId(), today.utc(), assessmentId) == 0) {
            throw conflict(round, FeedbackState.RELEASED);
        }
        signatures.add(SignatureKind.FEEDBACK, assessmentId);
        assessors.sign(actor, assessmentId, null, new AssessmentAnswer(Map.of(), null, doMore, workOn));
        log.portfolio(actor, round.programmeId(), Action.SIGN, KIND, id);
        changes.shown(round.programmeId());
        return seenBy(actor, readable(actor, id));
    }

    /** The doctor withdraws a round that is open; nothing of it is ever shown. */
    @Transactional
    public FeedbackRound withdraw(Actor actor, long id) {
        FeedbackRepository.RoundRow round = readable(actor, id);
        if (access.portfolioAccess(actor, round.programmeId()) != PortfolioAccess.OWN) {
            throw Problem.forbidden();
        }
        rounds.lock(id);
        if (rounds.withdraw(id) == 0) {
            throw conflict(round, FeedbackState.WITHDRAWN);
        }
        log.portfolio(actor, round.programmeId(), Action.WITHDRAW, KIND, id);
        return seenBy(actor, readable(actor, id));
    }

    private void requireOpen(FeedbackRepository.RoundRow round) {
        if (round.state() != FeedbackState.OPEN) {
            throw conflict(round, FeedbackState.OPEN);
        }
    }

    private static Problem conflict(FeedbackRepository.RoundRow round, FeedbackState wanted) {
        return Problem.of(ProblemCode.STATE_CONFLICT, round.state().name(), wanted.name());
    }

    private FeedbackRepository.RoundRow readable(Actor actor, long id) {
        FeedbackRepository.RoundRow round = rounds.findById(id).orElseThrow(Problem::notFound);
        PortfolioAccess held = access.portfolioAccess(actor, round.programmeId());
        PortfolioAccess least = round.state() == FeedbackState.RELEASED ? PortfolioAccess.SIGNED : PortfolioAccess.ALL;
        if (held.compareTo(least) < 0) {
            throw Problem.notFound();
        }
        return round;
    }

    private boolean maySeeResult(Actor actor, FeedbackRepository.RoundRow round, int count) {
        if (!FeedbackRules.shown(count)) {
            return false;
        }
        return round.state() == FeedbackState.RELEASED
                || (round.state() == FeedbackState.OPEN && access.mayReleaseFeedback(actor, round.programmeId()));
    }

    private FeedbackRound seenBy(Actor actor, FeedbackRepository.RoundRow round) {
        ProgrammeFacts programme = programmes.facts(round.programmeId());
        boolean doctor = actor.personId() == programme.personId();
        boolean supervisor = access.mayReleaseFeedback(actor, round.programmeId());
        boolean open = round.state() == FeedbackState.OPEN;
        FeedbackResults.Pool pool = results.pool(round.id());
        String own = round.ownAnswers();
        // Who has answered is told only as long as there is no result to hold it against.
        boolean awaited = supervisor && !FeedbackRules.shown(pool.answers());
        boolean showsResult = maySeeResult(actor, round, pool.answers());
        return new FeedbackRound(
                round.id(),
                round.programmeId(),
                programme.personId(),
                programme.personName(),
                templates.get(round.templateId()),
                round.state(),
                Today.dayOf(round.startedAt()),
                round.closesOn(),
                round.minRaters(),
                round.minProfessions(),
                pool.answers(),
                FeedbackRules.shown(pool.answers()) ? pool.professions() : null,
                (doctor || supervisor)
                        ? rounds.raters(round.id()).stream()
                                .map(rater -> new FeedbackRound.Rater(rater.name(), awaited ? rater.answered() : null))
                                .toList()
                        : List.of(),
                (own == null || !(doctor || showsResult))
                        ? null
                        : answers.read(
                                own,
                                null,
                                Objects.requireNonNullElse(round.ownDoMore(), ""),
                                Objects.requireNonNullElse(round.ownWorkOn(), "")),
                round.talkOn(),
                round.assessmentId(),
                round.version(),
                open && (doctor || supervisor),
                open && doctor,
                open && supervisor,
                showsResult,
                open && doctor);
    }
}
