package se.stegen.programme;

import static se.stegen.programme.ProgrammeChecks.inRange;
import static se.stegen.programme.ProgrammeChecks.period;
import static se.stegen.programme.ProgrammeChecks.requireOne;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.programme.LeaveRepository.LeaveRow;
import se.stegen.programme.ProgrammeRepository.ProgrammeRow;

/**
 * Leaves of a programme. Written by whoever manages the programme, read by whoever may read its facts; why somebody is on
 * leave is for the doctor and the one who entered it.
 */
@Singleton
public class LeaveService {
    private static final String KIND = "LEAVE";
    private static final int FULL = 100;

    private final AccessPolicy access;
    private final ProgrammeRepository programmes;
    private final LeaveRepository leaves;
    private final ProgrammeChanges changes;
    private final AccessLog log;

    LeaveService(
            AccessPolicy access,
            ProgrammeRepository programmes,
            LeaveRepository leaves,
            ProgrammeChanges changes,
            AccessLog log) {
        this.access = access;
        this.programmes = programmes;
        this.leaves = leaves;
        this.changes = changes;
        this.log = log;
    }

    /** The leaves by first day, with the reasons that the reader may see; {@code NOT_FOUND}. */
    @Transactional
    public List<Leave> list(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        log.portfolio(actor, programmeId, Action.READ, KIND, null);
        ProgrammeRow programme = programmes.row(programmeId).orElseThrow(Problem::notFound);
        return leaves.leaves(programmeId).stream()
                .map(row -> row.shownTo(actor, programme.personId()))
                .toList();
    }

    /**
     * Enters a leave.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}, {@code TOO_LONG}; {@code OUT_OF_RANGE} on
     *     {@code extent}, also where it makes more than 100 percent with other leaves of the same days;
     *     {@code OUTSIDE_PROGRAMME} on {@code from}; {@code END_BEFORE_START} on {@code to}
     */
    @Transactional
    public Leave add(Actor actor, long programmeId, LeaveData data) {
        access.requireManageProgramme(actor, programmeId);
        ProgrammeRow programme = locked(programmeId);
        Period period = period(programme, "from", data.from(), "to", data.to());
        int extent = extent(programmeId, 0, period, data);
        String reason = Texts.optional("reason", data.reason(), 500);
        LeaveRow row = leaves.save(new LeaveRow(
                0,
                programmeId,
                period.from(),
                period.to(),
                extent,
                reason.isEmpty() ? null : reason,
                actor.personId(),
                0));
        changed(actor, programmeId, Action.CREATE, row.id());
        return row.shownTo(actor, programme.personId());
    }

    /**
     * Changes a leave. Who may not see the reason keeps it by giving none; giving one makes it that person's entry.
     * Throws as {@link #add}, and {@code STALE_VERSION}.
     */
    @Transactional
    public Leave change(Actor actor, long programmeId, long leaveId, int version, LeaveData data) {
        access.requireManageProgramme(actor, programmeId);
        ProgrammeRow programme = locked(programmeId);
        LeaveRow before = row(programmeId, leaveId);
        Period period = period(programme, "from", data.from(), "to", data.to());
        int extent = extent(programmeId, leaveId, period, data);
        String given = Texts.optional("reason", data.reason(), 500);
        boolean mine = before.enteredBy() == actor.personId();
        String reason = given.isEmpty() ? (mine ? null : before.reason()) : given;
        requireOne(leaves.update(
                leaveId,
                version,
                period.from(),
                period.to(),
                extent,
                reason,
                given.isEmpty() ? before.enteredBy() : actor.personId()));
        changed(actor, programmeId, Action.CHANGE, leaveId);
        return row(programmeId, leaveId).shownTo(actor, programme.personId());
    }

    /** Takes a leave away; {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STALE_VERSION}. */
    @Transactional
    public void remove(Actor actor, long programmeId, long leaveId, int version) {
        access.requireManageProgramme(actor, programmeId);
        locked(programmeId);
        row(programmeId, leaveId);
        requireOne(leaves.remove(leaveId, version));
        changed(actor, programmeId, Action.DELETE, leaveId);
    }

    /** On no day more than 100 percent: the sum is greatest on the first day of one of the leaves. */
    private int extent(long programmeId, long leaveId, Period period, LeaveData data) {
        int extent = inRange("extent", data.extent(), FULL, FULL);
        List<LeaveRow> sharing = leaves.leaves(programmeId).stream()
                .filter(other -> other.id() != leaveId && period.overlaps(other.period()))
                .toList();
        for (LeaveRow one : sharing) {
            var day = one.startDate().isBefore(period.from()) ? period.from() : one.startDate();
            int others = sharing.stream()
                    .filter(other -> other.period().contains(day))
                    .mapToInt(LeaveRow::extent)
                    .sum();
            if (extent + others > FULL) {
                throw Problem.field("extent", ProblemCode.OUT_OF_RANGE);
            }
        }
        return extent;
    }

    private LeaveRow row(long programmeId, long leaveId) {
        return leaves.leaves(programmeId).stream()
                .filter(row -> row.id() == leaveId)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private ProgrammeRow locked(long id) {
        return programmes.lock(id).orElseThrow(Problem::notFound);
    }

    private void changed(Actor actor, long programmeId, Action action, long id) {
        log.portfolio(actor, programmeId, action, KIND, id);
        changes.changed(programmeId);
    }
}
