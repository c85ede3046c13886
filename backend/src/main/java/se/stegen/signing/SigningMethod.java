package se.stegen.signing;

/** How the one who signed was known to be that person. */
public enum SigningMethod {
    /** Signed in with an own account. */
    SIGNED_IN,
    /** On the doctor's device, with the signer's own PIN. */
    PIN,
    /** Utan inloggning: by a one-time link sent to an address; counts once the main supervisor has confirmed it. */
    LINK
}
