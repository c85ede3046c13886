package se.stegen.teaching;

import jakarta.inject.Singleton;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.Today;
import se.stegen.job.Job;

/**
 * Each night: doctors who have got a post or a placement since a session was planned are invited to it, and those who will
 * not be there any more are taken off. It keeps nothing of its own: what one night did not reach, the next finds.
 */
@Singleton
final class TeachingInvitationJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(TeachingInvitationJob.class);
    private static final LocalTime NIGHT = LocalTime.of(4, 40);

    private final TeachingRepository sessions;
    private final TeachingInvitations invitations;
    private final Today today;

    TeachingInvitationJob(TeachingRepository sessions, TeachingInvitations invitations, Today today) {
        this.sessions = sessions;
        this.invitations = invitations;
        this.today = today;
    }

    @Override
    public String name() {
        return "teaching-invitations";
    }

    @Override
    public When when() {
        return new When.Daily(NIGHT);
    }

    @Override
    public void run() {
        for (long id : sessions.invitedOtherwise(today.date())) {
            try {
                invitations.book(id);
            } catch (RuntimeException e) {
                LOG.warn("The invitations to session {} were not brought up to date; it is tried again", id, e);
            }
        }
    }
}
