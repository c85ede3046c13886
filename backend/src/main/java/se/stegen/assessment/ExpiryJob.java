package se.stegen.assessment;

import jakarta.inject.Singleton;
import java.time.Duration;
import se.stegen.job.Job;

/** Ends unanswered requests, every hour. */
@Singleton
final class ExpiryJob implements Job {
    private final AssessmentService assessments;

    ExpiryJob(AssessmentService assessments) {
        this.assessments = assessments;
    }

    @Override
    public String name() {
        return "expire-assessment-requests";
    }

    @Override
    public When when() {
        return new When.Every(Duration.ofHours(1));
    }

    @Override
    public void run() {
        assessments.expire();
    }
}
