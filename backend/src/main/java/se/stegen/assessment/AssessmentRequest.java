package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;

/**
 * What is asked for.
 *
 * @param templateCode the form; its newest version is used
 * @param observedOn day of the observation; null is today
 * @param assessorId who assesses and signs
 * @param goalCodes at least one goal that it is linked to when it is sent
 * @param competences general competences added to those of the form, e.g. LEADERSHIP
 * @param context the situation, never a patient's identity; up to 2 000 characters
 */
public record AssessmentRequest(
        String templateCode,
        @Nullable LocalDate observedOn,
        long assessorId,
        List<String> goalCodes,
        List<String> competences,
        @Nullable String context) {}
