package se.stegen.iup;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Planned activity of a plan (IUP).
 *
 * @param id key; stays the same through all versions of the plan
 * @param kind what kind of activity
 * @param title what is planned, 1-200 characters
 * @param from first day
 * @param to last day, not before {@code from}
 * @param goalCodes goals that it serves, in the curriculum's order
 * @param assessmentMethod how it is assessed that the goals are reached; may be empty
 * @param leader course leader or supervisor of this part; may be empty
 * @param note anything else; may be empty
 * @param placementId the placement that was booked for it; null where none was
 * @param version for optimistic locking
 */
@Serdeable
public record IupItem(
        long id,
        IupKind kind,
        String title,
        LocalDate from,
        LocalDate to,
        List<String> goalCodes,
        String assessmentMethod,
        String leader,
        String note,
        @Nullable Long placementId,
        int version) {

    /** The same as it is written: for a change of some of it. */
    public IupItemData data() {
        return new IupItemData(id, kind.name(), title, from, to, goalCodes, assessmentMethod, leader, note);
    }

    /** Whether both say the same, whatever their versions. */
    public boolean saysTheSameAs(IupItem other) {
        return data().serving(List.of()).equals(other.data().serving(List.of()))
                && Set.copyOf(goalCodes).equals(Set.copyOf(other.goalCodes));
    }
}
