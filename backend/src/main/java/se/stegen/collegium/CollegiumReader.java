package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.collegium.CollegiumRepository.TraineeRow;
import se.stegen.collegium.SpecialistRepository.ConflictRow;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** Reads a collegium as somebody who plans it may see it: nothing of a matter with a conflict of interest. */
@Singleton
class CollegiumReader {
    private final AccessPolicy access;
    private final CollegiumRepository collegia;
    private final SpecialistRepository specialists;
    private final OutcomeRepository outcomes;
    private final ActionRepository actions;
    private final CollegiumJson json;

    CollegiumReader(
            AccessPolicy access,
            CollegiumRepository collegia,
            SpecialistRepository specialists,
            OutcomeRepository outcomes,
            ActionRepository actions,
            CollegiumJson json) {
        this.access = access;
        this.collegia = collegia;
        this.specialists = specialists;
        this.outcomes = outcomes;
        this.actions = actions;
        this.json = json;
    }

    /** The meeting, where the actor plans it; {@code FORBIDDEN} for who only takes part, {@code NOT_FOUND}. */
    CollegiumRow kept(Actor actor, long id) {
        return kept(actor, collegia.findById(id).orElseThrow(Problem::notFound));
    }

    /** The same, locked: what is written in one meeting is written one after the other. */
    CollegiumRow locked(Actor actor, long id) {
        return kept(actor, collegia.lock(id).orElseThrow(Problem::notFound));
    }

    private CollegiumRow kept(Actor actor, CollegiumRow row) {
        if (!access.mayKeepCollegia(actor, row.clinicId())
                && specialists
                        .findByCollegiumIdAndPersonId(row.id(), actor.personId())
                        .isPresent()) {
            throw Problem.forbidden();
        }
        access.requireKeepCollegia(actor, row.clinicId());
        return row;
    }

