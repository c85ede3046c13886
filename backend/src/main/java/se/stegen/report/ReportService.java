package se.stegen.report;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.IupApprover;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.print.Pdf;
import se.stegen.programme.ProgrammeService;
import se.stegen.report.ReportRepository.Comment;
import se.stegen.report.ReportRepository.Row;

/**
 * Årsrapporter, drafted from the portfolio and sent by the doctor, and handledarrapporter, in which the main supervisor
 * comments them; the studierektor says that both were read.
 */
@Singleton
public class ReportService {
    private static final String ANNUAL = "ANNUAL_REPORT";
    private static final String SUPERVISORS = "SUPERVISOR_REPORT";
    private static final Argument<List<ReportLine>> FACTS = Argument.listOf(ReportLine.class);
    private static final Argument<Map<String, String>> WORDS = Argument.mapOf(String.class, String.class);
    private static final int WORDS_LENGTH = 5000;

    private final AccessPolicy access;
    private final AccessLog log;
    private final ReportRepository reports;
    private final AnnualQuery portfolio;
    private final ProgrammeService programmes;
    private final ObjectMapper json;
    private final Today today;

    ReportService(
            AccessPolicy access,
            AccessLog log,
            ReportRepository reports,
            AnnualQuery portfolio,
            ProgrammeService programmes,
            ObjectMapper json,
            Today today) {
        this.access = access;
        this.log = log;
        this.reports = reports;
        this.portfolio = portfolio;
        this.programmes = programmes;
        this.json = json;
        this.today = today;
    }

    /** Whether the actor may read the reports that were sent. */
    public boolean mayRead(Actor actor, long programmeId) {
        return access.mayReadReports(actor, programmeId);
    }

    /** Whether the actor may draft one. */
    public boolean mayDraft(Actor actor, long programmeId) {
        return access.mayWriteAnnualReport(actor, programmeId);
    }

    /** The yearly reports, the latest first; drafts for the doctor only. */
    @Transactional
    public List<ReportListItem> list(Actor actor, long programmeId) {
        access.requireReadReports(actor, programmeId);
        log.portfolio(actor, programmeId, Action.READ, "REPORTS", null);
        return reports.list(programmeId, access.mayWriteAnnualReport(actor, programmeId));
    }

    /** One report; {@code NOT_FOUND} for others than the doctor while it is a draft. */
    @Transactional
    public AnnualReport get(Actor actor, long id) {
        Row row = readable(actor, id);
        log.portfolio(actor, row.programmeId(), Action.READ, ANNUAL, id);
        return seenBy(actor, row);
    }

    /** The same as a PDF, in the reader's language; throws as {@link #get}. */
    @Transactional
    public byte[] pdf(Actor actor, long id) {
        return Pdf.of(ReportPage.of(get(actor, id), actor.locale()));
    }

    /**
     * Drafts a report of the past twelve months from the portfolio; where a draft is, it is that one.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code ALREADY_EXISTS} where one was sent today
     */
    @Transactional
    public AnnualReport draft(Actor actor, long programmeId) {
        access.requireWriteAnnualReport(actor, programmeId);
        reports.holdProgramme(programmeId);
        Optional<Long> before = reports.draft(programmeId);
        if (before.isPresent()) {
            return get(actor, before.get());
        }
        LocalDate to = today.date();
        if (reports.list(programmeId, true).stream()
                .anyMatch(report -> report.toDay().equals(to))) {
            throw Problem.of(ProblemCode.ALREADY_EXISTS);
        }
        LocalDate from = first(to);
        Row row = reports.save(new Row(
                0,
                programmeId,
                from,
                to,
                ReportState.DRAFT,
                write(portfolio.lines(programmeId, from, to)),
                "{}",
                today.utc(),
                null,
                0));
        log.portfolio(actor, programmeId, Action.CREATE, ANNUAL, row.id());
        return seenBy(actor, row);
    }

