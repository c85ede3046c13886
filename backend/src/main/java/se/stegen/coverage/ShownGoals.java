package se.stegen.coverage;

import java.util.List;

/**
 * The goals that a record shows, by the programme's regulation of today: what it says of goals of an earlier one is
 * carried over by the doctor's mapping.
 *
 * @param named those that it names itself
 * @param linked those that it was only linked to afterwards
 */
public record ShownGoals(List<String> named, List<String> linked) {}
