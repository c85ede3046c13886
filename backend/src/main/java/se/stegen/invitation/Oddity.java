package se.stegen.invitation;

/**
 * Something about an answer without sign-in that the studierektor should look at once. A fact, no accusation.
 *
 * @param detail the number, the domain, or who reported it
 */
public record Oddity(Kind kind, String detail) {
    /** What is odd. */
    public enum Kind {
        /** Asked for and answered in one browser. */
        SAME_DEVICE,
        /** Many answers on one day from one address. */
        MANY_BY_ADDRESS,
        /** Many answers without sign-in for one doctor on one day. */
        MANY_FOR_DOCTOR,
        /** The address is no employer's. */
        PRIVATE_DOMAIN,
        /** The address or the main supervisor says that it was somebody else. */
        REPORTED
    }
}
