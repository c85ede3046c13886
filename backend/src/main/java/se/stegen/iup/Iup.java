package se.stegen.iup;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.stegen.access.IupApprover;
import se.stegen.signing.StateChange;

/**
 * Individuellt utbildningsprogram (IUP): one doctor's plan as it is worked on.
 *
 * @param programmeId whose
 * @param doctorName the doctor
 * @param curriculumId the edition of the goals
 * @param state where it stands
 * @param from first day of the programme
 * @param to last day that can be planned for
 * @param items activities by first day
 * @param versions approved versions, the latest first
 * @param approvers who must approve: of what was sent, or by today's profile
 * @param approvals who has approved what is sent now
 * @param deadline last day for the first approval; null where there is none
 * @param sentAt UTC; null where it is not sent now
 * @param changedAt UTC; null for a plan that nobody has begun
 * @param reason why it was returned; null unless it is
 * @param history steps, oldest first
 * @param mayEdit whether the reader may change it now
 * @param mayApprove as what the reader may approve or return it now; empty for nobody
 * @param version for optimistic locking
 */
public record Iup(
        long programmeId,
        String doctorName,
        long curriculumId,
        IupState state,
        LocalDate from,
        LocalDate to,
        List<IupItem> items,
        List<IupVersion> versions,
        Set<IupApprover> approvers,
        List<IupApproval> approvals,
        @Nullable LocalDate deadline,
        @Nullable LocalDateTime sentAt,
        @Nullable LocalDateTime changedAt,
        @Nullable String reason,
        List<StateChange> history,
        boolean mayEdit,
        Set<IupApprover> mayApprove,
        int version) {

    /** The same plan with other activities, as it stands after a change of them. */
    public Iup with(List<IupItem> changed, IupState newState, int newVersion) {
        return new Iup(
                programmeId,
                doctorName,
                curriculumId,
                newState,
                from,
                to,
                changed,
                versions,
                approvers,
                approvals,
                deadline,
                sentAt,
                changedAt,
                reason,
                history,
                mayEdit,
                mayApprove,
                newVersion);
    }

    /** The latest approved version. */
    public Optional<IupVersion> latest() {
        return versions.stream().findFirst();
    }

    /** The number that this plan gets when it is approved. */
    public int nextNumber() {
        return latest().map(IupVersion::number).orElse(0) + 1;
    }
}
