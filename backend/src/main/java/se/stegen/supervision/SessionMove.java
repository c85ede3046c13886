package se.stegen.supervision;

import java.time.LocalDate;

/**
 * Where a planned session goes.
 *
 * @param date the new day; may be the same
 * @param time the new time and place
 * @param reason why; needed
 * @param rest whether the later ones of its series move by as many days and get the same time and place
 */
public record SessionMove(LocalDate date, SessionTime time, String reason, boolean rest) {}
