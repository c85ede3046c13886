package se.stegen.regulation;

import java.util.List;
import se.stegen.curriculum.Goal;

/**
 * One line of a proposal.
 *
 * @param from the old goal
 * @param to codes of the new goals that are proposed; may be empty
 * @param source why
 * @param used how many activities, placements and records are linked to the old goal
 */
public record MappingLine(Goal from, List<String> to, MappingSource source, int used) {}
