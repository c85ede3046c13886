package se.stegen.programme;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.Today;

/**
 * Tells every instance that figures may have changed: a row in the transaction of the change, {@link ProgrammeChanged} on
 * this instance after its commit, and on the others when they see the row, within about a second.
 */
@Singleton
public class ProgrammeChanges {
    private static final Logger LOG = LoggerFactory.getLogger(ProgrammeChanges.class);

    /** Keys are given before commit, so a lower one may show up after a higher: this far back is looked again. */
    private static final int LOOK_BACK = 500;

    @MappedEntity("programme_change")
    record ChangeRow(@Id @GeneratedValue long id, long programmeId, LocalDateTime changedAt) {}

    @Introspected
    record Seen(long id, long programmeId) {}

    /** Written on this instance, in a transaction that may still fail. */
    record Written(long id, long programmeId) {}

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface ChangeRepository extends GenericRepository<ChangeRow, Long> {
        ChangeRow save(ChangeRow row);

        @Query("SELECT COALESCE(MAX(id), 0) FROM programme_change")
        long last();

        @Query("SELECT id, programme_id FROM programme_change WHERE id > :after ORDER BY id LIMIT 5000")
        List<Seen> after(long after);

        @Query("SELECT DISTINCT clinic_id FROM post WHERE programme_id = :programmeId")
        List<Long> clinics(long programmeId);

        @Query("DELETE FROM programme_change WHERE changed_at < :before LIMIT 10000")
        long removeBefore(LocalDateTime before);
    }

    private final ChangeRepository rows;
    private final ApplicationEventPublisher<Written> written;
    private final ApplicationEventPublisher<ProgrammeChanged> changed;
    private final Today today;
    // A thread of our own: Micronaut's executors hand the caller's context on, and with it the connection of the
    // transaction
    // that has just ended, which two threads must not share.
    private final ExecutorService teller = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("programme-changes").factory());
    private final LinkedHashSet<Long> seen = new LinkedHashSet<>();
    private long highest = -1;
    private boolean failing;

    ProgrammeChanges(
            ChangeRepository rows,
            ApplicationEventPublisher<Written> written,
            ApplicationEventPublisher<ProgrammeChanged> changed,
            Today today) {
        this.rows = rows;
        this.written = written;
        this.changed = changed;
        this.today = today;
    }

    /** Call in the transaction of a change that figures are counted from. */
    @Transactional
    public void changed(long programmeId) {
        ChangeRow row = rows.save(new ChangeRow(0, programmeId, today.utc()));
        written.publishEvent(new Written(row.id(), programmeId));
    }

    /** The clinics whose figures the programme may count in, on any day: those of all its posts. */
    public Set<Long> clinicsOf(long programmeId) {
        return Set.copyOf(rows.clinics(programmeId));
    }

    @TransactionalEventListener
    void afterCommit(Written row) {
        remember(row.id());
        publish(row.programmeId());
    }

    @Scheduled(fixedDelay = "1s", initialDelay = "1s")
    void poll() {
        try {
            if (highest < 0) {
                long last = rows.last();
                rows.after(last - LOOK_BACK).forEach(row -> remember(row.id()));
                highest = last;
            }
            Set<Long> programmes = new HashSet<>();
            for (Seen row : rows.after(highest - LOOK_BACK)) {
                highest = Math.max(highest, row.id());
                if (remember(row.id())) {
                    programmes.add(row.programmeId());
                }
            }
            programmes.forEach(this::publish);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Changes by other instances are not seen just now: {}", e.toString());
            }
            failing = true;
        }
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    void tidy() {
        try {
            long removed = rows.removeBefore(today.utc().minusDays(1));
            LOG.debug("{} rows of programme_change removed", removed);
        } catch (RuntimeException e) {
            LOG.warn("Old rows of programme_change are not removed: {}", e.toString());
        }
    }

    private void publish(long programmeId) {
        teller.execute(() -> {
            try {
                changed.publishEvent(new ProgrammeChanged(programmeId));
            } catch (RuntimeException e) {
                LOG.warn("A listener failed on a change of programme {}", programmeId, e);
            }
        });
    }

    @PreDestroy
    void stop() {
        teller.shutdownNow();
    }

    private boolean remember(long id) {
        synchronized (seen) {
            boolean first = seen.add(id);
            while (seen.size() > 20 * LOOK_BACK) {
                seen.removeFirst();
            }
            return first;
        }
    }
}
