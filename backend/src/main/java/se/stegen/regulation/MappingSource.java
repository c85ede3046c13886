package se.stegen.regulation;

/** Why a mapping is proposed. */
public enum MappingSource {
    /** The regulations' own lists of common goals. */
    RULE,
    /** The two have the same title. */
    SAME_TITLE,
    /** The two titles share words: look closely. */
    SIMILAR_TITLE,
    /** Nothing was found. */
    NONE
}
