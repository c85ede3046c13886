package se.stegen.survey;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of a round's answers may be shown, so that neither a number nor a difference of numbers tells of fewer than five
 * people. Per group, since no figure over groups is ever shown:
 *
 * <ul>
 *   <li>a clinic's group is shown from five answers on (at one clinic everybody answers once);
 *   <li>the group pooled over the round's clinics is shown from five people on (somebody may answer at several clinics),
 *       and only where those whose clinics are not shown are nobody or five people at least: else the shown clinics
 *       taken from the whole would tell of them;
 *   <li>and only where at least three clinics have answers: of two, who leads one takes the own clinic from the whole and
 *       has the other's.
 * </ul>
 *
 * Pure; a round never changes once it is closed, so that two looks at different times cannot be compared either.
 */
final class Disclosure {
    private static final int POOLED_CLINICS = 3;

    private Disclosure() {}

    /**
     * What is shown of a group.
     *
     * @param surveys the surveys whose own figure is shown
     * @param pooled whether the round's figure is shown
     */
    record Shown(Set<Long> surveys, boolean pooled) {}

    /** What is shown of a group whose answerers are these people, by survey. */
    static Shown of(Map<Long, ? extends Collection<Long>> answered) {
        Set<Long> shown = new HashSet<>();
        Set<Long> everybody = new HashSet<>();
        Set<Long> hidden = new HashSet<>();
        Set<Long> answering = new HashSet<>();
        new TreeMap<>(answered).forEach((survey, people) -> {
            everybody.addAll(people);
            if (!people.isEmpty()) {
                answering.add(survey);
            }
            if (people.size() >= SurveyRules.SHOWN_FROM) {
                shown.add(survey);
            } else {
                hidden.addAll(people);
            }
        });
        boolean pooled = answering.size() >= POOLED_CLINICS
                && everybody.size() >= SurveyRules.SHOWN_FROM
                && (hidden.isEmpty() || hidden.size() >= SurveyRules.SHOWN_FROM);
        return new Shown(Set.copyOf(shown), pooled);
    }
}
