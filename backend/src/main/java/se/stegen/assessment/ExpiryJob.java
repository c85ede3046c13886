package se.stegen.assessment;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Ends unanswered requests, every hour and once soon after the start. */
@Singleton
final class ExpiryJob {
    private final AssessmentService assessments;

    ExpiryJob(AssessmentService assessments) {
        this.assessments = assessments;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1h")
    void run() {
        assessments.expire();
    }
}
