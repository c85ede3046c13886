package se.stegen.time;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.curriculum.Regulation;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.time.CreditRepository.CreditRow;
import se.stegen.time.TimeQuery.ProgrammeRow;

/** Credits of a programme. Written by whoever manages the programme, read by whoever may read its facts. */
@Singleton
public class CreditService {
    private static final String KIND = "CREDIT";
    private static final int MAX_MONTHS = 240;
    private static final int MAX_DAYS = 30;

    private final AccessPolicy access;
    private final TimeQuery programmes;
    private final CreditRepository credits;
    private final ProgrammeChanges changes;
    private final AccessLog log;

    CreditService(
            AccessPolicy access,
            TimeQuery programmes,
            CreditRepository credits,
            ProgrammeChanges changes,
            AccessLog log) {
        this.access = access;
        this.programmes = programmes;
        this.credits = credits;
        this.changes = changes;
        this.log = log;
    }

    /** The credits in the order in which they were entered; {@code NOT_FOUND}. */
    @Transactional
    public List<Credit> list(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        log.portfolio(actor, programmeId, Action.READ, KIND, null);
        return credits.credits(programmeId);
    }

    /**
     * Enters a credit.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}, {@code UNKNOWN_CODE} on {@code kind};
     *     {@code REQUIRED}, {@code OUT_OF_RANGE} on {@code months}, {@code OUT_OF_RANGE} on {@code days};
     *     {@code CREDIT_TOO_LONG} on {@code months} where the regulation allows less of the kind; {@code TOO_LONG}
     */
    @Transactional
    public Credit add(Actor actor, long programmeId, CreditData data) {
        access.requireManageProgramme(actor, programmeId);
        CreditRow row = valid(locked(programmeId), 0, actor, data);
        long id = credits.save(row).id();
        changed(actor, programmeId, Action.CREATE, id);
        return credit(programmeId, id);
    }

    /** Changes a credit; throws as {@link #add}, and {@code STALE_VERSION}. */
    @Transactional
    public Credit change(Actor actor, long programmeId, long creditId, int version, CreditData data) {
        access.requireManageProgramme(actor, programmeId);
        ProgrammeRow programme = locked(programmeId);
        credit(programmeId, creditId);
        CreditRow row = valid(programme, creditId, actor, data);
        requireOne(credits.update(creditId, version, row.kind(), row.months(), row.days(), row.note()));
        changed(actor, programmeId, Action.CHANGE, creditId);
        return credit(programmeId, creditId);
    }

    /** Takes a credit away; {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STALE_VERSION}. */
    @Transactional
    public void remove(Actor actor, long programmeId, long creditId, int version) {
        access.requireManageProgramme(actor, programmeId);
        locked(programmeId);
        credit(programmeId, creditId);
        requireOne(credits.remove(creditId, version));
        changed(actor, programmeId, Action.DELETE, creditId);
    }

    private CreditRow valid(ProgrammeRow programme, long creditId, Actor actor, CreditData data) {
        CreditKind kind = CreditKind.field("kind", data.kind());
        int months = inRange("months", data.months(), MAX_MONTHS);
        int days = inRange("days", data.days(), MAX_DAYS);
        if (months + days == 0) {
            throw Problem.field("months", ProblemCode.REQUIRED);
        }
        String note = Texts.optional("note", data.note(), 500);
        Regulation regulation = Regulation.field("regulation", programme.regulation());
        OptionalInt most = kind.mostMonths(regulation);
        if (most.isPresent()) {
            int allMonths = months;
            int allDays = days;
            for (Credit other : credits.credits(programme.id())) {
                if (other.id() != creditId && other.kind() == kind) {
                    allMonths += other.months();
                    allDays += other.days();
                }
            }
            LocalDate start = programme.startDate();
            if (start.plusMonths(allMonths).plusDays(allDays).isAfter(start.plusMonths(most.getAsInt()))) {
                throw Problem.field("months", ProblemCode.CREDIT_TOO_LONG, most.getAsInt());
            }
        }
        return new CreditRow(0, programme.id(), kind.name(), months, days, note, actor.personId(), 0);
    }

    private static int inRange(String field, @Nullable Integer given, int max) {
        int value = given == null ? 0 : given;
        if (value < 0 || value > max) {
            throw Problem.field(field, ProblemCode.OUT_OF_RANGE);
        }
        return value;
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }

    private Credit credit(long programmeId, long id) {
        return credits.credits(programmeId).stream()
                .filter(credit -> credit.id() == id)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private ProgrammeRow locked(long id) {
        return programmes.lock(id).orElseThrow(Problem::notFound);
    }

    private void changed(Actor actor, long programmeId, Action action, long id) {
        log.portfolio(actor, programmeId, action, KIND, id);
        changes.shown(programmeId);
    }
}
