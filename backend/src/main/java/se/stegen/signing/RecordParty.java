package se.stegen.signing;

/** What somebody is to a record. One person can be several of these; whoever is none may do nothing with it. */
public enum RecordParty {
    /** The doctor whose portfolio it is. */
    DOCTOR,
    /** The one who was asked to sign it, and nobody in that one's name. */
    SIGNER,
    /** The signer who started it unasked. */
    STARTER,
    /**
     * The main supervisor of that day, to what somebody without account signed: the author cannot come back to void it.
     */
    CONFIRMER,
    /** Nobody: time that has passed. */
    CLOCK
}