    /** Reads the portfolio again, up to today; the doctor's words stay. {@code STATE_CONFLICT} once it is sent. */
    @Transactional
    public AnnualReport renew(Actor actor, long id, int version) {
        Row row = writable(actor, id);
        LocalDate to = today.date();
        LocalDate from = first(to);
        requireOne(
                reports.renew(id, version, from, to, write(portfolio.lines(row.programmeId(), from, to)), today.utc()));
        return changed(actor, row.programmeId(), Action.CHANGE, ANNUAL, id);
    }

    /** Saves the doctor's words; {@code TOO_LONG}, {@code STATE_CONFLICT} once it is sent, {@code STALE_VERSION}. */
    @Transactional
    public AnnualReport save(Actor actor, long id, int version, Map<ReportSection, String> words) {
        Row row = writable(actor, id);
        Map<String, String> kept = new TreeMap<>();
        words.forEach((section, text) -> {
            String own = Texts.optional("words", text, WORDS_LENGTH);
            if (!own.isEmpty()) {
                kept.put(section.name(), own);
            }
        });
        requireOne(reports.saveWords(id, version, write(kept), today.utc()));
        return changed(actor, row.programmeId(), Action.CHANGE, ANNUAL, id);
    }

    /** Sends it to the main supervisor and the studierektor: from then on nothing of it changes. */
    @Transactional
    public AnnualReport send(Actor actor, long id, @Nullable Integer version) {
        Row row = writable(actor, id);
        requireOne(reports.send(id, version == null ? row.version() : version, today.utc()));
        return changed(actor, row.programmeId(), Action.SEND, ANNUAL, id);
    }

    /** Throws a draft away; {@code STATE_CONFLICT} once it is sent, {@code STALE_VERSION}. */
    @Transactional
    public void delete(Actor actor, long id, int version) {
        Row row = writable(actor, id);
        requireOne(reports.delete(id, version));
        log.portfolio(actor, row.programmeId(), Action.DELETE, ANNUAL, id);
    }

    /**
     * Saves the main supervisor's report on a yearly report that was sent.
     *
     * @param version the supervisor's report's; null for the first
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code STATE_CONFLICT} once it is sent; {@code STALE_VERSION};
     *     {@code TOO_LONG}
     */
    @Transactional
    public AnnualReport comment(Actor actor, long id, @Nullable Integer version, SupervisorReportData data) {
        Row row = commentable(actor, id);
        Optional<Comment> before = reports.comment(id);
        String progress = Texts.optional("progress", data.progress(), WORDS_LENGTH);
        String strengths = Texts.optional("strengths", data.strengths(), WORDS_LENGTH);
        String development = Texts.optional("development", data.development(), WORDS_LENGTH);
        String needs = Texts.optional("needs", data.needs(), WORDS_LENGTH);
        if (before.isEmpty()) {
            reports.addComment(id, actor.personId(), progress, strengths, development, needs, today.utc());
        } else {
            // A draft of a former main supervisor was for that one only: the new one begins anew.
            boolean mine = before.get().authorId() == actor.personId();
            if (mine && version == null) {
                throw Problem.of(ProblemCode.STALE_VERSION);
            }
            requireOne(reports.saveComment(
                    id,
                    mine && version != null ? version : before.get().version(),
                    actor.personId(),
                    progress,
                    strengths,
                    development,
                    needs,
                    today.utc()));
        }
        return changed(actor, row.programmeId(), Action.CHANGE, SUPERVISORS, id);
    }

    /** Sends the supervisor's report; {@code REQUIRED} on {@code progress} where that is empty. Throws as above. */
    @Transactional
    public AnnualReport sendComment(Actor actor, long id, @Nullable Integer version) {
        Row row = commentable(actor, id);
        Comment comment = reports.comment(id)
                .filter(one -> one.authorId() == actor.personId())
                .orElseThrow(() -> Problem.field("progress", ProblemCode.REQUIRED));
        Texts.required("progress", comment.progress(), WORDS_LENGTH);
        requireOne(reports.sendComment(id, version == null ? comment.version() : version, today.utc()));
        return changed(actor, row.programmeId(), Action.SEND, SUPERVISORS, id);
    }

