package se.stegen.guideline;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import se.stegen.common.Today;

/** Measures how soon the assessments of a clinic's doctors are signed. */
@Singleton
class DelayMeasuring {
    /** A reader who may not see the doctors is shown no figure about fewer than these. */
    private static final int LEAST_SHOWN = 3;

    private final DelayQuery facts;

    DelayMeasuring(DelayQuery facts) {
        this.facts = facts;
    }

    /**
     * The figures of the doctors in scope.
     *
     * @param seesDoctors whether the reader may see the doctors behind them
     * @return null where fewer than three doctors stand behind them and the reader may not see those
     */
    @Nullable
    Delay measure(List<Long> programmeIds, LocalDate day, boolean seesDoctors) {
        if (programmeIds.isEmpty()) {
            return Delay.of(List.of(), 0);
        }
        LocalDateTime end = Today.startOf(day.plusDays(1));
        List<Signed> signed =
                facts.signed(programmeIds, GuidelineRules.yearEnding(day).from(), day, end);
        List<Long> open = facts.open(programmeIds, Today.startOf(day.minusDays(Delay.LIMIT_DAYS)), end);
        long doctors = java.util.stream.Stream.concat(signed.stream().map(Signed::programmeId), open.stream())
                .distinct()
                .count();
        if (!seesDoctors && doctors > 0 && doctors < LEAST_SHOWN) {
            return null;
        }
        return Delay.of(
                signed.stream()
                        .map(s -> (int) ChronoUnit.DAYS.between(s.observedOn(), Today.dayOf(s.signedAt())))
                        .toList(),
                open.size());
    }
}

/** A signed assessment. */
@Introspected
record Signed(long programmeId, LocalDate observedOn, LocalDateTime signedAt) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface DelayQuery extends GenericRepository<GuidelineProfile, Long> {
    @Query("SELECT a.programme_id, a.observed_on, a.signed_at FROM assessment a"
            + " WHERE a.programme_id IN (:programmeIds) AND a.observed_on BETWEEN :fromDay AND :day"
            + " AND a.state = 'SIGNED' AND a.signed_at < :signedBefore"
            + " AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_kind = 'ASSESSMENT' AND v.record_id = a.id)")
    List<Signed> signed(List<Long> programmeIds, LocalDate fromDay, LocalDate day, LocalDateTime signedBefore);

    /**
     * The programme of each request whose last step before the end was a sending (or forwarding) before the limit.
     * What had been signed by then was not open, and needs no look at its steps.
     */
    @Query("SELECT a.programme_id FROM assessment a JOIN state_change s ON s.record_kind = 'ASSESSMENT'"
            + " AND s.record_id = a.id AND s.to_state = 'SENT' AND s.changed_at < :sentBefore"
            + " WHERE a.programme_id IN (:programmeIds) AND (a.signed_at IS NULL OR a.signed_at >= :end)"
            + " AND NOT EXISTS (SELECT 1 FROM state_change n"
            + "  WHERE n.record_kind = 'ASSESSMENT' AND n.record_id = a.id AND n.id > s.id AND n.changed_at < :end)")
    List<Long> open(List<Long> programmeIds, LocalDateTime sentBefore, LocalDateTime end);
}
