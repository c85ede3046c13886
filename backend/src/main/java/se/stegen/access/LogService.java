package se.stegen.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;

/** Who read, changed and signed what in a portfolio: for the doctor and the STUDIEREKTOR of the current clinic. */
@Singleton
public class LogService {
    private final AccessPolicy access;
    private final AccessLog log;
    private final LogQuery entries;

    LogService(AccessPolicy access, AccessLog log, LogQuery entries) {
        this.access = access;
        this.log = log;
        this.entries = entries;
    }

    /**
     * The log of a portfolio, newest first. That it was read is the next line of it.
     *
     * @throws se.stegen.common.Problem {@code NOT_FOUND}, {@code FORBIDDEN}
     */
    @Transactional
    public ListPage<LogEntry> ofPortfolio(Actor actor, long programmeId, PageRequest page) {
        access.requireReadLog(actor, programmeId);
        ListPage<LogEntry> read = new ListPage<>(
                entries.ofProgramme(programmeId, page.size(), page.offset()), entries.countOfProgramme(programmeId));
        log.portfolio(actor, programmeId, AccessLog.Action.READ, "LOG", null);
        return read;
    }
}
