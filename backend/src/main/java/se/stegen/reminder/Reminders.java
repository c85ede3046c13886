package se.stegen.reminder;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.stegen.access.Actor;
import se.stegen.access.ActorService;
import se.stegen.calendar.CalendarService;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.home.HomeService;
import se.stegen.home.TodoItem;
import se.stegen.home.TodoKind;
import se.stegen.invitation.StopLinks;
import se.stegen.notification.Mail;
import se.stegen.notification.Outbox;
import se.stegen.notification.PublicAddress;

/** Writes one person's weekly digest: kinds and numbers with a link each, never a name or a text of a portfolio. */
@Singleton
class Reminders {
    private static final Set<TodoKind> TO_SIGN = EnumSet.of(
            TodoKind.SUPERVISION_TO_SIGN,
            TodoKind.ASSESSMENT_TO_SIGN,
            TodoKind.ASSESSMENT_TO_CONFIRM,
            TodoKind.FEEDBACK_TO_ANSWER,
            TodoKind.SURVEY_TO_ANSWER,
            TodoKind.IUP_TO_APPROVE,
            TodoKind.COLLEGIUM_VIEWS,
            TodoKind.ANNUAL_REPORT_TO_COMMENT,
            TodoKind.REPORTS_TO_READ);
    private static final Set<TodoKind> PLAN = EnumSet.of(
            TodoKind.IUP_RETURNED,
            TodoKind.SUPERVISION_RETURNED,
            TodoKind.ASSESSMENT_RETURNED,
            TodoKind.SUPERVISION_DUE,
            TodoKind.SUPERVISION_DRAFT,
            TodoKind.ASSESSMENT_DRAFT,
            TodoKind.COLLEGIUM_OWN,
            TodoKind.COLLEGIUM_OUTCOME,
            TodoKind.REVIEW_ACTION,
            TodoKind.SELF_EVALUATION,
            TodoKind.REVIEW_ASKS);
    /** Talks that are to be prepared, held or closed; a follow-up is not said to be of a support plan. */
    private static final Set<TodoKind> MEETINGS = EnumSet.of(
            TodoKind.MEETING_TO_PREPARE,
            TodoKind.MEETING_TO_CLOSE,
            TodoKind.COLLEGIUM_TALK,
            TodoKind.SUPPORT_FOLLOW_UP);

    private static final int WEEK = 7;

    private final ReminderRepository rows;
    private final ActorService actors;
    private final ReminderService settings;
    private final HomeService home;
    private final CalendarService calendars;
    private final EscalationService escalations;
    private final StopLinks stops;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Today today;

    Reminders(
            ReminderRepository rows,
            ActorService actors,
            ReminderService settings,
            HomeService home,
            CalendarService calendars,
            EscalationService escalations,
            StopLinks stops,
            Outbox outbox,
            PublicAddress address,
            Today today) {
        this.rows = rows;
        this.actors = actors;
        this.settings = settings;
        this.home = home;
        this.calendars = calendars;
        this.escalations = escalations;
        this.stops = stops;
        this.outbox = outbox;
        this.address = address;
        this.today = today;
    }

    /** A line of a digest and where it leads. */
    private record Line(String text, String path) {}

    /**
     * Does a person's week, in a transaction of its own: the week's row and the mail are written together or not at all,
     * and a second row of the same week cannot be.
     */
    @Transactional
    void send(long personId, DayOfWeek weekday, LocalDate day) {
        String week = ReminderRules.week(day);
        if (rows.done(personId, week, today.utc(), false) == 0) {
            return;
        }
        actors.find(personId).ifPresent(actor -> {
            List<Line> lines = lines(actor, settings.settings(actor), day);
            if (!lines.isEmpty()) {
                rows.sent(personId, week);
                outbox.queue(mail(actor, weekday, lines));
            }
        });
    }

    private List<Line> lines(Actor actor, ReminderSettings wanted, LocalDate day) {
        Locale locale = actor.locale();
        List<Line> lines = new ArrayList<>();
        Map<TodoKind, Integer> counts = new EnumMap<>(TodoKind.class);
        for (TodoItem item : home.todo(actor)) {
            counts.merge(item.kind(), 1, Integer::sum);
        }
        counts.forEach((kind, count) -> {
            boolean asked = (wanted.toSign() && TO_SIGN.contains(kind))
                    || (wanted.plan() && PLAN.contains(kind))
                    || (wanted.meetings() && MEETINGS.contains(kind));
            if (asked) {
                lines.add(new Line(Messages.get(locale, "mail.reminder." + kind, count), "/"));
            }
        });
        if (wanted.meetings()) {
            int meetings = calendars.count(actor, day, day.plusDays(WEEK - 1));
            if (meetings > 0) {
                lines.add(new Line(Messages.get(locale, "mail.reminder.meetings", meetings), "/"));
            }
        }
        if (wanted.clinic()) {
            for (EscalationService.Count clinic : escalations.counts(actor)) {
                String text = Messages.get(
                        locale, "mail.reminder.clinic", clinic.clinicName(), clinic.waiting(), clinic.days());
                lines.add(new Line(text, "/clinic/" + clinic.clinicId()));
            }
        }
        return lines;
    }

    private Mail mail(Actor actor, DayOfWeek weekday, List<Line> lines) {
        Locale locale = actor.locale();
        String email = rows.email(actor.personId()).orElseThrow();
        String stop = stops.make(email);
        Mail mail = Mail.to(email, locale, Messages.get(locale, "mail.reminder.subject"))
                .words(Messages.get(locale, "mail.reminder.text"));
        for (Line line : lines) {
            mail = mail.link(line.text(), address.of(line.path()));
        }
        return mail.words(
                        Messages.get(locale, "mail.reminder.settings", Messages.get(locale, "mail.weekday." + weekday)))
                .link(Messages.get(locale, "mail.digest.stop"), stop)
                .stoppedAt(stop);
    }
}
