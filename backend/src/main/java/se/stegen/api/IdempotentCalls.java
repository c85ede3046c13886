package se.stegen.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;

/**
 * Calls that carry an {@code Idempotency-Key} are carried out once within 24 hours: table {@code idempotency_key}. A call
 * that never came to an end keeps its key, since nobody knows whether it did its work.
 */
@Singleton
public class IdempotentCalls {
    private static final Duration KEPT = Duration.ofHours(24);

    private final IdempotencyRepository rows;
    private final Today today;

    IdempotentCalls(IdempotencyRepository rows, Today today) {
        this.rows = rows;
        this.today = today;
    }

    /**
     * The first answer.
     *
     * @param status HTTP status
     * @param body text; null where there was none
     */
    public record Answer(int status, @Nullable String body) {}

    /**
     * Claims the key for this call.
     *
     * @param requestHash of method, path and body
     * @return the first answer where the call was made before; empty where it is to be made now
     * @throws Problem {@code IDEMPOTENCY_KEY_REUSED} where the request was another, {@code IN_PROGRESS}
     */
    public Optional<Answer> begin(long personId, String key, String requestHash) {
        LocalDateTime now = today.utc();
        rows.removeOld(personId, key, now.minus(KEPT));
        if (rows.insert(personId, key, requestHash, now) == 1) {
            return Optional.empty();
        }
        IdempotencyRepository.Row row = rows.find(personId, key).orElseThrow(() -> Problem.of(ProblemCode.IN_PROGRESS));
        if (!row.requestHash().equals(requestHash)) {
            throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        Integer status = row.status();
        if (status == null) {
            throw Problem.of(ProblemCode.IN_PROGRESS);
        }
        return Optional.of(new Answer(status, row.response()));
    }

    /** Keeps the first answer. */
    public void end(long personId, String key, Answer answer) {
        rows.answer(personId, key, answer.status(), answer.body());
    }

    /** Gives the key back: the call changed nothing and may be made again. */
    public void forget(long personId, String key) {
        rows.remove(personId, key);
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    void clean() {
        rows.clean(today.utc().minus(KEPT));
    }
}
