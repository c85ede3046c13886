package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;

/**
 * What is asked for.
 *
 * @param templateCode the form, one that the doctor's clinic offers; its newest version is used
 * @param observedOn day of the observation; null is today
 * @param assessorId who assesses and signs; null where that one has no account, or is not named yet
 * @param assessorEmail address of an assessor without account; null otherwise
 * @param goalCodes at least one goal that it is linked to when it is sent
 * @param competences general competences added to those of the form, e.g. LEADERSHIP
 * @param context the situation, never a patient's identity; up to 2 000 characters
 */
public record AssessmentRequest(
        String templateCode,
        @Nullable LocalDate observedOn,
        @Nullable Long assessorId,
        @Nullable String assessorEmail,
        List<String> goalCodes,
        List<String> competences,
        @Nullable String context) {

    /** The same, asked of this assessor. */
    AssessmentRequest to(Assessor assessor) {
        return new AssessmentRequest(
                templateCode, observedOn, assessor.personId(), assessor.email(), goalCodes, competences, context);
    }
}
