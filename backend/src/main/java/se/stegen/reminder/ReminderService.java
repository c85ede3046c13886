package se.stegen.reminder;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.invitation.DigestService;

/** Everybody's own choice of reminders. */
@Singleton
public class ReminderService {
    private final AccessPolicy access;
    private final ReminderRepository rows;
    private final DigestService digests;

    ReminderService(AccessPolicy access, ReminderRepository rows, DigestService digests) {
        this.access = access;
        this.rows = rows;
        this.digests = digests;
    }

    /** The actor's own. */
    @Transactional
    public ReminderSettings settings(Actor actor) {
        access.requireSignedIn(actor);
        boolean on = digests.wants(actor);
        ReminderSettings usual = ReminderSettings.USUAL;
        return rows.findById(actor.personId())
                .map(row -> row.settings(on))
                .orElseGet(() -> new ReminderSettings(
                        on, usual.weekday(), usual.toSign(), usual.plan(), usual.meetings(), usual.clinic()));
    }

    /** Keeps the actor's choice; switched on also where it was stopped by a link. */
    @Transactional
    public void save(Actor actor, ReminderSettings settings) {
        access.requireSignedIn(actor);
        digests.want(actor, settings.on());
        rows.keep(
                actor.personId(),
                settings.weekday().getValue(),
                settings.toSign(),
                settings.plan(),
                settings.meetings(),
                settings.clinic());
    }
}
