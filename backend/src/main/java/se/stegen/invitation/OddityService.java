package se.stegen.invitation;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.programme.ProgrammeChanges;

/** What the studierektor looks at once: odd answers without sign-in at a clinic. */
@Singleton
public class OddityService {
    private final AccessPolicy access;
    private final AccessLog log;
    private final OddityRepository rows;
    private final ProgrammeChanges changes;
    private final Today today;

    OddityService(AccessPolicy access, AccessLog log, OddityRepository rows, ProgrammeChanges changes, Today today) {
        this.access = access;
        this.log = log;
        this.rows = rows;
        this.changes = changes;
        this.today = today;
    }

    /** What nobody has looked at yet, the latest first; for the STUDIEREKTOR there. */
    @Transactional
    public List<OddAnswer> unchecked(Actor actor, long clinicId) {
        access.requireCheckOddities(actor, clinicId);
        log.scope(actor, AccessLog.Action.READ, "ODDITIES", clinicId, "clinic");
        return rows.unchecked(clinicId, today.date());
    }

    /** Kontrollerad, with a note of what was found; a second tick changes nothing. */
    @Transactional
    public void check(Actor actor, long oddityId, @Nullable String note) {
        long clinic = rows.clinicOfOddity(oddityId, today.date()).orElseThrow(Problem::notFound);
        access.requireCheckOddities(actor, clinic);
        rows.check(oddityId, actor.personId(), today.utc(), Texts.optional("note", note, 2000));
        changes.changed(rows.programmeOfOddity(oddityId));
        log.scope(actor, AccessLog.Action.CHANGE, "ODDITIES", oddityId, "clinic " + clinic);
    }
}
