package se.stegen.collegium;

/** What a collegium comes to. */
public enum Judgement {
    /** Utvecklas som väntat. */
    ON_TRACK,
    /** Behöver stöd. */
    NEEDS_SUPPORT,
    /** Åtgärdsplan (HSLF-FS 2021:8, 5 kap. 7 §). */
    ACTION_PLAN
}
