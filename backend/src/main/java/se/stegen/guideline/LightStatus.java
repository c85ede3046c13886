package se.stegen.guideline;

/** A traffic light; always shown with its word and its fraction. */
public enum LightStatus {
    /** Grön. */
    GREEN,
    /** Gul. */
    YELLOW,
    /** Röd. */
    RED,
    /** Gäller ej. */
    NOT_APPLICABLE
}
