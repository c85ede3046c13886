package se.stegen.coverage;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.coverage.CoverageQuery.EvidenceRow;
import se.stegen.coverage.CoverageQuery.ShownGoal;
import se.stegen.coverage.CoverageReader.Picture;
import se.stegen.programme.ProgrammeChanges;

/** Signed records linked to goals afterwards, by the doctor. The records themselves never change. */
@Singleton
public class EvidenceService {
    private static final String KIND = "GOAL_EVIDENCE";

    private final AccessPolicy access;
    private final CoverageReader reader;
    private final CoverageService goals;
    private final CoverageQuery query;
    private final CoverageRepository rows;
    private final ProgrammeChanges changes;
    private final AccessLog log;
    private final Today today;

    EvidenceService(
            AccessPolicy access,
            CoverageReader reader,
            CoverageService goals,
            CoverageQuery query,
            CoverageRepository rows,
            ProgrammeChanges changes,
            AccessLog log,
            Today today) {
        this.access = access;
        this.reader = reader;
        this.goals = goals;
        this.query = query;
        this.rows = rows;
        this.changes = changes;
        this.log = log;
        this.today = today;
    }

    /**
     * The doctor's signed records that do not show the goal yet, the latest first.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}
     */
    @Transactional
    public List<Evidence> linkable(Actor actor, long programmeId, String code) {
        access.requireLinkEvidence(actor, programmeId);
        Picture picture = reader.read(programmeId, today.date());
        picture.goal(code);
        return query.signedRecords(programmeId).stream()
                .filter(row -> find(picture, code, row.kind(), row.recordId()).isEmpty())
                .map(row -> new Evidence(
                        row.kind(),
                        row.recordId(),
                        row.day(),
                        row.title(),
                        row.titleEn(),
                        row.byName(),
                        false,
                        false,
                        false))
                .toList();
    }

    /**
     * The goals that a record shows, by the regulation of today.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}
     */
    @Transactional
    public ShownGoals shownGoals(Actor actor, long programmeId, EvidenceKind kind, long recordId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        List<ShownGoal> shown = query.shownGoals(programmeId, kind.name(), recordId);
        return new ShownGoals(
                shown.stream()
                        .filter(one -> !one.linked())
                        .map(ShownGoal::goalCode)
                        .toList(),
                shown.stream()
                        .filter(ShownGoal::linked)
                        .map(ShownGoal::goalCode)
                        .toList());
    }

    /** Whether the actor may link and unlink, to show or hide the buttons. */
    public boolean mayLink(Actor actor, long programmeId) {
        return access.mayLinkEvidence(actor, programmeId);
    }

    /**
     * A signed record shows the goal from now on. One that does so already changes nothing.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}; {@code NOT_EVIDENCE} where the portfolio has
     *     no such signed, valid record
     */
    @Transactional
    public GoalDetail link(
            Actor actor, long programmeId, String code, @Nullable EvidenceKind kind, @Nullable Long recordId) {
        access.requireLinkEvidence(actor, programmeId);
        Picture picture = locked(programmeId);
        picture.goal(code);
        EvidenceKind of = required("kind", kind);
        long record = required("recordId", recordId);
        boolean signed =
                query.signedRecords(programmeId).stream().anyMatch(row -> row.kind() == of && row.recordId() == record);
        if (!signed) {
            throw Problem.field("recordId", ProblemCode.NOT_EVIDENCE);
        }
        if (find(picture, code, of, record).isEmpty()) {
            rows.link(programmeId, code, of.name(), record, actor.personId(), today.utc());
            log.portfolio(actor, programmeId, Action.CREATE, KIND, record);
            changes.shown(programmeId);
        }
        return goals.detail(actor, programmeId, code);
    }

    /**
     * Takes a link away again.
     *
     * @throws Problem {@code NOT_FOUND} also where the record does not show the goal; {@code FORBIDDEN}; {@code REQUIRED};
     *     {@code EVIDENCE_IN_RECORD} where the record names the goal itself; {@code ATTESTED_EVIDENCE} where the
     *     attestation in force was made against it; {@code EVIDENCE_MAPPED} where it was linked before a change of
     *     regulation
     */
    @Transactional
    public GoalDetail unlink(
            Actor actor, long programmeId, String code, @Nullable EvidenceKind kind, @Nullable Long recordId) {
        access.requireLinkEvidence(actor, programmeId);
        Picture picture = locked(programmeId);
        picture.goal(code);
        EvidenceKind of = required("kind", kind);
        long record = required("recordId", recordId);
        EvidenceRow row = find(picture, code, of, record).orElseThrow(Problem::notFound);
        if (!row.linked()) {
            throw Problem.of(ProblemCode.EVIDENCE_IN_RECORD);
        }
        Attestation attestation = picture.inForce(code);
        if (attestation != null
                && query.attestedRecords(attestation.id()).stream()
                        .anyMatch(one -> one.kind() == of && one.recordId() == record)) {
            throw Problem.of(ProblemCode.ATTESTED_EVIDENCE);
        }
        if (rows.unlink(programmeId, code, of.name(), record) == 0) {
            // It was linked to a goal of the earlier regulation, which may show others as well.
            throw Problem.of(ProblemCode.EVIDENCE_MAPPED);
        }
        log.portfolio(actor, programmeId, Action.DELETE, KIND, record);
        changes.shown(programmeId);
        return goals.detail(actor, programmeId, code);
    }

    /** What another's step leaves behind once it is done: hence READ_COMMITTED, which reads anew after the lock. */
    private Picture locked(long programmeId) {
        if (rows.lock(programmeId).isEmpty()) {
            throw Problem.notFound();
        }
        return reader.read(programmeId, today.date());
    }

    private static Optional<EvidenceRow> find(Picture picture, String code, EvidenceKind kind, long recordId) {
        return picture.evidence().getOrDefault(code, List.of()).stream()
                .filter(row -> row.kind() == kind && row.recordId() == recordId)
                .findFirst();
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.field(field, ProblemCode.REQUIRED);
        }
        return value;
    }
}
