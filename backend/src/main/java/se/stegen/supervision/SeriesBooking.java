package se.stegen.supervision;

import java.time.LocalDate;
import java.util.List;

/**
 * Sessions to be booked in one go.
 *
 * @param supervisorId with whom
 * @param key the booking's own word of up to 64 characters: the same one twice is one booking
 * @param time when and where; the time is needed
 * @param days 1-40 days from today on, each once
 */
public record SeriesBooking(long supervisorId, String key, SessionTime time, List<LocalDate> days) {}
