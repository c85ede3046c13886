package se.stegen.regulation;

import java.util.List;
import se.stegen.curriculum.Goal;
import se.stegen.curriculum.Regulation;

/**
 * What a change would do, for the doctor to confirm line by line.
 *
 * @param regulation the new one
 * @param plannedMonths its least length, or the planned one where that is longer
 * @param lines one per goal of the old edition, in its order
 * @param goals all goals of the new edition, in its order
 */
public record RegulationProposal(Regulation regulation, int plannedMonths, List<MappingLine> lines, List<Goal> goals) {}
