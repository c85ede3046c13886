package se.stegen.coverage;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.coverage.CoverageQuery.EvidenceRow;
import se.stegen.coverage.CoverageReader.Picture;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.Signatures;
import se.stegen.signing.StateHistory;

/**
 * Intygande of a goal by the main supervisor of that day, against the evidence there is. What was attested and taken back
 * is only ever added to: see {@code docs/decisions/007-evidence-and-attestations.md}.
 */
@Singleton
public class AttestationService {
    private static final String KIND = "GOAL_ATTESTATION";
    private static final int LONGEST_STATEMENT = 2000;

    private final AccessPolicy access;
    private final CoverageReader reader;
    private final CoverageService goals;
    private final CoverageRepository rows;
    private final ProgrammeChanges changes;
    private final Signatures signatures;
    private final AccessLog log;
    private final Today today;

    AttestationService(
            AccessPolicy access,
            CoverageReader reader,
            CoverageService goals,
            CoverageRepository rows,
            ProgrammeChanges changes,
            Signatures signatures,
            AccessLog log,
            Today today) {
        this.access = access;
        this.reader = reader;
        this.goals = goals;
        this.rows = rows;
        this.changes = changes;
        this.signatures = signatures;
        this.log = log;
        this.today = today;
    }

    /**
     * The main supervisor attests that the goal is reached, against every valid record that shows it now.
     *
     * @param statement how it was checked; may be empty, at most 2 000 characters
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code STATE_CONFLICT} where it is attested already; {@code
     *     NO_EVIDENCE} where no signed record shows it; {@code TOO_LONG} on {@code statement}
     */
    @Transactional
    public GoalDetail attest(Actor actor, long programmeId, String code, @Nullable String statement) {
        access.requireAttest(actor, programmeId);
        long curriculumId = rows.lock(programmeId).orElseThrow(Problem::notFound);
        Picture picture = reader.read(programmeId, today.date());
        GoalCoverage goal = picture.goal(code);
        if (goal.state() == GoalState.ATTESTED) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, GoalState.ATTESTED.name(), GoalState.ATTESTED.name());
        }
        List<EvidenceRow> evidence = picture.valid(code);
        if (evidence.isEmpty()) {
            throw Problem.of(ProblemCode.NO_EVIDENCE);
        }
        String words = Texts.optional("statement", statement, LONGEST_STATEMENT);
        long id = rows.save(new AttestationRow(
                        0, programmeId, curriculumId, code, words, actor.personId(), today.utc(), today.date()))
                .id();
        evidence.forEach(record -> rows.addAttested(id, record.kind().name(), record.recordId()));
        log.portfolio(actor, programmeId, Action.SIGN, KIND, id);
        changes.shown(programmeId);
        signatures.add(SignatureKind.GOAL_ATTESTATION, id);
        return goals.detail(actor, programmeId, code);
    }

    /**
     * The main supervisor of today takes the attestation back; it stays in the history with the reason.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code STATE_CONFLICT} where none is in force; {@code
     *     REASON_REQUIRED}, {@code TOO_LONG} on {@code reason}
     */
    @Transactional
    public GoalDetail withdraw(Actor actor, long programmeId, String code, @Nullable String reason) {
        access.requireAttest(actor, programmeId);
        Picture picture = locked(programmeId);
        GoalCoverage goal = picture.goal(code);
        Attestation attestation = picture.inForce(code);
        if (attestation == null) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, goal.state().name(), GoalState.ATTESTED.name());
        }
        rows.withdraw(attestation.id(), actor.personId(), today.utc(), StateHistory.requireReason(reason));
        log.portfolio(actor, programmeId, Action.WITHDRAW, KIND, attestation.id());
        changes.shown(programmeId);
        signatures.add(SignatureKind.GOAL_ATTESTATION_WITHDRAWAL, attestation.id());
        return goals.detail(actor, programmeId, code);
    }

    /** What another's step leaves behind once it is done: hence READ_COMMITTED, which reads anew after the lock. */
    private Picture locked(long programmeId) {
        if (rows.lock(programmeId).isEmpty()) {
            throw Problem.notFound();
        }
        return reader.read(programmeId, today.date());
    }
}
