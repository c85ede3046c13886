package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import se.stegen.common.ApiTime;
import se.stegen.common.Ids;
import se.stegen.common.Messages;

/** A collegium as the API answers it to those who plan it. */
@Serdeable
record CollegiumResource(
        String id,
        String clinicId,
        LocalDate date,
        @Nullable LocalTime startsAt,
        int minutes,
        String place,
        CollegiumState state,
        @Nullable String cancelReason,
        List<Competence> competences,
        List<String> participantIds,
        List<Trainee> trainees,
        List<Specialist> specialists,
        @Nullable Instant closedAt,
        int version) {

    /** What it speaks of. */
    @Serdeable
    record Competence(String code, String name) {}

    /** A doctor on the list. */
    @Serdeable
    record Trainee(
            String traineeId,
            String name,
            @Nullable String offReason,
            boolean movedAway,
            boolean hidden,
            boolean ownRating,
            int views,
            List<String> notPresent,
            @Nullable Outcome outcome) {}

    /** Somebody who is asked; conflicts by trainee. */
    @Serdeable
    record Specialist(
            String id, @Nullable String personId, String name, boolean answered, Map<String, String> conflicts) {}

    /** An outcome, in draft or validated. */
    @Serdeable
    record Outcome(
            String id,
            String traineeId,
            @Nullable Judgement judgement,
            Map<String, CollegiumLevel> levels,
            String strengths,
            String development,
            List<Action> actions,
            int version) {
        static Outcome of(long programmeId, Collegium.Draft draft) {
            return new Outcome(
                    Long.toString(draft.outcomeId()),
                    Long.toString(programmeId),
                    draft.judgement(),
                    draft.levels(),
                    draft.strengths(),
                    draft.development(),
                    draft.actions().stream()
                            .map(a -> new Action(a.text(), a.due(), a.owner(), a.iupKind()))
                            .toList(),
                    draft.version());
        }
    }

    /** An action. */
    @Serdeable
    record Action(String text, LocalDate due, ActionOwner owner, String iupKind) {}

    static CollegiumResource of(Collegium c) {
        Locale locale = Messages.SWEDISH;
        return new CollegiumResource(
                Long.toString(c.id()),
                Long.toString(c.clinicId()),
                c.date(),
                c.startsAt(),
                c.minutes(),
                c.place(),
                c.state(),
                c.cancelReason(),
                c.competences().stream()
                        .map(one -> new Competence(one.code(), one.name(locale)))
                        .toList(),
                c.trainees().stream()
                        .map(one -> Long.toString(one.programmeId()))
                        .toList(),
                c.trainees().stream().map(CollegiumResource::trainee).toList(),
                c.specialists().stream()
                        .map(one -> new Specialist(
                                Long.toString(one.id()),
                                Ids.text(one.personId()),
                                one.name(),
                                one.answered(),
                                one.conflicts().entrySet().stream()
                                        .collect(Collectors.toMap(
                                                conflict -> Long.toString(conflict.getKey()), Map.Entry::getValue))))
                        .toList(),
                ApiTime.instant(c.closedAt()),
                c.version());
    }

    private static Trainee trainee(Collegium.Trainee one) {
        Collegium.Draft draft = one.draft();
        return new Trainee(
                Long.toString(one.programmeId()),
                one.name(),
                one.offReason(),
                one.movedTo() != null,
                one.hidden(),
                one.ownDone(),
                one.viewed(),
                one.conflicted(),
                draft == null ? null : Outcome.of(one.programmeId(), draft));
    }
}
