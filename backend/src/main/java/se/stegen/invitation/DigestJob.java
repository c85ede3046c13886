package se.stegen.invitation;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.Today;
import se.stegen.job.Job;

/** On weekdays at half past six: one mail to everybody without account who has let a request wait. */
@Singleton
final class DigestJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(DigestJob.class);
    private static final LocalTime TIME = LocalTime.of(6, 30);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final DigestQuery rows;
    private final Digests digests;
    private final Today today;

    DigestJob(DigestQuery rows, Digests digests, Today today) {
        this.rows = rows;
        this.digests = digests;
        this.today = today;
    }

    @Override
    public String name() {
        return "reminder-digest";
    }

    @Override
    public When when() {
        return new When.Daily(TIME);
    }

    @Override
    public void run() {
        if (!WEEKEND.contains(today.date().getDayOfWeek())) {
            send(today.date());
        }
    }

    /** One address after the other, each in a transaction of its own: what fails for one is no matter of the others. */
    void send(LocalDate day) {
        Map<String, List<DigestQuery.OpenRow>> byAddress = rows.open().stream()
                .collect(Collectors.groupingBy(
                        row -> row.email().toLowerCase(Locale.ROOT), LinkedHashMap::new, Collectors.toList()));
        byAddress.forEach((address, open) -> {
            try {
                digests.send(address, open, day);
            } catch (RuntimeException e) {
                LOG.warn("A reminder digest was not sent", e);
            }
        });
    }
}
