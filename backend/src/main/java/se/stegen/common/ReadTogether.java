package se.stegen.common;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/**
 * Reads what one page shows in one transaction: one state of the database for all its parts, and one commit for their
 * entries in the access log instead of one each.
 */
@Singleton
public class ReadTogether {
    /** Runs what reads; a refusal of one part is one of the whole. */
    @Transactional
    public void run(Runnable parts) {
        parts.run();
    }
}
