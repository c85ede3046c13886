package se.stegen.placement;

import java.math.BigDecimal;
import java.util.List;

/**
 * What at least three doctors say of the same thing, without who and when.
 *
 * @param title the course; empty for the placements at a clinic
 * @param answers how many evaluations, at least 3, by at least three doctors
 * @param supervision mean with one decimal
 * @param introduction mean with one decimal
 * @param learning mean with one decimal
 * @param recommend mean with one decimal
 * @param comments those that say something, in an order that tells nothing
 */
public record EvaluationSummary(
        String title,
        int answers,
        BigDecimal supervision,
        BigDecimal introduction,
        BigDecimal learning,
        BigDecimal recommend,
        List<String> comments) {}
