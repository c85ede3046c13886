package se.stegen.invitation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;

/** Whether one wants reminders by mail; everybody's own choice. */
@Singleton
public class DigestService {
    private final AccessPolicy access;
    private final DigestQuery rows;

    DigestService(AccessPolicy access, DigestQuery rows) {
        this.access = access;
        this.rows = rows;
    }

    /** Whether the actor gets digests. */
    @Transactional
    public boolean wants(Actor actor) {
        access.requireSignedIn(actor);
        return rows.wants(actor.personId());
    }

    /** Switches them on or off; on also where they were stopped by a link. */
    @Transactional
    public void want(Actor actor, boolean wanted) {
        access.requireSignedIn(actor);
        rows.want(actor.personId(), wanted);
        if (wanted) {
            rows.emailOf(actor.personId()).ifPresent(email -> rows.stop(Digests.hash(email), null));
        }
    }
}
