package se.stegen.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.stegen.common.Today;
import se.stegen.notification.MailJob;
import se.stegen.testing.Fixtures;
import se.stegen.testing.MailBox;
import se.stegen.testing.TestProgram;

/** Invitations as they arrive: real mails, parsed strictly, in a calendar that follows RFC 5546. */
class InvitationMailTest {
    private static final AtomicLong RECORD = new AtomicLong(System.nanoTime());

    private static MailBox box;
    private static ApplicationContext program;
    private static Appointments appointments;

    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final long record = RECORD.incrementAndGet();

    private long doctor;
    private long supervisor;

    @BeforeAll
    static void aMailServer() {
        box = new MailBox();
        Map<String, Object> settings = new HashMap<>(TestProgram.settings());
        settings.putAll(box.settings());
        settings.put("stegen.public-url", "https://stegen.example.se");
        settings.put("stegen.calendar.mail-pause", "0s");
        program = ApplicationContext.run(settings, "test");
        appointments = program.getBean(Appointments.class);
    }

    @AfterAll
    static void close() {
        program.close();
        box.close();
    }

    @BeforeEach
    void twoPeople() {
        Fixtures.execute("UPDATE outbox_mail SET next_attempt_at = NULL");
        doctor = Fixtures.person("Åsa \"Öberg\", läkare; ST");
        supervisor = Fixtures.person("Johan Berg");
        Fixtures.execute("UPDATE person SET locale = 'en' WHERE id = ?", supervisor);
    }

