package se.stegen.reminder;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.Today;
import se.stegen.job.Job;

/**
 * Looks every ten minutes whose weekly digest is due. It keeps nothing of its own: whoever dies in the middle, or was not
 * running on Monday, leaves people whose week is not done, and the next look finds them.
 */
@Singleton
final class ReminderJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderJob.class);
    private static final Duration LOOK = Duration.ofMinutes(10);

    private final ReminderRepository rows;
    private final Reminders reminders;
    private final Today today;

    ReminderJob(ReminderRepository rows, Reminders reminders, Today today) {
        this.rows = rows;
        this.reminders = reminders;
        this.today = today;
    }

    @Override
    public String name() {
        return "weekly-reminders";
    }

    @Override
    public When when() {
        return new When.Every(LOOK);
    }

    @Override
    public void run() {
        run(today.instant().atZone(Today.SWEDEN));
    }

    /** One person after the other: what fails for one is no matter of the others. */
    void run(ZonedDateTime now) {
        if (now.toLocalTime().isBefore(ReminderRules.FROM)) {
            return;
        }
        LocalDate day = now.toLocalDate();
        String week = ReminderRules.week(day);
        long after = 0;
        for (List<ReminderRepository.Open> open =
                        rows.open(after, day.getDayOfWeek().getValue(), week);
                !open.isEmpty();
                open = rows.open(after, day.getDayOfWeek().getValue(), week)) {
            for (ReminderRepository.Open person : open) {
                DayOfWeek weekday = DayOfWeek.of(person.weekday());
                if (ReminderRules.due(weekday, day(person.lastSentAt()), now)) {
                    send(person.id(), weekday, day);
                }
            }
            after = open.getLast().id();
        }
    }

    private void send(long personId, DayOfWeek weekday, LocalDate day) {
        try {
            reminders.send(personId, weekday, day);
        } catch (RuntimeException e) {
            LOG.warn("The weekly digest of person {} was not written; it is tried again", personId, e);
        }
    }

    private static @Nullable LocalDate day(@Nullable LocalDateTime utc) {
        return utc == null ? null : Today.dayOf(utc);
    }
}
