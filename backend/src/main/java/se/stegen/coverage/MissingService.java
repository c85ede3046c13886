package se.stegen.coverage;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Today;
import se.stegen.time.TimeService;

/** "Det här saknas": before the current placement ends, before the next session, before the programme ends. */
@Singleton
public class MissingService {
    private final AccessPolicy access;
    private final CoverageReader reader;
    private final CoverageQuery query;
    private final TimeService time;
    private final AccessLog log;
    private final Today today;

    MissingService(
            AccessPolicy access,
            CoverageReader reader,
            CoverageQuery query,
            TimeService time,
            AccessLog log,
            Today today) {
        this.access = access;
        this.reader = reader;
        this.query = query;
        this.time = time;
        this.log = log;
        this.today = today;
    }

    /**
     * What is missing today. A reader of signed records only is not told of planned sessions.
     *
     * @throws se.stegen.common.Problem {@code NOT_FOUND}, {@code FORBIDDEN}
     */
    @Transactional
    public Missing missing(Actor actor, long programmeId) {
        PortfolioAccess held = access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        log.portfolio(actor, programmeId, Action.READ, "GOALS", null);
        LocalDate day = today.date();
        Coverage coverage = reader.read(programmeId, day).coverage();
        List<MissingPart> parts = new ArrayList<>(MissingRules.placements(coverage));
        if (held.compareTo(PortfolioAccess.ALL) >= 0) {
            parts.add(MissingRules.meeting(
                    coverage, query.nextMeeting(programmeId, day).orElse(null)));
        }
        parts.add(MissingRules.programme(coverage, time.lastDay(actor, programmeId)));
        return new Missing(programmeId, day, parts);
    }
}
