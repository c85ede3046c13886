package se.stegen.placement;

import java.time.LocalDate;
import java.util.List;

/**
 * A course of a doctor's plan (IUP).
 *
 * @param itemId the activity of the plan
 * @param title what it is called
 * @param from first day
 * @param to last day
 * @param leader course leader; may be empty
 * @param goalCodes goals that it serves
 * @param state where it stands today
 */
public record Course(
        long itemId,
        String title,
        LocalDate from,
        LocalDate to,
        String leader,
        List<String> goalCodes,
        CourseState state) {}
