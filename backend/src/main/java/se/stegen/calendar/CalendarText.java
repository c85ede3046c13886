package se.stegen.calendar;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.notification.Outbox;
import se.stegen.notification.PublicAddress;

/** Writes appointments as RFC 5545 (iCalendar), for mail as RFC 5546 (iTIP) asks. It never holds text of a portfolio. */
@Singleton
class CalendarText {
    /** What the receiving calendar is to do. */
    enum Method {
        REQUEST,
        CANCEL
    }

    private static final String PRODUCT = "-//STegen//STegen//SV";

    private final Outbox outbox;
    private final PublicAddress address;

    CalendarText(Outbox outbox, PublicAddress address) {
        this.outbox = outbox;
        this.address = address;
    }

    /** One appointment as a mail carries it to one reader. */
    String invitation(AppointmentRow row, Reader reader, String title, Method method) {
        VEvent event = event(row, title, method == Method.CANCEL);
        Attendee attendee = new Attendee(URI.create("mailto:" + reader.email()));
        attendee.add(new Cn(clean(reader.name())));
        attendee.add(PartStat.NEEDS_ACTION);
        attendee.add(Rsvp.FALSE);
        event.add((Property) attendee);
        Calendar calendar = calendar(method == Method.CANCEL ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        calendar.add(zone());
        calendar.add(event);
        return written(calendar);
    }

    /** The titles of rows go with them, in the same order. */
    String feed(List<AppointmentRow> rows, List<String> titles, Locale locale) {
        Calendar calendar = calendar(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", Messages.get(locale, "calendar.name")));
        calendar.add(new XProperty("X-WR-TIMEZONE", Today.SWEDEN.getId()));
        // How often a subscriber looks again: Outlook reads the one, Apple the other (RFC 7986).
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        ParameterList duration = new ParameterList(List.of(Value.DURATION));
        calendar.add(new RefreshInterval(duration, Duration.ofHours(1)));
        calendar.add(zone());
        for (int i = 0; i < rows.size(); i++) {
            AppointmentRow row = rows.get(i);
            calendar.add(event(row, titles.get(i), row.cancelledAt() != null));
        }
        return written(calendar);
    }

    private static Calendar calendar(net.fortuna.ical4j.model.property.Method method) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        return calendar;
    }

    private VEvent event(AppointmentRow row, String title, boolean cancelled) {
        VEvent event = new VEvent(false);
        event.add(new Uid(row.uid()));
        event.add(new DtStamp(row.changedAt().toInstant(ZoneOffset.UTC)));
        event.add(new Sequence(row.sequence()));
        LocalTime at = row.startsAt();
        if (at == null) {
            event.add(new DtStart<>(row.day()));
            event.add(new DtEnd<>(row.day().plusDays(1)));
        } else {
            // A time that the clock leaves out or has twice is taken as the clock shows it first.
            ZonedDateTime start = row.day().atTime(at).atZone(Today.SWEDEN);
            event.add(new DtStart<>(start));
            event.add(new DtEnd<>(start.plusMinutes(row.minutes())));
        }
        event.add(new Summary(clean(title)));
        if (!row.place().isEmpty()) {
            event.add(new Location(clean(row.place())));
        }
        event.add(new Url(URI.create(address.of("/" + row.path()))));
        Organizer organizer = new Organizer(URI.create("mailto:" + outbox.sender()));
        organizer.add(new Cn("STegen"));
        event.add((Property) organizer);
        event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }

    /** Swedish time by the rule of the European Union, in force since 1996 (directive 2000/84/EC). */
    private static VTimeZone zone() {
        VTimeZone zone = new VTimeZone();
        zone.add(new TzId(Today.SWEDEN.getId()));
        zone.add(observance(
                new Daylight(), LocalDateTime.of(1996, 3, 31, 2, 0), "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "CEST", 1, 2));
        zone.add(observance(
                new Standard(),
                LocalDateTime.of(1996, 10, 27, 3, 0),
                "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "CET",
                2,
                1));
        return zone;
    }

    private static Observance observance(
            Observance observance, LocalDateTime start, String rule, String name, int hoursBefore, int hoursAfter) {
        observance.add(new DtStart<>(start));
        observance.add(new RRule<>(rule));
        observance.add(new TzName(name));
        observance.add(new TzOffsetFrom(ZoneOffset.ofHours(hoursBefore)));
        observance.add(new TzOffsetTo(ZoneOffset.ofHours(hoursAfter)));
        return observance;
    }

    /** On one line, and without what a parameter of RFC 5545 cannot hold. */
    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").replace("\"", "'");
    }

    private static String written(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
