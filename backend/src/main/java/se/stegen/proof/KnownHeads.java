package se.stegen.proof;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Heads of chains of which this process knows that a key of ours signed them, since it did so itself or has verified them
 * once: whether a signature fits is the same each time. A head that differs in anything is verified anew. Spares those
 * who sign many in a row the dearest part of a signing.
 */
final class KnownHeads {
    private static final int MOST = 2000;

    private final ProofKeys keys;
    private final Map<Long, ChainRow> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ChainRow> eldest) {
            return size() > MOST;
        }
    };

    KnownHeads(ProofKeys keys) {
        this.keys = keys;
    }

    /** Whether a key of ours signed the head. */
    boolean holds(ChainRow head) {
        synchronized (known) {
            if (head.equals(known.get(head.programmeId()))) {
                return true;
            }
        }
        boolean holds = head.holds(keys);
        if (holds) {
            remember(head);
        }
        return holds;
    }

    /** A head that we have just signed. */
    void remember(ChainRow head) {
        synchronized (known) {
            known.put(head.programmeId(), head);
        }
    }
}
