package se.stegen.programme;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import se.stegen.common.Problem;
import se.stegen.common.Today;

/** Programmes with their posts, main supervisors, placements and leaves. */
@Singleton
public class ProgrammeService {
    private final ProgrammeRepository programmes;
    private final Today today;

    ProgrammeService(ProgrammeRepository programmes, Today today) {
        this.programmes = programmes;
        this.today = today;
    }

    /**
     * For other features, which have asked the policy already: the facts of a programme as they are today.
     *
     * @throws Problem {@code NOT_FOUND}
     */
    @ReadOnly
    public ProgrammeFacts facts(long programmeId) {
        return programmes.facts(programmeId, today.date()).orElseThrow(Problem::notFound);
    }
}
