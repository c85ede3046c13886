package se.stegen.curriculum;

/** Group of a goal, in the order that lists have. */
public enum GoalGroup {
    /** Common to all specialties: a1-a6, STa1-STa7. */
    A,
    /** Common to most: b1-b5, STb1-STb4; which of them hold differs by specialty. */
    B,
    /** The specialty's own: c, STc. */
    C,
    /** Base service: BT1-BT18, base specialties under 2021. */
    BT
}
