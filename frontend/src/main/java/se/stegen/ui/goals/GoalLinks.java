package se.stegen.ui.goals;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import se.stegen.access.AccessPolicy;
import se.stegen.access.PortfolioAccess;
import se.stegen.coverage.EvidenceKind;
import se.stegen.coverage.EvidenceService;
import se.stegen.curriculum.Goal;
import se.stegen.signing.RecordState;
import se.stegen.ui.bridge.CurrentActor;

/** Makes the card of linked goals for the screens of records. */
@Singleton
public class GoalLinks {
    private final EvidenceService service;
    private final AccessPolicy access;
    private final CurrentActor current;

    GoalLinks(EvidenceService service, AccessPolicy access, CurrentActor current) {
        this.service = service;
        this.access = access;
        this.current = current;
    }

    /**
     * The goals that a record was linked to afterwards; none where it is not signed or was voided, or where the reader
     * knows only this record of the portfolio.
     *
     * @param goals all goals of the programme
     */
    public Optional<RecordGoals> of(
            long programmeId, EvidenceKind kind, long recordId, RecordState state, List<Goal> goals) {
        if (state != RecordState.SIGNED
                || access.portfolioAccess(current.get(), programmeId).compareTo(PortfolioAccess.SIGNED) < 0) {
            return Optional.empty();
        }
        return Optional.of(new RecordGoals(service, current, programmeId, kind, recordId, goals));
    }
}
