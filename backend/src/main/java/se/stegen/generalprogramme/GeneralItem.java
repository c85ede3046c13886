package se.stegen.generalprogramme;

import java.util.List;
import se.stegen.iup.IupKind;

/**
 * An activity of a general programme.
 *
 * @param id key
 * @param kind what kind of activity
 * @param title what it is called
 * @param startMonth months of full time after the first day of ST at which it begins, 0-239
 * @param months how many months it takes, 1-240
 * @param assessmentMethod how it is assessed that the goals are reached; may be empty
 * @param goalCodes goals that it serves
 * @param version for optimistic locking
 */
public record GeneralItem(
        long id,
        IupKind kind,
        String title,
        int startMonth,
        int months,
        String assessmentMethod,
        List<String> goalCodes,
        int version) {}
