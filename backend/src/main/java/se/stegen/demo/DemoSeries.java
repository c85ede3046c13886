package se.stegen.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** The named doctor's sessions of the term, booked in one go: one whose day passed without a word, and one ahead. */
final class DemoSeries {
    private static final String PLACE = "Rum 4, kirurgmottagningen";
    private static final int SILENT_DAYS = 9;

    private final DemoWriter out;
    private final LocalDate day;

    DemoSeries(DemoWriter out, LocalDate day) {
        this.out = out;
        this.day = day;
    }

    void fill() throws SQLException {
        long doctor = out.number("SELECT id FROM person WHERE username = ?", "st");
        long programme = out.number("SELECT id FROM programme WHERE person_id = ?", doctor);
        long ahead = out.number(
                "SELECT id FROM supervision WHERE programme_id = ? AND state = 'PLANNED' ORDER BY held_on DESC LIMIT 1",
                programme);
        long supervisor = out.number("SELECT supervisor_id FROM supervision WHERE id = ?", ahead);
        LocalDateTime booked = day.minusDays(60).atTime(10, 0);
        out.startAbove("supervision_series", "appointment");
        long series = out.add(
                "supervision_series",
                "programme_id, request_key, created_by, created_at",
                programme,
                "demo",
                doctor,
                booked);
        long missed = out.add(
                "supervision",
                "programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed, state, created_by, created_at,"
                        + " updated_at, starts_at, duration, place, series_id",
                programme,
                supervisor,
                day.minusDays(SILENT_DAYS),
                false,
                "",
                "",
                "PLANNED",
                doctor,
                booked,
                booked,
                "13:00",
                60,
                PLACE,
                series);
        out.add(
                "state_change",
                "record_kind, record_id, to_state, actor_id, changed_at",
                "SUPERVISION",
                missed,
                "PLANNED",
                doctor,
                booked);
        appointment(missed, doctor, supervisor, day.minusDays(SILENT_DAYS), booked);
        appointment(
                ahead,
                doctor,
                supervisor,
                LocalDate.ofEpochDay(
                        out.number("SELECT DATEDIFF(held_on, '1970-01-01') FROM supervision WHERE id = ?", ahead)),
                booked);
        out.flush();
        out.execute(
                "UPDATE supervision SET starts_at = '13:00', duration = 60, place = ?, series_id = ? WHERE id = ?",
                PLACE,
                series,
                ahead);
    }

    private void appointment(long session, long doctor, long supervisor, LocalDate on, LocalDateTime booked)
            throws SQLException {
        String name = out.texts("SELECT name FROM person WHERE id = ?", doctor).getFirst();
        long appointment = out.add(
                "appointment",
                "uid, kind, record_id, day, starts_at, minutes, place, about, path, sequence, changed_at",
                "demo-" + session + "@stegen",
                "SUPERVISION",
                session,
                on,
                "13:00",
                60,
                PLACE,
                name,
                "supervision/" + session,
                0,
                booked);
        for (long person : List.of(doctor, supervisor)) {
            out.link("appointment_person", "appointment_id, person_id", appointment, person);
        }
    }
}
