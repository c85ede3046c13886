package se.stegen.programme;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.Today;
import se.stegen.organisation.QualificationsChanged;

/**
 * Tells every instance that figures may have changed: a row in the transaction of the change, {@link ProgrammeChanged} or
 * {@link ClinicChanged} on this instance after its commit, and on the others when they see the row, within about a second.
 */
@Singleton
public class ProgrammeChanges {
    private static final Logger LOG = LoggerFactory.getLogger(ProgrammeChanges.class);

    /** Keys are given before commit, so a lower one may show up after a higher: this far back is looked again. */
    private static final int LOOK_BACK = 500;

    /** Longer than any transaction lasts: what was written before this has been seen, or never will be. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    /** The first day whose figures may change, where none does. */
    private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    @MappedEntity("programme_change")
    record ChangeRow(
            @Id @GeneratedValue long id,
            @Nullable Long programmeId,
            @Nullable Long clinicId,
            @Nullable LocalDate fromDay,
            LocalDateTime changedAt) {}

    @Introspected
    record Seen(
            long id, @Nullable Long programmeId, @Nullable Long clinicId) {}

    /** A clinic and the key of its latest change. */
    @Introspected
    record ClinicChange(long clinicId, long changeId) {}

    /** Written on this instance, in a transaction that may still fail. */
    record Written(Seen change) {}

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface ChangeRepository extends GenericRepository<ChangeRow, Long> {
        ChangeRow save(ChangeRow row);

        @Query("SELECT COALESCE(MAX(id), 0) FROM programme_change")
        long last();

        @Query("SELECT id, programme_id, clinic_id FROM programme_change WHERE id > :after ORDER BY id LIMIT 5000")
        List<Seen> after(long after);

        @Query("SELECT DISTINCT clinic_id FROM post WHERE programme_id = :programmeId")
        List<Long> clinics(long programmeId);

        @Query("SELECT COALESCE(MAX(id), 0) FROM programme_change WHERE changed_at < :settled")
        long settled(LocalDateTime settled);

        /** A clinic's latest change that tells of the day. */
        @Query("SELECT x.clinic_id, MAX(x.id) AS change_id FROM ("
                + " SELECT o.clinic_id, c.id FROM programme_change c JOIN post o ON o.programme_id = c.programme_id"
                + "  WHERE c.id > :after AND (c.from_day IS NULL OR c.from_day <= :day)"
                + " UNION ALL SELECT c.clinic_id, c.id FROM programme_change c WHERE c.clinic_id IS NOT NULL"
                + "  AND c.id > :after AND (c.from_day IS NULL OR c.from_day <= :day)"
                + ") x GROUP BY x.clinic_id")
        List<ClinicChange> clinicChanges(long after, LocalDate day);

        @Query("SELECT programme_id FROM main_supervisor WHERE person_id = :personId")
        Set<Long> supervised(long personId);

        @Query("DELETE FROM programme_change WHERE changed_at < :before LIMIT 10000")
        long removeBefore(LocalDateTime before);
    }

    private final ChangeRepository rows;
    private final ApplicationEventPublisher<Written> written;
    private final ApplicationEventPublisher<Object> changed;
    private final ApplicationEventPublisher<ChangesForgotten> forgotten;
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
            ApplicationEventPublisher<Object> changed,
            ApplicationEventPublisher<ChangesForgotten> forgotten,
            Today today) {
        this.rows = rows;
        this.written = written;
        this.changed = changed;
        this.forgotten = forgotten;
        this.today = today;
    }

    /** Call in the transaction of a change that figures are counted from: of any day. */
    @Transactional
    public void changed(long programmeId) {
        changed(programmeId, null);
    }

    /**
     * As above, where figures of earlier days stay as they were: what is signed or approved today counts from today on.
     *
     * @param from first day whose figures may change; null is any
     */
    @Transactional
    public void changed(long programmeId, @Nullable LocalDate from) {
        write(programmeId, null, from);
    }

    /** As above, where open screens show what has changed, but no figure counts it. */
    @Transactional
    public void shown(long programmeId) {
        write(programmeId, null, NO_DAY);
    }

    /** Call in the transaction of a change of what is counted of a clinic itself: its teaching, its reviews, its time. */
    @Transactional
    public void clinicChanged(long clinicId) {
        write(null, clinicId, null);
    }

    /** As above, where figures of earlier days stay as they were. */
    @Transactional
    public void clinicChanged(long clinicId, LocalDate from) {
        write(null, clinicId, from);
    }

    private void write(@Nullable Long programmeId, @Nullable Long clinicId, @Nullable LocalDate from) {
        ChangeRow row = rows.save(new ChangeRow(0, programmeId, clinicId, from, today.utc()));
        written.publishEvent(new Written(new Seen(row.id(), programmeId, clinicId)));
    }

    /** Somebody's qualifications: those count in the figures of the doctors whom the person supervises or did. */
    @EventListener
    @Transactional
    void qualified(QualificationsChanged event) {
        rows.supervised(event.personId()).forEach(this::changed);
    }

    /**
     * Up to which key all changes can be seen by now: a lower key may show up after a higher one as long as its transaction
     * goes on.
     */
    public long settled() {
        return rows.settled(today.utc().minus(SETTLED));
    }

    /** Each clinic's latest change with a higher key that may change its figures of the day; clinics without are left out. */
    public Map<Long, Long> clinicsChanged(long after, LocalDate day) {
        return rows.clinicChanges(after, day).stream()
                .collect(Collectors.toMap(ClinicChange::clinicId, ClinicChange::changeId));
    }

    /** The clinics whose figures the programme may count in, on any day: those of all its posts. */
    public Set<Long> clinicsOf(long programmeId) {
        return Set.copyOf(rows.clinics(programmeId));
    }

    @TransactionalEventListener
    void afterCommit(Written written) {
        remember(written.change().id());
        publish(event(written.change()));
    }

    private static Object event(Seen change) {
        Long clinic = change.clinicId();
        return clinic == null
                ? new ProgrammeChanged(Objects.requireNonNull(change.programmeId()))
                : new ClinicChanged(clinic);
    }

    @Scheduled(fixedDelay = "1s", initialDelay = "1s")
    void poll() {
        try {
            if (highest < 0) {
                long last = rows.last();
                rows.after(last - LOOK_BACK).forEach(row -> remember(row.id()));
                highest = last;
            }
            Set<Object> events = new LinkedHashSet<>();
            for (Seen row : rows.after(highest - LOOK_BACK)) {
                highest = Math.max(highest, row.id());
                if (remember(row.id())) {
                    events.add(event(row));
                }
            }
            events.forEach(this::publish);
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
            forgotten.publishEvent(new ChangesForgotten());
            long removed = rows.removeBefore(today.utc().minusHours(1));
            LOG.debug("{} rows of programme_change removed", removed);
        } catch (RuntimeException e) {
            LOG.warn("Old rows of programme_change are not removed: {}", e.toString());
        }
    }

    private void publish(Object event) {
        teller.execute(() -> {
            try {
                changed.publishEvent(event);
            } catch (RuntimeException e) {
                LOG.warn("A listener failed on {}", event, e);
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
