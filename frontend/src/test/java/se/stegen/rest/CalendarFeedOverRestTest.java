package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.annotation.Nullable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.calendar.Appointment;
import se.stegen.calendar.AppointmentKind;
import se.stegen.calendar.Appointments;
import se.stegen.calendar.CalendarService;
import se.stegen.common.Today;
import se.stegen.testing.Fixtures;

/** The private feed as calendars fetch it: again and again, and nothing is sent twice that they have. */
class CalendarFeedOverRestTest {
    @Test
    void whatIsKnownIsNotSentAgainUntilItChanges() {
        String address = TestServer.address();
        Actor doctor = Fixtures.actor(Fixtures.person("Anna Berg"));
        String path = URI.create(TestServer.bean(CalendarService.class).makeFeed(doctor))
                .getPath();
        LocalDate today = TestServer.bean(Today.class).date();
        put(doctor, today.plusDays(3));
        HttpResponse<String> first = fetch(address + path, null);
        assertEquals(200, first.statusCode());
        assertEquals(
                "text/calendar;charset=UTF-8", header(first, "Content-Type").replace(" ", ""));
        assertTrue(first.body().startsWith("BEGIN:VCALENDAR\r\n"), first.body());
        String tag = header(first, "ETag");
        assertTrue(tag.matches("\"[0-9a-f]{64}\""), tag);
        assertTrue(header(first, "Last-Modified").endsWith(" GMT"));
        assertEquals("private, no-cache", header(first, "Cache-Control"));
        for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag}) {
            HttpResponse<String> again = fetch(address + path, known);
            assertEquals(304, again.statusCode(), known);
            assertEquals("", again.body());
            assertEquals(tag, header(again, "ETag"));
        }
        assertEquals(200, fetch(address + path, "\"other\"").statusCode());
        put(doctor, today.plusDays(4));
        HttpResponse<String> changed = fetch(address + path, tag);
        assertEquals(200, changed.statusCode());
        assertNotEquals(tag, header(changed, "ETag"));
        assertEquals(404, fetch(address + path.replace(".ics", "x.ics"), tag).statusCode());
    }

    private static void put(Actor doctor, LocalDate day) {
        TestServer.bean(Appointments.class)
                .put(new Appointment(
                        AppointmentKind.SUPERVISION,
                        day.toEpochDay() * 1_000_000 + doctor.personId(),
                        day,
                        null,
                        60,
                        "",
                        "Anna Berg",
                        "supervision/1",
                        Set.of(doctor.personId())));
    }

    private static HttpResponse<String> fetch(String address, @Nullable String known) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (known != null) {
            request.header("If-None-Match", known);
        }
        return TestServer.send(request);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
