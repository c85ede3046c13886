package se.stegen.organisation;

/** What a person is qualified in. */
public enum QualificationKind {
    /** Specialist competence in a specialty. */
    SPECIALIST,
    /** Handledarutbildning. */
    SUPERVISOR_TRAINING
}
