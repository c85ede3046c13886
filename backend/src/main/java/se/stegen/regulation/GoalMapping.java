package se.stegen.regulation;

import java.util.List;

/**
 * What an old goal serves under the new regulation.
 *
 * @param from goal of the edition before
 * @param to goals of the edition after; none where nothing corresponds
 */
public record GoalMapping(String from, List<String> to) {}
