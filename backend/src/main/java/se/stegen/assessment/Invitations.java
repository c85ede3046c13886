package se.stegen.assessment;

import se.stegen.access.Actor;

/**
 * How somebody without account is asked, and how the way to answer is closed again. Called in the transaction of the step;
 * built by {@code se.stegen.invitation}, which knows of assessments while they need not know of it.
 */
public interface Invitations {
    /** Why the way to answer is closed. */
    enum Closed {
        SIGNED,
        DECLINED,
        FORWARDED,
        WITHDRAWN,
        EXPIRED,
        /** Only links from before newer ones left the older ones open. */
        RENEWED
    }

    /** The request was sent, forwarded or reminded of: the address is asked; links to others stop working. */
    void ask(Actor asker, Request request, Reason reason);

    /** The request waits no longer: its links stop working, and say why. */
    void close(long assessmentId, Closed closed);

    /** Reminds somebody with an account by mail. */
    void remind(Actor asker, Request request, long assessorId);

    /** Tells the studierektor that an answer without sign-in may have been given by somebody else. */
    void report(long assessmentId, String what);

    /** Why mail goes out. */
    enum Reason {
        ASKED,
        FORWARDED,
        REMINDED
    }

    /**
     * What is asked, without a word of the portfolio.
     *
     * @param email who is asked
     * @param doctorName who is to be assessed
     * @param templateName name of the form, Swedish
     * @param doctorId who is told where the mail cannot be delivered
     */
    record Request(
            long assessmentId,
            String email,
            long doctorId,
            String doctorName,
            String templateName,
            java.time.LocalDate observedOn,
            java.time.LocalDateTime expiresAt) {}
}
