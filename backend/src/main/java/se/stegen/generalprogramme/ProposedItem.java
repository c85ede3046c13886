package se.stegen.generalprogramme;

import java.time.LocalDate;
import java.util.List;
import se.stegen.iup.IupKind;

/**
 * An activity of the clinic's general programme on the days that it would have for one doctor.
 *
 * @param generalItemId the activity that it comes from
 * @param kind what kind of activity
 * @param title what it is called
 * @param from first day
 * @param to last day
 * @param assessmentMethod how it is assessed; may be empty
 * @param goalCodes those of its goals that the doctor's curriculum has
 * @param missingGoals those that it doesn't have, to be named to the doctor
 */
public record ProposedItem(
        long generalItemId,
        IupKind kind,
        String title,
        LocalDate from,
        LocalDate to,
        String assessmentMethod,
        List<String> goalCodes,
        List<String> missingGoals) {}
