package se.stegen.programme;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** What other features ask about closed clinics, after they have asked the policy; hence without an actor. */
@Singleton
public class ClosedClinics {
    private final ClosingRepository closings;

    ClosedClinics(ClosingRepository closings) {
        this.closings = closings;
    }

    /** Those of the clinics that are open on the day, in their order: lists and pooled figures are of them. */
    public List<Long> open(Collection<Long> clinicIds, LocalDate day) {
        if (clinicIds.isEmpty()) {
            return List.of();
        }
        Set<Long> closed = new HashSet<>(closings.closed(clinicIds, day));
        return clinicIds.stream().filter(id -> !closed.contains(id)).toList();
    }

    /**
     * Refuses a time at a clinic that goes on after its last day with {@code CLINIC_CLOSED} on the field. Holds the clinic
     * until the transaction ends, so that it does not close meanwhile: ask before a programme is held, as who closes does.
     */
    void requireOpen(String field, long clinicId, @Nullable LocalDate end) {
        closings.hold(clinicId);
        closings.one(clinicId)
                .filter(closing -> end == null || end.isAfter(closing.lastDay()))
                .ifPresent(closing -> {
                    throw Problem.field(
                            field,
                            ProblemCode.CLINIC_CLOSED,
                            closing.clinicName(),
                            closing.lastDay().toString());
                });
    }
}
