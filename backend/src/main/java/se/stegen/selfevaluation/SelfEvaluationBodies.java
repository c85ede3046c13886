package se.stegen.selfevaluation;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** What the API takes and gives of self-evaluations. */
final class SelfEvaluationBodies {
    private SelfEvaluationBodies() {}

    /** The regulations that are evaluated. */
    @Serdeable
    record StartBody(@Nullable List<@Nullable String> regulations) {}

    /** What people say of an item. */
    @Serdeable
    record AnswerBody(
            @Nullable String judgement,
            @Nullable String text,
            @Nullable Integer version) {
        @Nullable
        Judgement judged() {
            String name = judgement;
            return name == null || name.isBlank()
                    ? null
                    : Stream.of(Judgement.values())
                            .filter(one -> one.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> Problem.field("judgement", ProblemCode.UNKNOWN_CODE, name));
        }
    }

    /** An action to be made of an item. */
    @Serdeable
    record ActionBody(
            @Nullable String plannedAction, @Nullable LocalDate due) {}

    /** To whom it is passed on. */
    @Serdeable
    record PassBody(@Nullable String personId, @Nullable Integer version) {}

    /** The version that a step is taken on. */
    @Serdeable
    record StepBody(@Nullable Integer version) {}

    /** An item was saved. */
    @Serdeable
    record Saved(int version) {}

    /** An action was made. */
    @Serdeable
    record Made(String actionId) {}

    /** A self-evaluation, as it is answered. */
    @Serdeable
    record Resource(
            String id,
            String clinicId,
            List<String> regulations,
            String state,
            String ownerId,
            String owner,
            @Nullable LocalDate finishedOn,
            @Nullable String surveyId,
            int judged,
            int version) {
        static Resource of(SelfEvaluation e) {
            Long survey = e.surveyId();
            return new Resource(
                    Long.toString(e.id()),
                    Long.toString(e.clinicId()),
                    Arrays.asList(e.regulations().split(",", -1)),
                    e.state().name(),
                    Long.toString(e.ownerId()),
                    e.ownerName(),
                    e.finishedOn(),
                    survey == null ? null : survey.toString(),
                    e.judged(),
                    e.version());
        }
    }

    /** What an indicator says. */
    @Serdeable
    record Figure(
            String indicator,
            String extent,
            String status,
            @Nullable Integer met,
            @Nullable Integer applicable,
            @Nullable String value,
            String rule) {}

    /** What a group says in a survey. */
    @Serdeable
    record Voice(String statement, String group, int percent, int n) {}

    /** An item, as it is answered. */
    @Serdeable
    record Item(
            String code,
            String area,
            String text,
            String kind,
            List<Figure> figures,
            List<Voice> survey,
            @Nullable String judgement,
            String words,
            @Nullable String changedBy,
            @Nullable String gap,
            @Nullable String actionId,
            int version) {
        static Item of(ItemEvaluation i) {
            Judgement judged = i.judgement();
            ItemEvaluation.Gap gap = i.gap();
            Long action = i.actionId();
            return new Item(
                    i.item().code(),
                    i.item().area().name(),
                    i.item().text(),
                    i.kind().name(),
                    i.figures().stream()
                            .map(one -> new Figure(
                                    one.code().name(),
                                    one.whole() ? "WHOLE" : "PART",
                                    one.status().name(),
                                    one.met(),
                                    one.applicable(),
                                    one.value(),
                                    one.rule()))
                            .toList(),
                    i.voices().stream()
                            .map(one -> new Voice(
                                    one.statement().code(),
                                    one.group().name(),
                                    one.share().percent(),
                                    one.share().answers()))
                            .toList(),
                    judged == null ? null : judged.name(),
                    i.text(),
                    i.changedByName(),
                    gap == null ? null : gap.name(),
                    action == null ? null : action.toString(),
                    i.version());
        }
    }
}
