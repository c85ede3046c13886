package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * What lies behind the figures of some doctors.
     *
     * @param programmes of the doctors of whom there is something to tell
     * @param days from observation to signature, one for each assessment that was signed here
     * @param open requests that have been open for long
     */
    record Facts(Set<Long> programmes, List<Integer> days, int open) {
        /** Of these doctors and of others. */
        Facts and(Facts others) {
            Set<Long> all = new HashSet<>(programmes);
            all.addAll(others.programmes);
            List<Integer> allDays = new ArrayList<>(days);
            allDays.addAll(others.days);
            return new Facts(all, allDays, open + others.open);
        }

        /** The figures; null where fewer than three doctors stand behind them and the reader may not see those. */
        @Nullable
        Delay figures(boolean seesDoctors) {
            int behind = programmes.size();
            return !seesDoctors && behind > 0 && behind < LEAST_SHOWN ? null : Delay.of(days, open);
        }
    }

    /** Of nobody. */
    static final Facts NOTHING = new Facts(Set.of(), List.of(), 0);

    /**
     * The figures of the doctors in scope.
     *
     * @param doctors those with a post in scope on the day, read for it
     * @param seesDoctors whether the reader may see the doctors behind them
     * @return null where fewer than three doctors stand behind them and the reader may not see those
     */
    @Nullable
    Delay measure(Cohort doctors, LocalDate day, boolean seesDoctors) {
        return read(doctors, day).figures(seesDoctors);
    }

    /** What lies behind them; of several groups of doctors it is put together before there is a figure. */
    Facts read(Cohort doctors, LocalDate day) {
        List<Long> programmeIds = doctors.posts().stream()
                .map(PostInScope::programmeId)
                .distinct()
                .toList();
        if (programmeIds.isEmpty()) {
            return NOTHING;
        }
        LocalDateTime end = Today.startOf(day.plusDays(1));
        List<Long> open = facts.open(programmeIds, Today.startOf(day.minusDays(Delay.LIMIT_DAYS)), end);
        // What was brought in tells nothing of how soon it was signed.
        Stream<Long> signedHere = doctors.assessments().entrySet().stream()
                .filter(one -> one.getValue().stream()
                        .anyMatch(assessed -> assessed.delay().isPresent()))
                .map(Map.Entry::getKey);
        return new Facts(
                Stream.concat(signedHere, open.stream()).collect(Collectors.toSet()),
                doctors.assessments().values().stream()
                        .flatMap(List::stream)
                        .flatMap(assessed -> assessed.delay().stream())
                        .toList(),
                open.size());
    }
}

@JdbcRepository(dialect = Dialect.MYSQL)
interface DelayQuery extends GenericRepository<GuidelineProfile, Long> {
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
