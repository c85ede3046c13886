package se.stegen.survey;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.Today;
import se.stegen.job.Job;

/** Asks on a survey's first day and reminds on its day; what fails for one survey is no matter of the others. */
@Singleton
class SurveyJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(SurveyJob.class);

    private final SurveyRepository surveys;
    private final SurveyInvitations invitations;
    private final Today today;

    SurveyJob(SurveyRepository surveys, SurveyInvitations invitations, Today today) {
        this.surveys = surveys;
        this.invitations = invitations;
        this.today = today;
    }

    @Override
    public String name() {
        return "surveys";
    }

    @Override
    public When when() {
        return new When.Every(Duration.ofMinutes(15));
    }

    @Override
    public void run() {
        each(surveys.toInvite(today.date()), invitations::invite);
        each(surveys.toRemind(today.date()), invitations::remind);
    }

    private static void each(List<Long> ids, LongConsumer step) {
        for (long id : ids) {
            try {
                step.accept(id);
            } catch (RuntimeException e) {
                LOG.warn("Survey {} was not sent out; it is tried again", id, e);
            }
        }
    }
}
