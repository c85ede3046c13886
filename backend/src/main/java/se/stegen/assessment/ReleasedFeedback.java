package se.stegen.assessment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import se.stegen.access.Actor;
import se.stegen.common.Today;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordState;
import se.stegen.signing.StateHistory;

/**
 * The assessment that a released 360 becomes, on the version of the form that its round was answered on, whatever the
 * clinic offers today. For the feature that has asked the policy.
 */
@Singleton
public class ReleasedFeedback {
    private final AssessmentQuery assessments;
    private final StateHistory history;
    private final Today today;

    ReleasedFeedback(AssessmentQuery assessments, StateHistory history, Today today) {
        this.assessments = assessments;
        this.history = history;
        this.today = today;
    }

    /** Begins it as a draft of the supervisor, dated today; {@link AssessorService#sign} signs it. Gives its key. */
    @Transactional
    public long begin(Actor supervisor, long programmeId, long templateId, String context) {
        long id = assessments
                .save(AssessmentRow.draft(
                        programmeId,
                        templateId,
                        Assessor.person(supervisor.personId()),
                        today.date(),
                        context,
                        "",
                        supervisor.personId(),
                        today.utc()))
                .id();
        history.add(supervisor, RecordKind.ASSESSMENT, id, null, RecordState.DRAFT, null);
        return id;
    }
}
