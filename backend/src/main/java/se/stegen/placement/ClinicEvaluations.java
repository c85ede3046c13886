package se.stegen.placement;

import java.util.List;
import java.util.Optional;

/**
 * What a clinic may see of evaluations.
 *
 * @param clinicId the clinic
 * @param clinicName its name
 * @param placements what doctors say of placements there; empty below three doctors
 * @param courses what its own doctors say of courses, by title; only those with three doctors or more
 */
public record ClinicEvaluations(
        long clinicId, String clinicName, Optional<EvaluationSummary> placements, List<EvaluationSummary> courses) {}
