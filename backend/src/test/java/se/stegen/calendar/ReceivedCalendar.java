package se.stegen.calendar;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.util.CompatibilityHints;
import org.junit.jupiter.api.Assertions;

/** A calendar that takes invitations as RFC 5546 says: by UID, the higher SEQUENCE wins, and an equal one by DTSTAMP. */
final class ReceivedCalendar {
    private final Map<String, VEvent> events = new HashMap<>();

    /** Takes the calendar of a mail. */
    Calendar take(MimeMessage mail) {
        Calendar calendar = strict(bytes(mail));
        VEvent event = event(calendar);
        events.merge(value(event, Property.UID), event, (old, fresh) -> sequence(fresh) >= sequence(old) ? fresh : old);
        return calendar;
    }

    Map<String, VEvent> events() {
        return events;
    }

    static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponents("VEVENT").getFirst();
    }

    static int sequence(VEvent event) {
        return Integer.parseInt(value(event, Property.SEQUENCE));
    }

    static String value(VEvent event, String name) {
        return event.getProperty(name).orElseThrow().getValue();
    }

    /** Parsed with no leniency, and valid with all that is in it. */
    static Calendar strict(byte[] text) {
        for (String hint : new String[] {
            CompatibilityHints.KEY_RELAXED_PARSING,
            CompatibilityHints.KEY_RELAXED_UNFOLDING,
            CompatibilityHints.KEY_RELAXED_VALIDATION,
            CompatibilityHints.KEY_OUTLOOK_COMPATIBILITY,
            CompatibilityHints.KEY_NOTES_COMPATIBILITY,
            CompatibilityHints.KEY_VCARD_COMPATIBILITY
        }) {
            CompatibilityHints.setHintEnabled(hint, false);
        }
        try {
            Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(text));
            Assertions.assertFalse(calendar.validate(true).hasErrors());
            return calendar;
        } catch (IOException | ParserException e) {
            throw new AssertionError(e);
        }
    }

    /** The bytes of the part that is a calendar, which is the last of the alternatives. */
    static byte[] bytes(MimeMessage mail) {
        try (InputStream in = part(mail).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    static BodyPart part(MimeMessage mail) {
        try {
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            Assertions.assertTrue(mail.getContentType().startsWith("multipart/alternative"), mail.getContentType());
            Assertions.assertEquals(3, parts.getCount());
            return parts.getBodyPart(2);
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
