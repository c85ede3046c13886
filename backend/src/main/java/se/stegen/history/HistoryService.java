package se.stegen.history;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Problem;
import se.stegen.common.Problem.FieldError;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.history.TransferRepository.Owner;
import se.stegen.history.TransferRules.Known;
import se.stegen.history.Transfers.From;
import se.stegen.history.Transfers.Line;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;

/**
 * Överfört: records of a portfolio kept elsewhere, brought in by the studierektor. They count on their own dates, are marked
 * wherever they are shown, carry no signature of this program, and never change; what was wrong is taken back with a reason.
 */
@Singleton
public class HistoryService {
    /** Greatest number of records of one call. */
    public static final int MOST = TransferRules.MOST;

    private static final int ORIGIN = 200;
    private static final int REASON = 2_000;
    private static final int MOST_ERRORS = 100;

    private final AccessPolicy access;
    private final AccessLog log;
    private final TransferRepository records;
    private final Transfers transfers;
    private final ProgrammeService programmes;
    private final ProgrammeChanges changes;
    private final Today today;

    HistoryService(
            AccessPolicy access,
            AccessLog log,
            TransferRepository records,
            Transfers transfers,
            ProgrammeService programmes,
            ProgrammeChanges changes,
            Today today) {
        this.access = access;
        this.log = log;
        this.records = records;
        this.transfers = transfers;
        this.programmes = programmes;
        this.changes = changes;
        this.today = today;
    }

    /** Whether the actor may bring records into this portfolio. */
    public boolean mayBring(Actor actor, long programmeId) {
        return access.mayBringHistory(actor, programmeId);
    }

    /**
     * Brings records in, all of them or none. One that is equal in every field to one of an earlier call, and was not taken
     * back, is skipped; within one call each counts.
     *
     * @param origin where they come from, up to 200 characters; may be empty
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED} on {@code records} where there are none,
     *     {@code TOO_MANY_ROWS} above {@link #MOST}; for a record {@code REQUIRED}, {@code UNKNOWN_CODE},
     *     {@code DATE_IN_FUTURE}, {@code OUT_OF_RANGE} before 1980, {@code TRANSFERRED_HOURS},
     *     {@code TOO_LONG}, on fields such as {@code records[3].date}, at most 100 of them
     */
    @Transactional
    public TransferResult bring(Actor actor, long programmeId, @Nullable String origin, List<TransferredData> data) {
        access.requireBringHistory(actor, programmeId);
        if (data.isEmpty()) {
            throw Problem.field("records", ProblemCode.REQUIRED);
        }
        if (data.size() > MOST) {
            throw Problem.field("records", ProblemCode.TOO_MANY_ROWS, MOST);
        }
        String from = Texts.optional("origin", origin, ORIGIN);
        ProgrammeFacts programme = programmes.facts(programmeId);
        Known known = transfers.known(actor, programme.curriculumId(), transfers.forms(programme.clinicId()));
        List<FieldError> errors = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            int number = i + 1;
            TransferRules.check("records[" + i + "].", data.get(i), known, errors)
                    .ifPresent(record -> lines.add(new Line(programmeId, number, "", record)));
        }
        if (!errors.isEmpty()) {
            throw Problem.fields(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        }
        return transfers
                .write(actor, new From(programme.clinicId(), programmeId, from, ""), lines)
                .result();
    }

    /**
     * What was brought into a portfolio, the latest date first, with what was taken back since.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}
     */
    @Transactional
    public List<TransferredRecord> list(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        log.portfolio(actor, programmeId, Action.READ, Transfers.KIND, null);
        return readable(actor, programmeId, records.ofProgramme(programmeId));
    }

    /** Those of some kinds that count, for the lists of the like records; throws as {@link #list}. */
    @Transactional
    public List<TransferredRecord> ofKinds(Actor actor, long programmeId, Collection<TransferredKind> kinds) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        List<TransferredRecord> found = records
                .ofKinds(programmeId, kinds.stream().map(Enum::name).toList())
                .stream()
                .filter(TransferredRecord::counts)
                .toList();
        if (!found.isEmpty()) {
            log.portfolio(actor, programmeId, Action.READ, Transfers.KIND, null);
        }
        return readable(actor, programmeId, found);
    }

    /** Whether the actor may take the record back: the studierektor, and who brought it in. */
    public boolean mayVoid(Actor actor, TransferredRecord record) {
        return access.mayVoidHistory(actor, record.programmeId(), record.broughtById());
    }

    /**
     * Takes a record back: from now on it counts on no date. It stays readable.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REASON_REQUIRED}, {@code TOO_LONG};
     *     {@code STATE_CONFLICT} where it was taken back already
     */
    @Transactional
    public TransferredRecord voidRecord(Actor actor, long recordId, @Nullable String reason) {
        Owner owner = records.owner(recordId).orElseThrow(Problem::notFound);
        access.requireVoidHistory(actor, owner.programmeId(), owner.createdBy());
        String why = reason(reason);
        records.hold(owner.programmeId());
        if (records.owner(recordId).map(Owner::voided).orElse(true)) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, "VOIDED", "VOIDED");
        }
        records.addVoiding(recordId, actor.personId(), today.utc(), why);
        log.portfolio(actor, owner.programmeId(), Action.VOID, Transfers.KIND, recordId);
        changes.changed(owner.programmeId());
        return readable(
                        actor,
                        owner.programmeId(),
                        records.one(recordId).stream().toList())
                .getFirst();
    }

    /** A reason; {@code REASON_REQUIRED} where there is none. */
    static String reason(@Nullable String reason) {
        String why = Texts.optional("reason", reason, REASON);
        if (why.isEmpty()) {
            throw Problem.field("reason", ProblemCode.REASON_REQUIRED);
        }
        return why;
    }

    /** What was said at a meeting of two is for the doctor and the studierektor; a reviewer reads no notes. */
    private List<TransferredRecord> readable(Actor actor, long programmeId, List<TransferredRecord> found) {
        PortfolioAccess held = access.portfolioAccess(actor, programmeId);
        boolean all = held == PortfolioAccess.OWN || access.mayBringHistory(actor, programmeId);
        return found.stream()
                .map(record ->
                        all || (held == PortfolioAccess.ALL && !record.kind().confidential())
                                ? record
                                : record.withoutText())
                .toList();
    }
}