    @Test
    void anInvitationSaysWhatWhenWhereAndNothingMore() throws MessagingException {
        LocalDate day = LocalDate.of(today.getYear() + 1, 7, 7);
        appointments.put(session(day, LocalTime.of(13, 0), "Rum 4; plan 2, hus B\nvid hissen", doctor, supervisor));
        deliver();
        MimeMessage mail = box.to(email(doctor)).getFirst();
        assertEquals(
                "text/calendar; method=REQUEST; charset=UTF-8",
                ReceivedCalendar.part(mail).getContentType());
        assertTrue(mail.getSubject().startsWith("Handledningssamtal med Johan Berg, "), mail.getSubject());
        Calendar calendar = ReceivedCalendar.strict(ReceivedCalendar.bytes(mail));
        assertEquals("REQUEST", calendar.getProperty("METHOD").orElseThrow().getValue());
        VEvent event = ReceivedCalendar.event(calendar);
        assertEquals("Handledningssamtal med Johan Berg", value(event, Property.SUMMARY));
        assertEquals("Rum 4; plan 2, hus B vid hissen", value(event, Property.LOCATION));
        assertEquals("https://stegen.example.se/supervision/" + record, value(event, Property.URL));
        assertEquals("mailto:stegen@example.se", value(event, Property.ORGANIZER));
        assertEquals("mailto:" + email(doctor), value(event, Property.ATTENDEE));
        assertEquals("CONFIRMED", value(event, Property.STATUS));
        assertEquals("0", value(event, Property.SEQUENCE));
        assertEquals(
                "Supervision session with Åsa 'Öberg', läkare; ST",
                value(
                        ReceivedCalendar.event(ReceivedCalendar.strict(
                                ReceivedCalendar.bytes(box.to(email(supervisor)).getFirst()))),
                        Property.SUMMARY));
        assertFalse(
                new String(ReceivedCalendar.bytes(mail), StandardCharsets.UTF_8).contains(email(supervisor)),
                "no other address");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-27, 13:00, 12:00", // winter: the day before the clock goes forward
        "2027-03-28, 13:00, 11:00",
        "2027-10-30, 13:00, 11:00", // summer: the day before it goes back
        "2027-10-31, 13:00, 12:00",
    })
    void theHourIsRightOnBothSidesOfTheClockChange(LocalDate day, LocalTime local, LocalTime utc) {
        appointments.put(session(day, local, "", doctor));
        deliver();
        VEvent event = ReceivedCalendar.event(ReceivedCalendar.strict(
                ReceivedCalendar.bytes(box.to(email(doctor)).getFirst())));
        DtStart<ZonedDateTime> start =
                event.<DtStart<ZonedDateTime>>getProperty("DTSTART").orElseThrow();
        assertEquals(
                "Europe/Stockholm", start.getParameter("TZID").orElseThrow().getValue());
        assertEquals(
                day.atTime(utc).toInstant(java.time.ZoneOffset.UTC),
                start.getDate().toInstant());
    }

    @Test
    void aWholeDayIsADateAndEndsWhereTheNextBegins() {
        appointments.put(session(today.plusDays(9), null, "", doctor));
        deliver();
        byte[] bytes = ReceivedCalendar.bytes(box.to(email(doctor)).getFirst());
        VEvent event = ReceivedCalendar.event(ReceivedCalendar.strict(bytes));
        assertEquals(
                today.plusDays(9),
                event.<DtStart<LocalDate>>getProperty("DTSTART").orElseThrow().getDate());
        assertEquals(
                today.plusDays(10),
                event.<DtEnd<LocalDate>>getProperty("DTEND").orElseThrow().getDate());
        assertTrue(new String(bytes, StandardCharsets.UTF_8).contains("DTSTART;VALUE=DATE:"));
    }

    @Test
    void createMoveAndCancelGiveOneEventThatIsCancelledInWhateverOrderTheyCome() {
        appointments.put(session(today.plusDays(9), LocalTime.of(9, 0), "", doctor, supervisor));
        deliver();
        appointments.put(session(today.plusDays(10), LocalTime.of(10, 0), "Rum 1", doctor, supervisor));
        appointments.put(session(today.plusDays(10), LocalTime.of(10, 0), "Rum 1", doctor, supervisor));
        deliver();
        appointments.cancel(AppointmentKind.SUPERVISION, record);
        appointments.cancel(AppointmentKind.SUPERVISION, record);
        deliver();
        List<MimeMessage> mails = box.to(email(doctor));
        assertEquals(3, mails.size(), "what changes nothing and what is cancelled already sends nothing");
        for (List<MimeMessage> order : List.of(mails, mails.reversed())) {
            ReceivedCalendar received = new ReceivedCalendar();
            order.forEach(received::take);
            assertEquals(1, received.events().size());
            VEvent left = received.events().values().iterator().next();
            assertEquals("CANCELLED", value(left, Property.STATUS));
            assertEquals(2, ReceivedCalendar.sequence(left));
        }
    }

    @Test
    void whileTheMailServerIsDownAllIsKeptAndTheEndIsTheSame() {
        appointments.put(session(today.plusDays(9), LocalTime.of(9, 0), "", doctor));
        deliver();
        ReceivedCalendar received = new ReceivedCalendar();
        box.to(email(doctor)).forEach(received::take);
        box.stop();
        appointments.put(session(today.plusDays(11), LocalTime.of(9, 0), "", doctor));
        deliver();
        appointments.cancel(AppointmentKind.SUPERVISION, record);
        deliver();
        box.start();
        Fixtures.execute("UPDATE outbox_mail SET next_attempt_at = created_at WHERE next_attempt_at IS NOT NULL");
        deliver();
        box.to(email(doctor)).forEach(received::take);
        assertEquals(1, received.events().size());
        VEvent left = received.events().values().iterator().next();
        assertEquals("CANCELLED", value(left, Property.STATUS));
        assertEquals(2, ReceivedCalendar.sequence(left));
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM outbox_mail WHERE recipient = ? AND (calendar IS NOT NULL OR sent_at IS NULL)",
                        email(doctor)),
                "nothing of it is kept once it went");
    }

    @Test
    void whatChangesBeforeItWentIsOneMailAndWhatIsCancelledBeforeItWentIsNone() {
        for (int day = 9; day < 15; day++) {
            appointments.put(session(today.plusDays(day), LocalTime.of(9, 0), "", doctor, supervisor));
        }
        appointments.put(session(today.plusDays(14), LocalTime.of(9, 0), "", doctor));
        deliver();
        assertEquals(List.of(), box.to(email(supervisor)), "never told, so nothing is taken back");
        MimeMessage only = box.to(email(doctor)).getFirst();
        assertEquals(1, box.to(email(doctor)).size());
        VEvent event = ReceivedCalendar.event(ReceivedCalendar.strict(ReceivedCalendar.bytes(only)));
        assertEquals(
                today.plusDays(14),
                event.<DtStart<ZonedDateTime>>getProperty("DTSTART")
                        .orElseThrow()
                        .getDate()
                        .toLocalDate());
    }

    @Test
    void whoIsNoLongerPartOfItIsToldAndTheOthersAreLeftAlone() {
        appointments.put(session(today.plusDays(9), LocalTime.of(9, 0), "", doctor, supervisor));
        deliver();
        appointments.put(session(today.plusDays(9), LocalTime.of(9, 0), "", doctor));
        deliver();
        assertEquals(1, box.to(email(doctor)).size());
        Calendar last = ReceivedCalendar.strict(
                ReceivedCalendar.bytes(box.to(email(supervisor)).getLast()));
        assertEquals("CANCEL", last.getProperty("METHOD").orElseThrow().getValue());
        assertEquals(1, ReceivedCalendar.sequence(ReceivedCalendar.event(last)));
    }

    @Test
    void whoWantsNoneAndWhatIsOverGetsNone() {
        program.getBean(CalendarService.class).wantInvitations(Fixtures.actor(supervisor), false);
        appointments.put(session(today.plusDays(9), LocalTime.of(9, 0), "", doctor, supervisor));
        long over = RECORD.incrementAndGet();
        appointments.put(new Appointment(
                AppointmentKind.SUPERVISION,
                over,
                today.minusDays(1),
                null,
                60,
                "",
                "",
                "supervision/" + over,
                Set.of(doctor)));
        deliver();
        assertEquals(1, box.to(email(doctor)).size());
        assertEquals(List.of(), box.to(email(supervisor)));
    }

    @Test
    void whatIsRolledBackInvitesNobody() {
        assertThrows(
                IllegalStateException.class,
                () -> program.getBean(Changes.class)
                        .failAfter(session(today.plusDays(9), LocalTime.of(9, 0), "", doctor)));
        deliver();
        assertEquals(List.of(), box.to(email(doctor)));
    }

    private Appointment session(
            LocalDate day, @org.jspecify.annotations.Nullable LocalTime at, String place, Long... people) {
        return new Appointment(
                AppointmentKind.SUPERVISION,
                record,
                day,
                at,
                60,
                place,
                "Anna Berg",
                "supervision/" + record,
                Set.of(people));
    }

    private static String value(VEvent event, String name) {
        return ReceivedCalendar.value(event, name);
    }

    private static String email(long person) {
        return Fixtures.text("SELECT email FROM person WHERE id = ?", person);
    }

    private static void deliver() {
        program.getBean(MailJob.class).run();
    }

    /** A transaction that fails after it took an appointment. */
    @Singleton
    static class Changes {
        private final Appointments appointments;

        Changes(Appointments appointments) {
            this.appointments = appointments;
        }

        @Transactional
        void failAfter(Appointment appointment) {
            appointments.put(appointment);
            throw new IllegalStateException("rolled back");
        }
    }
}
