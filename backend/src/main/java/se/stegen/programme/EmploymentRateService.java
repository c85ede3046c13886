package se.stegen.programme;

import static se.stegen.programme.ProgrammeChecks.inRange;
import static se.stegen.programme.ProgrammeChecks.period;
import static se.stegen.programme.ProgrammeChecks.requireOne;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.programme.EmploymentRateRepository.EmploymentRateRow;
import se.stegen.programme.ProgrammeRepository.ProgrammeRow;

/**
 * Employment rates of a programme over time. Written by whoever manages the programme, read by whoever may read its facts.
 * The rate of the programme's first day is always there: it can be changed but neither moved nor taken away.
 */
@Singleton
public class EmploymentRateService {
    private static final String KIND = "EMPLOYMENT_RATE";
    private static final int FULL = 100;

    private final AccessPolicy access;
    private final ProgrammeRepository programmes;
    private final EmploymentRateRepository rates;
    private final ProgrammeChanges changes;
    private final AccessLog log;

    EmploymentRateService(
            AccessPolicy access,
            ProgrammeRepository programmes,
            EmploymentRateRepository rates,
            ProgrammeChanges changes,
            AccessLog log) {
        this.access = access;
        this.programmes = programmes;
        this.rates = rates;
        this.changes = changes;
        this.log = log;
    }

    /** The rates, the first one first; {@code NOT_FOUND}. */
    @Transactional
    public List<EmploymentRate> list(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        log.portfolio(actor, programmeId, Action.READ, KIND, null);
        return rates.rates(programmeId);
    }

    /**
     * A rate from a day on.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}; {@code OUT_OF_RANGE} on {@code rate};
     *     {@code OUTSIDE_PROGRAMME}, {@code ALREADY_EXISTS} on {@code validFrom}
     */
    @Transactional
    public EmploymentRate add(Actor actor, long programmeId, @Nullable LocalDate validFrom, @Nullable Integer rate) {
        access.requireManageProgramme(actor, programmeId);
        ProgrammeRow programme = locked(programmeId);
        LocalDate from =
                period(programme, "validFrom", validFrom, "validTo", null).from();
        int percent = percent(rate);
        requireFree(programmeId, 0, from);
        long id = rates.save(new EmploymentRateRow(0, programmeId, from, percent, 0))
                .id();
        changed(actor, programmeId, Action.CREATE, id);
        return rate(programmeId, id);
    }

    /**
     * Changes a rate or its first day; throws as {@link #add}, {@code STALE_VERSION}, and {@code STATE_CONFLICT} where the
     * rate of the programme's first day would move.
     */
    @Transactional
    public EmploymentRate change(
            Actor actor,
            long programmeId,
            long rateId,
            int version,
            @Nullable LocalDate validFrom,
            @Nullable Integer rate) {
        access.requireManageProgramme(actor, programmeId);
        ProgrammeRow programme = locked(programmeId);
        EmploymentRate before = rate(programmeId, rateId);
        LocalDate from =
                period(programme, "validFrom", validFrom, "validTo", null).from();
        int percent = percent(rate);
        if (isFirst(programme, before) && !from.equals(before.validFrom())) {
            throw Problem.of(ProblemCode.STATE_CONFLICT);
        }
        requireFree(programmeId, rateId, from);
        requireOne(rates.update(rateId, version, from, percent));
        changed(actor, programmeId, Action.CHANGE, rateId);
        return rate(programmeId, rateId);
    }

    /**
     * Takes a rate away: the one before it goes on.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STALE_VERSION}; {@code STATE_CONFLICT} for the rate of
     *     the programme's first day
     */
    @Transactional
    public void remove(Actor actor, long programmeId, long rateId, int version) {
        access.requireManageProgramme(actor, programmeId);
        ProgrammeRow programme = locked(programmeId);
        if (isFirst(programme, rate(programmeId, rateId))) {
            throw Problem.of(ProblemCode.STATE_CONFLICT);
        }
        requireOne(rates.remove(rateId, version));
        changed(actor, programmeId, Action.DELETE, rateId);
    }

    private void requireFree(long programmeId, long rateId, LocalDate from) {
        boolean taken = rates.rates(programmeId).stream()
                .anyMatch(other -> other.id() != rateId && other.validFrom().equals(from));
        if (taken) {
            throw Problem.field("validFrom", ProblemCode.ALREADY_EXISTS);
        }
    }

    private static boolean isFirst(ProgrammeRow programme, EmploymentRate rate) {
        return rate.validFrom().equals(programme.startDate());
    }

    private static int percent(@Nullable Integer rate) {
        if (rate == null) {
            throw Problem.field("rate", ProblemCode.REQUIRED);
        }
        return inRange("rate", rate, FULL, FULL);
    }

    private EmploymentRate rate(long programmeId, long id) {
        return rates.rates(programmeId).stream()
                .filter(rate -> rate.id() == id)
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
