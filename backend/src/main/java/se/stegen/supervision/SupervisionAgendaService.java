package se.stegen.supervision;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.common.Today;
import se.stegen.coverage.MissingPart;
import se.stegen.coverage.MissingService;
import se.stegen.coverage.MissingWhen;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.IndicatorCode;
import se.stegen.supervision.AgendaLine.Kind;

/** Proposes what to talk of at a session from what is open. Nothing of it is written anywhere by itself. */
@Singleton
public class SupervisionAgendaService {
    private static final int UNANSWERED_DAYS = 7;
    private static final int SOON_DAYS = 60;
    private static final Set<IndicatorCode> PLAN = Set.of(IndicatorCode.IUP_ON_TIME, IndicatorCode.IUP_REVISED);

    private final Sessions shared;
    private final AgendaQuery open;
    private final AccessPolicy access;
    private final AccessLog log;
    private final MissingService missing;
    private final ComplianceService compliance;
    private final List<AgendaSource> sources;
    private final Today today;

    SupervisionAgendaService(
            Sessions shared,
            AgendaQuery open,
            AccessPolicy access,
            AccessLog log,
            MissingService missing,
            ComplianceService compliance,
            List<AgendaSource> sources,
            Today today) {
        this.shared = shared;
        this.open = open;
        this.access = access;
        this.log = log;
        this.missing = missing;
        this.compliance = compliance;
        this.sources = sources;
        this.today = today;
    }

    /**
     * The lines for a session, for the two who hold it.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN} for others who may read it
     */
    @Transactional
    public List<AgendaLine> agenda(Actor actor, long sessionId) {
        SupervisionDetail session = shared.requireReadable(actor, sessionId);
        if (Sessions.parties(actor, session).isEmpty()) {
            throw Problem.forbidden();
        }
        log.portfolio(actor, session.programmeId(), Action.READ, "SUPERVISION_AGENDA", sessionId);
        Locale locale = actor.locale();
        List<AgendaLine> lines = new ArrayList<>();
        open.agreed(session.programmeId(), session.supervisorId(), sessionId, session.date())
                .ifPresent(last -> lines.add(line(
                        Kind.AGREED, locale, "agenda.agreed", day(last.heldOn(), locale), oneLine(last.agreed()))));
        // The supervisor of one session need not be one who may read the portfolio.
        if (access.portfolioAccess(actor, session.programmeId()).compareTo(PortfolioAccess.ALL) >= 0) {
            records(locale, session.programmeId(), lines);
            plan(actor, session.programmeId(), lines);
            goals(actor, session.programmeId(), lines);
            sources.forEach(source -> lines.addAll(source.lines(actor, session.programmeId())));
        }
        lines.sort(Comparator.comparing(AgendaLine::kind));
        return lines;
    }

    private void records(Locale locale, long programmeId, List<AgendaLine> lines) {
        AgendaQuery.Open counts = open.open(programmeId, today.utc().minusDays(UNANSWERED_DAYS));
        if (counts.sessionsReturned() > 0) {
            lines.add(line(Kind.RETURNED, locale, "agenda.sessions.returned", counts.sessionsReturned()));
        }
        if (counts.assessmentsReturned() > 0) {
            lines.add(line(Kind.RETURNED, locale, "agenda.assessments.returned", counts.assessmentsReturned()));
        }
        if (counts.unanswered() > 0) {
            lines.add(line(Kind.UNANSWERED, locale, "agenda.unanswered", counts.unanswered()));
        }
    }

    private void plan(Actor actor, long programmeId, List<AgendaLine> lines) {
        LocalDate soon = today.date().plusDays(SOON_DAYS);
        compliance.trainee(actor, programmeId).stream()
                .flatMap(trainee -> trainee.indicators().stream())
                .filter(indicator -> PLAN.contains(indicator.code()))
                .forEach(indicator -> {
                    LocalDate before = indicator.mendBefore();
                    if (!indicator.met()) {
                        lines.add(line(Kind.PLAN, actor.locale(), "agenda." + indicator.code()));
                    } else if (before != null && before.isBefore(soon)) {
                        lines.add(line(Kind.PLAN, actor.locale(), "agenda.plan.soon", day(before, actor.locale())));
                    }
                });
    }

    private void goals(Actor actor, long programmeId, List<AgendaLine> lines) {
        for (MissingPart part : missing.missing(actor, programmeId).parts()) {
            if (part.when() == MissingWhen.PLACEMENT) {
                part.lines()
                        .forEach(line -> lines.add(new AgendaLine(
                                Kind.GOALS,
                                part.title() + ": "
                                        + part.words(line, actor.locale(), day -> day(day, actor.locale())) + " ("
                                        + String.join(", ", line.goalCodes()) + ")")));
            }
        }
    }

    private static AgendaLine line(Kind kind, Locale locale, String key, Object... arguments) {
        return new AgendaLine(kind, Messages.get(locale, key, arguments));
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
