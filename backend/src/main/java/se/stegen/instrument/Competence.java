package se.stegen.instrument;

/** General competences that an assessment can show (indicator GENERAL_COMPETENCE). */
public enum Competence {
    LEADERSHIP,
    COMMUNICATION,
    TEACHING,
    SUPERVISING,
    SCIENCE,
    QUALITY
}
