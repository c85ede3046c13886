package se.stegen.regulation;

import java.util.List;
import java.util.Optional;

/**
 * Where a programme stands with its regulation.
 *
 * @param regulation {@code 2015} or {@code 2021}
 * @param edition number of the edition of the goals that is frozen to the programme
 * @param newerEdition number of a later edition of the same goals, which the programme doesn't follow; empty where none
 * @param periods editions from when on, the first one first; empty while nothing has changed
 * @param mapping what the goals of before serve now; empty while nothing has changed
 */
public record RegulationHistory(
        String regulation,
        int edition,
        Optional<Integer> newerEdition,
        List<RegulationPeriod> periods,
        List<GoalMapping> mapping) {}
