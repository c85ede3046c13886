package se.stegen.guideline;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.Today;
import se.stegen.programme.ChangesForgotten;
import se.stegen.programme.ProgrammeChanges;

/**
 * Clinics' standings of today and of the last month ends, kept so that a table of a thousand clinics is read and not
 * measured. A copy: whatever is doubtful is not given out and measured anew. A standing is in doubt where the clinic's
 * guideline is another one, or where something was changed since, or in the last two minutes before it was measured, that may
 * count on its day ({@link ProgrammeChanges}).
 */
@Singleton
class KeptStandings {
    /** Months back whose last days are kept. */
    static final int MONTHS = OutlookService.MONTHS;

    private static final Logger LOG = LoggerFactory.getLogger(KeptStandings.class);
    private static final int FEW = 50;
    private static final int ROWS = 200;
    private static final int COLUMNS = 6;

    private final StandingQuery rows;
    private final ProgrammeChanges changes;
    private final JdbcOperations jdbc;
    private final Today today;

    KeptStandings(StandingQuery rows, ProgrammeChanges changes, JdbcOperations jdbc, Today today) {
        this.rows = rows;
        this.changes = changes;
        this.jdbc = jdbc;
        this.today = today;
    }

    /** The days that are kept, the earliest first: the last month ends, and today. */
    List<LocalDate> days() {
        LocalDate now = today.date();
        Set<LocalDate> days = new TreeSet<>(Set.of(now));
        Stream.iterate(YearMonth.from(now.plusDays(1)).minusMonths(1), month -> month.minusMonths(1))
                .limit(MONTHS)
                .forEach(month -> days.add(month.atEndOfMonth()));
        return List.copyOf(days);
    }

    /** Those standings of the day that hold now. */
    Map<Long, ClinicStanding> holding(Collection<Long> clinicIds, Map<Long, GuidelineProfile> byClinic, LocalDate day) {
        List<StandingRow> kept = clinicIds.size() > FEW ? rows.all(day) : rows.of(clinicIds, day);
        if (kept.isEmpty()) {
            return Map.of();
        }
        long oldest = kept.stream().mapToLong(StandingRow::through).min().orElseThrow();
        Map<Long, Long> changed = changes.clinicsChanged(oldest, day);
        IdentityHashMap<GuidelineProfile, String> fingerprints = new IdentityHashMap<>();
        Set<Long> wanted = Set.copyOf(clinicIds);
        Map<Long, ClinicStanding> holding = new HashMap<>();
        for (StandingRow row : kept) {
            if (wanted.contains(row.clinicId())
                    && changed.getOrDefault(row.clinicId(), 0L) <= row.through()
                    && row.guideline().equals(fingerprint(byClinic.get(row.clinicId()), fingerprints))) {
                holding.put(
                        row.clinicId(),
                        new ClinicStanding(row.clinicId(), row.doctors(), StandingText.read(row.figures())));
            }
        }
        return holding;
    }

    private static String fingerprint(
            @Nullable GuidelineProfile profile, IdentityHashMap<GuidelineProfile, String> fingerprints) {
        return profile == null
                ? StandingText.fingerprint(null)
                : fingerprints.computeIfAbsent(profile, StandingText::fingerprint);
    }

    /** Clinics whose figures of the day may have changed after what {@link #through} said. */
    Map<Long, Long> changedAfter(long through, LocalDate day) {
        return changes.clinicsChanged(through, day);
    }

    /** What {@link #keep} is told of what is measured from now on. */
    long through() {
        return changes.settled();
    }

    /**
     * Keeps what was measured, in place of what was kept before. In a transaction of its own: a page that shows the figures
     * does not fail because they could not be kept.
     *
     * @param through what {@link #through} said before they were measured
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void keep(
            Collection<ClinicStanding> standings, Map<Long, GuidelineProfile> byClinic, LocalDate day, long through) {
        List<ClinicStanding> inOrder = standings.stream()
                .sorted(Comparator.comparingLong(ClinicStanding::clinicId))
                .toList();
        IdentityHashMap<GuidelineProfile, String> fingerprints = new IdentityHashMap<>();
        for (int from = 0; from < inOrder.size(); from += ROWS) {
            List<ClinicStanding> some = inOrder.subList(from, Math.min(inOrder.size(), from + ROWS));
            String sql = "REPLACE INTO clinic_standing (day, clinic_id, guideline, through, doctors, figures) VALUES "
                    + String.join(",", Collections.nCopies(some.size(), "(?,?,?,?,?,?)"));
            jdbc.prepareStatement(sql, statement -> {
                int at = 0;
                for (ClinicStanding one : some) {
                    statement.setObject(at + 1, day);
                    statement.setLong(at + 2, one.clinicId());
                    statement.setString(at + 3, fingerprint(byClinic.get(one.clinicId()), fingerprints));
                    statement.setLong(at + 4, through);
                    statement.setInt(at + 5, one.doctors());
                    statement.setString(at + 6, StandingText.write(one.figures()));
                    at += COLUMNS;
                }
                return statement.executeUpdate();
            });
        }
    }

    /** Lets go what no longer holds, while it can still be told, and what nobody asks for any more. */
    @EventListener
    @Transactional
    void letGo(ChangesForgotten event) {
        List<LocalDate> days = days();
        int old = rows.removeAllBut(days);
        int doubtful = 0;
        for (LocalDate day : days) {
            for (Map.Entry<Long, Long> change : changes.clinicsChanged(0, day).entrySet()) {
                doubtful += rows.remove(change.getKey(), day, change.getValue());
            }
        }
        LOG.debug("{} standings of other days and {} that no longer hold were let go", old, doubtful);
    }
}

/** A kept standing; see {@link StandingText}. */
@Introspected
record StandingRow(long clinicId, String guideline, long through, int doctors, String figures) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface StandingQuery extends GenericRepository<GuidelineProfile, Long> {
    String COLUMNS = "SELECT clinic_id, guideline, through, doctors, figures FROM clinic_standing WHERE day = :day";

    @Query(COLUMNS)
    List<StandingRow> all(LocalDate day);

    @Query(COLUMNS + " AND clinic_id IN (:clinicIds)")
    List<StandingRow> of(Collection<Long> clinicIds, LocalDate day);

    @Query("DELETE FROM clinic_standing WHERE clinic_id = :clinicId AND day = :day AND through < :changeId")
    int remove(long clinicId, LocalDate day, long changeId);

    @Query("DELETE FROM clinic_standing WHERE day NOT IN (:days)")
    int removeAllBut(List<LocalDate> days);
}
