package se.stegen.calendar;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.signin.LinkTokens;
import se.stegen.common.Today;
import se.stegen.notification.PublicAddress;

/** Everybody's own choices: whether appointments come by mail, and the private address that calendars subscribe to. */
@Singleton
public class CalendarService {
    private final AccessPolicy access;
    private final CalendarFeedRepository feeds;
    private final AppointmentRepository appointments;
    private final LinkTokens tokens;
    private final PublicAddress address;
    private final Today today;

    CalendarService(
            AccessPolicy access,
            CalendarFeedRepository feeds,
            AppointmentRepository appointments,
            LinkTokens tokens,
            PublicAddress address,
            Today today) {
        this.access = access;
        this.feeds = feeds;
        this.appointments = appointments;
        this.tokens = tokens;
        this.address = address;
        this.today = today;
    }

    /** The actor's own feed; empty where it is switched off. */
    @Transactional
    public Optional<CalendarFeed> feed(Actor actor) {
        access.requireSignedIn(actor);
        return feeds.findById(actor.personId())
                .map(row -> new CalendarFeed(row.createdAt(), row.lastFetchedAt(), row.lastFetchedBy()));
    }

    /** Makes a new address; a former one is unknown from this moment. The address is told here and nowhere else. */
    @Transactional
    public String makeFeed(Actor actor) {
        access.requireSignedIn(actor);
        String token = tokens.make();
        feeds.make(actor.personId(), LinkTokens.hash(token), today.utc());
        return address.of("/api/v1/calendar/" + token + ".ics");
    }

    /** Switches the feed off: its address is unknown from this moment. */
    @Transactional
    public void removeFeed(Actor actor) {
        access.requireSignedIn(actor);
        feeds.remove(actor.personId());
    }

    /** How many appointments the actor has from one day to another, both included. */
    @Transactional
    public int count(Actor actor, LocalDate from, LocalDate to) {
        access.requireSignedIn(actor);
        return appointments.count(actor.personId(), from, to);
    }

    /** Whether the actor gets invitations by mail. */
    @Transactional
    public boolean wantsInvitations(Actor actor) {
        access.requireSignedIn(actor);
        return feeds.wantsInvitations(actor.personId());
    }

    /** Switches invitations by mail on or off. */
    @Transactional
    public void wantInvitations(Actor actor, boolean wanted) {
        access.requireSignedIn(actor);
        feeds.wantInvitations(actor.personId(), wanted);
    }
}
