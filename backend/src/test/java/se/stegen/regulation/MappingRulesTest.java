package se.stegen.regulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.stegen.curriculum.Goal;
import se.stegen.curriculum.GoalGroup;

class MappingRulesTest {
    private static final List<Goal> GOALS = List.of(
            goal("STa2", GoalGroup.A, "Systematiskt kvalitets- och patientsäkerhetsarbete"),
            goal("STa5", GoalGroup.A, "Ledarskap"),
            goal("STa6", GoalGroup.A, "Lärande"),
            goal("STb1", GoalGroup.B, "Kommunikation med patienter och närstående"),
            goal("STc1", GoalGroup.C, "Akuta kirurgiska och urologiska sjukdomar"),
            goal("STc2", GoalGroup.C, "Nedre gastrointestinalkanalen, stomi, proktologi"),
            goal("STc3", GoalGroup.C, "Läkemedelsbehandling inom specialiteten"),
            goal("STc4", GoalGroup.C, "Lagar och andra författningar för specialiteten"),
            goal("BT15", GoalGroup.BT, "Läkemedelsbehandling"));

    private static Goal goal(String code, GoalGroup group, String title) {
        return new Goal(code, group, title, null, true);
    }

    private static MappingRules.Found propose(String code, GoalGroup group, String title) {
        return MappingRules.propose(goal(code, group, title), GOALS);
    }

    private static MappingRules.Found found(MappingSource source, String... to) {
        return new MappingRules.Found(List.of(to), source);
    }

    @Test
    void commonGoalsByTheLists() {
        assertEquals(
                found(MappingSource.RULE, "STa5", "STa6"),
                propose("a1", GoalGroup.A, "Medarbetarskap, ledarskap och pedagogik"));
        assertEquals(
                found(MappingSource.RULE, "STa2"),
                propose("a4", GoalGroup.A, "Systematiskt kvalitets- och patientsäkerhetsarbete"));
    }

    @Test
    void aCommonGoalThatTheNewEditionLacksIsNotProposed() {
        assertEquals(found(MappingSource.NONE), propose("a6", GoalGroup.A, "Lagar och andra föreskrifter"));
    }

    @Test
    void pharmaceuticalsBecameAGoalOfTheSpecialty() {
        assertEquals(found(MappingSource.SIMILAR_TITLE, "STc3"), propose("b3", GoalGroup.B, "Läkemedel"));
    }

    @Test
    void ownGoalsByTheirTitles() {
        assertEquals(
                found(MappingSource.SAME_TITLE, "STc1"),
                propose("c7", GoalGroup.C, "Akuta kirurgiska och urologiska sjukdomar"));
        assertEquals(
                found(MappingSource.SIMILAR_TITLE, "STc2"),
                propose("c8", GoalGroup.C, "Nedre gastrointestinalkanalen, proktologi, laparoskopi"));
        assertEquals(
                found(MappingSource.SIMILAR_TITLE, "STc4"),
                propose("c9", GoalGroup.C, "Lagar och andra föreskrifter för specialiteten"));
        assertEquals(found(MappingSource.NONE), propose("c10", GoalGroup.C, "Bröstkirurgi"));
        assertEquals(found(MappingSource.NONE), propose("c11", GoalGroup.C, "För specialiteten"));
    }
}
