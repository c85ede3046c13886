package se.stegen.reminder;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Problem;
import se.stegen.common.Today;
import se.stegen.guideline.GuidelineService;

/** What has waited longer for one person's hand than the guideline lets it: on the studierektor's screen, by name. */
@Singleton
public class EscalationService {
    /** Where no profile says anything; the same as in {@code reference/guideline-profiles.csv}. */
    private static final int USUAL_DAYS = 14;

    private final AccessPolicy access;
    private final AccessLog log;
    private final EscalationQuery query;
    private final GuidelineService guidelines;
    private final Today today;

    EscalationService(
            AccessPolicy access, AccessLog log, EscalationQuery query, GuidelineService guidelines, Today today) {
        this.access = access;
        this.log = log;
        this.query = query;
        this.guidelines = guidelines;
        this.today = today;
    }

    /** How much has waited long at one clinic. */
    public record Count(long clinicId, String clinicName, int waiting, int days) {}

    /** Whether the actor is told of what waits at the clinic: its studierektor and its head. */
    public boolean mayRead(Actor actor, long clinicId) {
        return actor.ledClinics().contains(clinicId);
    }

    /**
     * What has waited long at a clinic, by name.
     *
     * @throws Problem {@code NOT_FOUND} to who may not see the clinic's figures, {@code FORBIDDEN} to who does not lead it
     */
    @Transactional
    public Escalation ofClinic(Actor actor, long clinicId) {
        access.requireReadCompliance(actor, clinicId);
        if (!mayRead(actor, clinicId)) {
            throw Problem.forbidden();
        }
        log.scope(actor, Action.READ, "WAITING_LONG", clinicId, "clinic " + clinicId + " on " + today.date());
        return read(clinicId, guidelines.escalationDays(actor, List.of(clinicId), today.date()));
    }

    /** The clinics that the actor is studierektor of and where something has waited long, by name, in numbers. */
    @Transactional
    public List<Count> counts(Actor actor) {
        access.requireSignedIn(actor);
        Set<Long> ids = actor.clinics().getOrDefault(Role.STUDIEREKTOR, Set.of());
        if (ids.isEmpty()) {
            return List.of();
        }
        LocalDate day = today.date();
        List<EscalationQuery.Clinic> clinics = query.clinics(ids);
        Map<Long, Integer> days = guidelines.escalationDays(actor, ids, day);
        Map<Long, Integer> waiting = new HashMap<>();
        // Clinics of one organisation have the same days, so that they are asked for together.
        clinics.stream()
                .map(EscalationQuery.Clinic::id)
                .collect(Collectors.groupingBy(id -> days.getOrDefault(id, USUAL_DAYS)))
                .forEach((limit, same) -> query.counts(same, Today.startOf(day.minusDays(limit)), day)
                        .forEach(one -> waiting.put(one.clinicId(), one.waiting())));
        return clinics.stream()
                .filter(clinic -> waiting.containsKey(clinic.id()))
                .map(clinic -> new Count(
                        clinic.id(),
                        clinic.name(),
                        waiting.getOrDefault(clinic.id(), 0),
                        days.getOrDefault(clinic.id(), USUAL_DAYS)))
                .toList();
    }

    private Escalation read(long clinicId, Map<Long, Integer> byClinic) {
        LocalDate day = today.date();
        int days = byClinic.getOrDefault(clinicId, USUAL_DAYS);
        return new Escalation(days, query.waiting(clinicId, Today.startOf(day.minusDays(days)), day));
    }
}
