package se.stegen.rest;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import se.stegen.testing.Fixtures;

/** Reviews and actions that the matrix is tried on. */
final class MatrixReviews {
    private final ToLongFunction<String> person;
    private final long clinic;
    private final LocalDate today;

    MatrixReviews(ToLongFunction<String> person, long clinic, LocalDate today) {
        this.person = person;
        this.clinic = clinic;
        this.today = today;
    }

    void addTo(Map<String, Supplier<String>> makers) {
        makers.put("review", () -> Long.toString(review("CONFIRMED")));
        makers.put("draftReview", () -> Long.toString(review("DRAFT")));
        makers.put("reviewAction", () -> Long.toString(action(review("CONFIRMED"), person.applyAsLong("named"))));
        makers.put("draftAction", () -> Long.toString(action(review("DRAFT"), null)));
    }

    private long review(String state) {
        return Fixtures.insert(
                "INSERT INTO review (clinic_id, kind, state, reviewed_on, strengths, weaknesses, potential, unsorted,"
                        + " created_by, created_at, updated_at)"
                        + " VALUES (?, 'EXTERNAL', ?, ?, '', '', '', '', ?, NOW(6), NOW(6))",
                clinic,
                state,
                today,
                person.applyAsLong("srek"));
    }

    private static long action(long review, @Nullable Long owner) {
        return Fixtures.insert(
                "INSERT INTO review_action (review_id, position, area, item, planned_action, due_text, responsible,"
                        + " follow_up_text, follow_up_responsible, owner_id, state, evidence, updated_at)"
                        + " VALUES (?, 0, 'F', '', 'x', '', '', '', '', ?, 'OPEN', '', NOW(6))",
                review,
                owner);
    }
}
