package se.stegen.tosign;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.assessment.AssessorService;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.signing.RecordKind;
import se.stegen.supervision.SupervisionService;

/**
 * Signing many in a row. Each record must have been opened by the signer since it was sent: that is read from the log, so
 * that no screen can skip it.
 */
@Singleton
public class ToSignService {
    private static final Logger LOG = LoggerFactory.getLogger(ToSignService.class);

    private final AccessPolicy access;
    private final ToSignQuery query;
    private final SupervisionService supervisions;
    private final AssessorService assessments;

    ToSignService(
            AccessPolicy access, ToSignQuery query, SupervisionService supervisions, AssessorService assessments) {
        this.access = access;
        this.query = query;
        this.supervisions = supervisions;
        this.assessments = assessments;
    }

    /**
     * A record to sign.
     *
     * @param version the version that was opened; null where the caller does not want it checked
     */
    public record Reference(
            RecordKind kind, long recordId, @Nullable Integer version) {}

    /**
     * What became of one.
     *
     * @param refusal why it was not signed; null where it was
     */
    public record Outcome(
            RecordKind kind, long recordId, @Nullable Problem refusal) {}

    /** What waits for the actor's signature, the longest waiting first. */
    @Transactional
    public List<ToSignItem> waiting(Actor actor) {
        access.requireSignedIn(actor);
        return query.waiting(actor.personId());
    }

    /**
     * Signs each that was opened; one that is refused does not hold up the others.
     *
     * @return what became of each, in the order asked: refusals are {@code NOT_FOUND} for what does not wait for the
     *     actor, {@code NOT_OPENED}, {@code STALE_VERSION}, {@code REQUIRED} for an assessment without judgement, and
     *     those of signing
     */
    public List<Outcome> sign(Actor actor, List<Reference> records) {
        access.requireSignedIn(actor);
        List<ToSignItem> waiting = query.waiting(actor.personId());
        List<Outcome> outcomes = new ArrayList<>();
        for (Reference record : records.stream().distinct().toList()) {
            Problem refusal = null;
            try {
                sign(actor, record, waiting);
            } catch (Problem refused) {
                refusal = refused;
            } catch (DataAccessException e) {
                // What became of the others is told all the same.
                LOG.warn("A record was not signed", e);
                refusal = Problem.of(ProblemCode.INTERNAL);
            }
            outcomes.add(new Outcome(record.kind(), record.recordId(), refusal));
        }
        return outcomes;
    }

    private void sign(Actor actor, Reference record, List<ToSignItem> waiting) {
        ToSignItem item = waiting.stream()
                .filter(w -> w.kind() == record.kind() && w.recordId() == record.recordId())
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (!item.opened()) {
            throw Problem.of(ProblemCode.NOT_OPENED);
        }
        Integer version = record.version() == null ? Integer.valueOf(item.version()) : record.version();
        if (record.kind() == RecordKind.SUPERVISION) {
            supervisions.sign(actor, record.recordId(), version);
        } else {
            assessments.signKept(actor, record.recordId(), version);
        }
    }
}
