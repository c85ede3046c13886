package se.stegen.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** The private feed: one's own appointments, to whoever knows the address, until it is changed. */
class CalendarFeedTest {
    private static final AtomicLong RECORD = new AtomicLong(System.nanoTime());

    private final CalendarService service = TestProgram.bean(CalendarService.class);
    private final CalendarFeeds feeds = TestProgram.bean(CalendarFeeds.class);
    private final Appointments appointments = TestProgram.bean(Appointments.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private Actor doctor;
    private Actor colleague;
    private String network = "";

    @BeforeEach
    void twoPeople() {
        doctor = Fixtures.actor(Fixtures.person("Anna Berg"));
        colleague = Fixtures.actor(Fixtures.person("Johan Ek"));
        network = Fixtures.unique("10.0.0.");
    }

    @Test
    void itHoldsOnesOwnAYearBackAndAllAheadAndWhatWasCancelledOfLate() {
        long mine = put(today.plusDays(3), doctor, colleague);
        put(today.plusDays(4), colleague);
        long longAgo = put(today.minusYears(1).minusDays(1), doctor);
        long past = put(today.minusYears(1), doctor);
        long ahead = put(today.plusYears(3), doctor);
        long cancelled = put(today.plusDays(5), doctor);
        long former = put(today.plusDays(6), doctor);
        appointments.cancel(AppointmentKind.SUPERVISION, cancelled);
        appointments.cancel(AppointmentKind.SUPERVISION, former);
        Fixtures.execute(
                "UPDATE appointment SET cancelled_at = DATE_SUB(cancelled_at, INTERVAL 61 DAY) WHERE record_id = ?",
                former);
        List<VEvent> events = events(fetch(service.makeFeed(doctor)));
        assertEquals(
                List.of(past, mine, cancelled, ahead),
                events.stream()
                        .map(event -> Long.parseLong(
                                ReceivedCalendar.value(event, Property.URL).replaceFirst(".*/", "")))
                        .toList());
        assertNotEquals(longAgo, past);
        assertEquals("Handledningssamtal med Johan Ek", ReceivedCalendar.value(events.get(1), Property.SUMMARY));
        assertEquals("CANCELLED", ReceivedCalendar.value(events.get(2), Property.STATUS));
    }

    @Test
    void anEmptyOneIsAValidCalendarAsWell() {
        assertEquals(List.of(), events(fetch(service.makeFeed(doctor))));
    }

    @Test
    void aNewAddressEndsTheFormerOneAtOnceAndSoDoesSwitchingItOff() {
        String leaked = service.makeFeed(doctor);
        feeds.fetch(token(leaked), network, "Kalender/1.0");
        assertEquals("Kalender/1.0", service.feed(doctor).orElseThrow().lastFetchedBy());
        String fresh = service.makeFeed(doctor);
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> fetch(leaked));
        assertEquals(null, service.feed(doctor).orElseThrow().lastFetchedAt());
        fetch(fresh);
        service.removeFeed(doctor);
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> fetch(fresh));
        assertTrue(service.feed(doctor).isEmpty());
        assertFalse(
                Fixtures.number("SELECT COUNT(*) FROM calendar_feed WHERE token_hash = ?", token(fresh)) > 0,
                "the address is kept nowhere");
    }

    @Test
    void theTagChangesWithWhatIsInItOnly() {
        String address = service.makeFeed(doctor);
        put(today.plusDays(3), doctor);
        String before = fetch(address).tag();
        assertEquals(before, fetch(address).tag());
        put(today.plusDays(4), doctor);
        assertNotEquals(before, fetch(address).tag());
    }

    @Test
    void guessesAreCountedAndKnownOnesAreNot() {
        String address = service.makeFeed(doctor);
        for (int i = 0; i < 200; i++) {
            TestProgram.refused(ProblemCode.NOT_FOUND, () -> feeds.fetch("gissning", network, null));
        }
        TestProgram.refused(ProblemCode.TOO_MANY_ATTEMPTS, () -> feeds.fetch("gissning", network, null));
        String elsewhere = Fixtures.unique("10.1.0.");
        for (int i = 0; i < 201; i++) {
            feeds.fetch(token(address), elsewhere, null);
        }
    }

    private CalendarFile fetch(String address) {
        return feeds.fetch(token(address), network, null);
    }

    private static String token(String address) {
        return address.replaceFirst(".*/", "").replace(".ics", "");
    }

    private static List<VEvent> events(CalendarFile file) {
        return ReceivedCalendar.strict(file.text().getBytes(StandardCharsets.UTF_8))
                .getComponents("VEVENT");
    }

    private long put(LocalDate day, Actor... people) {
        long record = RECORD.incrementAndGet();
        appointments.put(new Appointment(
                AppointmentKind.SUPERVISION,
                record,
                day,
                LocalTime.of(9, 0),
                60,
                "",
                "Anna Berg",
                "supervision/" + record,
                Set.copyOf(java.util.Arrays.stream(people).map(Actor::personId).toList())));
        return record;
    }
}