    /** The studierektor of the current clinic has read both; {@code STATE_CONFLICT} before they are sent, or twice. */
    @Transactional
    public AnnualReport markRead(Actor actor, long id) {
        Row row = readable(actor, id);
        if (!studierektor(actor, row.programmeId())) {
            throw Problem.forbidden();
        }
        if (reports.markRead(id, actor.personId(), today.utc()) == 0) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, row.state().name(), "READ");
        }
        return changed(actor, row.programmeId(), Action.CONFIRM, SUPERVISORS, id);
    }

    private static LocalDate first(LocalDate to) {
        return to.minusYears(1).plusDays(1);
    }

    private Row readable(Actor actor, long id) {
        Row row = reports.findById(id).orElseThrow(Problem::notFound);
        boolean draft = row.state() == ReportState.DRAFT;
        if (!(draft
                ? access.mayWriteAnnualReport(actor, row.programmeId())
                : access.mayReadReports(actor, row.programmeId()))) {
            throw Problem.notFound();
        }
        return row;
    }

    private Row writable(Actor actor, long id) {
        readable(actor, id);
        reports.hold(id);
        Row row = readable(actor, id);
        access.requireWriteAnnualReport(actor, row.programmeId());
        if (row.state() != ReportState.DRAFT) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, row.state().name(), ReportState.DRAFT.name());
        }
        return row;
    }

    private Row commentable(Actor actor, long id) {
        readable(actor, id);
        reports.hold(id);
        Row row = readable(actor, id);
        access.requireWriteSupervisorReport(actor, row.programmeId());
        if (reports.comment(id)
                .filter(comment -> comment.state() == ReportState.SENT)
                .isPresent()) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, ReportState.SENT.name(), ReportState.DRAFT.name());
        }
        return row;
    }

    private boolean studierektor(Actor actor, long programmeId) {
        return access.approverOf(actor, programmeId).contains(IupApprover.STUDIEREKTOR);
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }

    private AnnualReport changed(Actor actor, long programmeId, Action action, String kind, long id) {
        log.portfolio(actor, programmeId, action, kind, id);
        return seenBy(actor, reports.findById(id).orElseThrow(Problem::notFound));
    }

    private AnnualReport seenBy(Actor actor, Row row) {
        boolean sent = row.state() == ReportState.SENT;
        Optional<Comment> comment = sent ? reports.comment(row.id()) : Optional.empty();
        boolean commented =
                comment.filter(one -> one.state() == ReportState.SENT).isPresent();
        Map<ReportSection, String> words = new EnumMap<>(ReportSection.class);
        read(row.words(), WORDS).forEach((section, text) -> words.put(ReportSection.valueOf(section), text));
        return new AnnualReport(
                row.id(),
                row.programmeId(),
                programmes.facts(row.programmeId()).personName(),
                row.fromDay(),
                row.toDay(),
                row.state(),
                read(row.facts(), FACTS),
                words,
                row.updatedAt(),
                row.sentAt(),
                comment.filter(one -> commented || one.authorId() == actor.personId())
                        .map(ReportService::shown)
                        .orElse(null),
                row.version(),
                !sent && access.mayWriteAnnualReport(actor, row.programmeId()),
                sent && !commented && access.mayWriteSupervisorReport(actor, row.programmeId()),
                commented
                        && comment.filter(one -> one.readAt() == null).isPresent()
                        && studierektor(actor, row.programmeId()));
    }

    private static SupervisorReport shown(Comment c) {
        return new SupervisorReport(
                c.authorId(),
                c.authorName(),
                c.state(),
                c.progress(),
                c.strengths(),
                c.development(),
                c.needs(),
                c.updatedAt(),
                c.sentAt(),
                c.readByName(),
                c.readAt(),
                c.version());
    }

    private <T> T read(String stored, Argument<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
