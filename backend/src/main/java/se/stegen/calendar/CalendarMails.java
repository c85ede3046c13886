package se.stegen.calendar;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.notification.Mail;
import se.stegen.notification.Outbox;
import se.stegen.notification.PublicAddress;

/**
 * Writes invitations and cancellations: one mail for each person who wants them, in that person's language, naming no
 * other address. They go after a short pause, in which a further change takes their place: whoever tries days in a form
 * sends one mail. What was over before it was written down is no matter for a calendar.
 */
@Singleton
class CalendarMails {
    /** No person has this key. */
    private static final long NOBODY = -1;

    private final AppointmentRepository rows;
    private final CalendarText calendars;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Duration pause;
    private final Today today;

    CalendarMails(
            AppointmentRepository rows,
            CalendarText calendars,
            Outbox outbox,
            PublicAddress address,
            @Property(name = "stegen.calendar.mail-pause", defaultValue = "2m") Duration pause,
            Today today) {
        this.pause = pause;
        this.rows = rows;
        this.calendars = calendars;
        this.outbox = outbox;
        this.address = address;
        this.today = today;
    }

    /**
     * Tells of an appointment that was made or changed.
     *
     * @param before as it was; the same where it is new
     */
    void invite(AppointmentRow before, AppointmentRow now, Set<Long> people) {
        if (ahead(before) || ahead(now)) {
            send(now, people, CalendarText.Method.REQUEST);
        }
    }

    /** Tells people that it will not be held, or not with them. */
    void cancel(AppointmentRow before, AppointmentRow now, Set<Long> people) {
        if (ahead(before)) {
            send(now, people, CalendarText.Method.CANCEL);
        }
    }

    private boolean ahead(AppointmentRow row) {
        return !row.day().isBefore(today.date());
    }

    private void send(AppointmentRow row, Set<Long> people, CalendarText.Method method) {
        if (people.isEmpty()) {
            return;
        }
        List<Other> all = rows.others(List.of(row.id()), NOBODY);
        for (Reader reader : rows.readers(people)) {
            String topic = "appointment:" + row.id() + ":" + reader.id();
            boolean told = outbox.withdraw(topic);
            // Who was never told of it need not hear that it is cancelled.
            if (told || (reader.wantsInvitations() && method == CalendarText.Method.REQUEST)) {
                outbox.queueLater(mail(row, reader, all, method, told), topic, pause);
            }
        }
    }

    private Mail mail(AppointmentRow row, Reader reader, List<Other> all, CalendarText.Method method, boolean told) {
        Locale locale = reader.language();
        List<Other> others =
                all.stream().filter(other -> other.personId() != reader.id()).toList();
        String what = Titles.of(row, reader.name(), others, locale);
        String when = when(row, locale);
        String how = method == CalendarText.Method.CANCEL ? "cancelled" : told ? "changed" : "new";
        Mail mail = Mail.to(reader.email(), locale, Messages.get(locale, "mail.calendar." + how, what, when))
                .words(Messages.get(locale, "mail.calendar." + how + ".text", what, when));
        if (!row.place().isEmpty() && method == CalendarText.Method.REQUEST) {
            mail = mail.words(Messages.get(locale, "mail.calendar.place", row.place()));
        }
        return mail.link(Messages.get(locale, "mail.calendar.open"), address.of("/" + row.path()))
                .words(Messages.get(locale, "mail.calendar.settings"))
                .calendar(method.name(), calendars.invitation(row, reader, what, method));
    }

    private static String when(AppointmentRow row, Locale locale) {
        String day = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(row.day());
        @Nullable LocalTime start = row.startsAt();
        return start == null ? day : Messages.get(locale, "mail.calendar.at", day, start.toString());
    }
}