    /** {@code STATE_CONFLICT} unless it is planned. */
    static void requirePlanned(CollegiumRow row) {
        if (row.state() != CollegiumState.PLANNED) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, row.state().name(), CollegiumState.PLANNED.name());
        }
    }

    /** The competences as they were when it was planned. */
    List<CollegiumCompetence> competences(CollegiumRow row) {
        return json.competences(row.headings());
    }

    String clinicName(CollegiumRow row) {
        return collegia.clinicName(row.clinicId()).orElse("");
    }

    /** The programmes in whose matter the person does not take part: by a conflict of interest, or as the doctor. */
    Set<Long> hiddenFrom(long collegiumId, long personId, List<TraineeRow> trainees) {
        Set<Long> hidden = specialists.conflicts(collegiumId).stream()
                .filter(conflict -> Objects.equals(conflict.personId(), personId))
                .map(ConflictRow::programmeId)
                .collect(Collectors.toCollection(HashSet::new));
        trainees.stream().filter(one -> one.personId() == personId).forEach(one -> hidden.add(one.programmeId()));
        return hidden;
    }

    /** {@code CONFLICT_OF_INTEREST} where the actor takes no part in the doctor's matter. */
    void requirePart(Actor actor, CollegiumRow row, long programmeId) {
        if (hiddenFrom(row.id(), actor.personId(), collegia.trainees(row.id(), row.meetsOn()))
                .contains(programmeId)) {
            throw Problem.of(ProblemCode.CONFLICT_OF_INTEREST);
        }
    }

    /** The doctor on the list, for somebody who takes part in the matter; {@code CONFLICT_OF_INTEREST}. */
    TraineeRow trainee(Actor actor, CollegiumRow row, long programmeId, String field) {
        List<TraineeRow> trainees = collegia.trainees(row.id(), row.meetsOn());
        TraineeRow trainee = trainees.stream()
                .filter(one -> one.programmeId() == programmeId)
                .findFirst()
                .orElseThrow(() -> Problem.field(field, ProblemCode.UNKNOWN_ID));
        if (hiddenFrom(row.id(), actor.personId(), trainees).contains(programmeId)) {
            throw Problem.of(ProblemCode.CONFLICT_OF_INTEREST);
        }
        return trainee;
    }

    /** Whether the doctor is at the clinic on the meeting's day. */
    static boolean isHere(CollegiumRow row, TraineeRow trainee) {
        Long clinicId = trainee.clinicId();
        return clinicId != null && clinicId == row.clinicId();
    }

    Collegium seenBy(Actor actor, CollegiumRow row) {
        List<TraineeRow> trainees = collegia.trainees(row.id(), row.meetsOn());
        List<ConflictRow> conflicts = specialists.conflicts(row.id());
        List<SpecialistRepository.NamedRow> asked = specialists.list(row.id());
        Map<Long, Set<Long>> viewed = new HashMap<>();
        specialists
                .views(row.id())
                .forEach(view -> viewed.computeIfAbsent(view.programmeId(), id -> new HashSet<>())
                        .add(view.specialistId()));
        Set<Long> hidden = hiddenFrom(row.id(), actor.personId(), trainees);
        Map<Long, Collegium.Draft> drafts = drafts(row.id());
        if (row.state() == CollegiumState.CLOSED) {
            // A doctor who has gone to another clinic since takes the outcome along: here it stays that it was held.
            drafts.keySet()
                    .retainAll(access.readable(
                            actor,
                            trainees.stream().map(TraineeRow::programmeId).toList(),
                            PortfolioAccess.ALL));
        }
        Long closedBy = row.closedBy();
        return new Collegium(
                row.id(),
                row.clinicId(),
                clinicName(row),
                row.meetsOn(),
                row.startsAt(),
                row.minutes(),
                row.place(),
                row.state(),
                row.cancelReason(),
                competences(row),
                closedBy == null ? null : collegia.personName(closedBy).orElse(null),
                row.closedAt(),
                trainees.stream()
                        .map(one -> trainee(
                                row,
                                one,
                                hidden.contains(one.programmeId()),
                                viewed.getOrDefault(one.programmeId(), Set.of()).size(),
                                asked.size(),
                                conflicts,
                                drafts.get(one.programmeId())))
                        .toList(),
                asked.stream()
                        .map(one -> new Collegium.Specialist(
                                one.id(), one.personId(), one.name(), one.answered(), conflictsOf(one.id(), conflicts)))
                        .toList(),
                access.mayCloseCollegium(actor, row.clinicId()),
                row.version());
    }

    private static Collegium.Trainee trainee(
            CollegiumRow row,
            TraineeRow one,
            boolean hidden,
            int viewed,
            int asked,
            List<ConflictRow> conflicts,
            Collegium.@Nullable Draft draft) {
        List<String> notPresent = conflicts.stream()
                .filter(conflict -> conflict.programmeId() == one.programmeId())
                .map(ConflictRow::name)
                .toList();
        return new Collegium.Trainee(
                one.programmeId(),
                one.personId(),
                one.name(),
                one.supervisorName(),
                one.offReason(),
                isHere(row, one) ? null : Objects.requireNonNullElse(one.atClinic(), ""),
                hidden,
                one.ownDone(),
                viewed,
                asked - notPresent.size(),
                notPresent,
                hidden ? null : draft);
    }

    private static Map<Long, String> conflictsOf(long specialistId, List<ConflictRow> conflicts) {
        return conflicts.stream()
                .filter(conflict -> conflict.specialistId() == specialistId)
                .collect(Collectors.toMap(ConflictRow::programmeId, ConflictRow::reason));
    }

    private Map<Long, Collegium.Draft> drafts(long collegiumId) {
        Map<Long, String> writers = outcomes.writers(collegiumId).stream()
                .collect(Collectors.toMap(OutcomeRepository.WriterRow::id, OutcomeRepository.WriterRow::name));
        Map<Long, List<Collegium.Action>> decided = actions.ofCollegium(collegiumId).stream()
                .collect(Collectors.groupingBy(
                        ActionRow::outcomeId, Collectors.mapping(CollegiumReader::action, Collectors.toList())));
        return outcomes.of(collegiumId).stream()
                .map(o -> new DraftOf(
                        o.programmeId(),
                        new Collegium.Draft(
                                o.id(),
                                o.judgement(),
                                json.levels(o.levels()),
                                o.strengths(),
                                o.development(),
                                decided.getOrDefault(o.id(), List.of()),
                                writers.get(o.id()),
                                o.updatedAt(),
                                o.version())))
                .collect(Collectors.toMap(DraftOf::programmeId, DraftOf::draft, (a, b) -> a, HashMap::new));
    }

    private record DraftOf(long programmeId, Collegium.Draft draft) {}

    static Collegium.Action action(ActionRow row) {
        return new Collegium.Action(row.text(), row.owner(), row.due(), row.iupKind());
    }
}
