package se.stegen.assessment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.Actor;
import se.stegen.access.signin.LinkTokens;
import se.stegen.access.signin.Sha256;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.signing.RecordAction;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordState;
import se.stegen.signing.StateHistory;

/**
 * QR codes: the doctor shows one, a colleague scans it and so takes the request on. The doctor need not know how the
 * colleague is spelt, the colleague need not look for the doctor.
 */
@Singleton
public class CodeService {
    /** How long a code works, in minutes. */
    public static final int MINUTES = 15;

    /** Where a code leads; its random part follows. */
    public static final String PATH = "take";

    private static final String KIND = RecordKind.ASSESSMENT.name();

    private final AssessmentReader reader;
    private final AssessmentQuery assessments;
    private final AssessmentStates states;
    private final CodeRepository codes;
    private final LinkTokens tokens;
    private final StateHistory history;
    private final AccessLog log;
    private final Today today;

    CodeService(
            AssessmentReader reader,
            AssessmentQuery assessments,
            AssessmentStates states,
            CodeRepository codes,
            LinkTokens tokens,
            StateHistory history,
            AccessLog log,
            Today today) {
        this.reader = reader;
        this.assessments = assessments;
        this.states = states;
        this.codes = codes;
        this.tokens = tokens;
        this.history = history;
        this.log = log;
        this.today = today;
    }

    /** A code for a request that is a draft, returned or sent; earlier ones that nobody scanned stop working. */
    @Transactional
    public AssessmentCode make(Actor actor, long id) {
        reader.readable(actor, id);
        reader.hold(id);
        AssessmentDetail detail = reader.readable(actor, id);
        if (actor.personId() != detail.doctorId()) {
            throw Problem.forbidden();
        }
        if (!open(detail.state())) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, detail.state().name(), RecordState.SENT.name());
        }
        LocalDateTime now = today.utc();
        LocalDateTime end = now.plusMinutes(MINUTES);
        codes.closeOf(id);
        String token = tokens.make();
        codes.add(Sha256.hex(token), id, now, end);
        log.portfolio(actor, detail.programmeId(), Action.CREATE, "ASSESSMENT_CODE", id);
        return new AssessmentCode("/" + PATH + "/" + token, end.toInstant(ZoneOffset.UTC));
    }

    /**
     * Takes on the request of a code that was scanned: from then on the actor is its assessor. Scanning one's own code
     * again leads to the same request.
     *
     * @return the request
     * @throws Problem {@code LINK_INVALID} where the code is unknown, too old or used, {@code OWN_RECORD} for the doctor
     */
    @Transactional
    public long take(Actor actor, String token) {
        String hash = Sha256.hex(token);
        CodeRepository.Row code = codes.findById(hash).orElseThrow(() -> Problem.of(ProblemCode.LINK_INVALID));
        Long usedBy = code.usedBy();
        if (usedBy != null && usedBy == actor.personId()) {
            return code.assessmentId();
        }
        reader.hold(code.assessmentId());
        AssessmentDetail detail = reader.require(code.assessmentId());
        if (detail.doctorId() == actor.personId()) {
            throw Problem.of(ProblemCode.OWN_RECORD);
        }
        if (!open(detail.state()) || codes.use(hash, actor.personId(), today.utc()) == 0) {
            throw Problem.of(ProblemCode.LINK_INVALID);
        }
        Long asked = detail.assessorId();
        boolean already = asked != null && asked == actor.personId() && detail.state() == RecordState.SENT;
        if (!already) {
            // The doctor asked by showing the code; the log says who scanned it.
            if (assessments.take(detail.id(), detail.version(), actor.personId(), today.utc()) == 0) {
                throw Problem.of(ProblemCode.STALE_VERSION);
            }
            states.forget(detail.id(), Invitations.Closed.FORWARDED);
            history.add(actor, RecordKind.ASSESSMENT, detail.id(), detail.state(), RecordState.SENT, "QR");
        }
        log.portfolio(actor, detail.programmeId(), Action.FORWARD, KIND, detail.id());
        return detail.id();
    }

    /** While it can be sent, or was and nobody has answered. */
    private static boolean open(RecordState state) {
        return state == RecordState.SENT || state.canBecome(RecordAction.SEND.target(state));
    }
}
