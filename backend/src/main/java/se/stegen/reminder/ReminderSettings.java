package se.stegen.reminder;

import java.time.DayOfWeek;

/**
 * What a person is reminded of by mail.
 *
 * @param on whether at all
 * @param weekday the day of the weekly digest
 * @param toSign what waits for the person's signature or answer
 * @param plan the person's own plan and records
 * @param meetings the coming week's appointments, and talks to prepare, hold or close
 * @param clinic what has waited long at the clinics that the person is studierektor of
 */
public record ReminderSettings(
        boolean on, DayOfWeek weekday, boolean toSign, boolean plan, boolean meetings, boolean clinic) {
    /** Everything, on Mondays. */
    public static final ReminderSettings USUAL = new ReminderSettings(true, DayOfWeek.MONDAY, true, true, true, true);
}
