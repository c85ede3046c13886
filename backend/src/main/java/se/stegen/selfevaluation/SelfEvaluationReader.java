package se.stegen.selfevaluation;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.Indicator;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.LightStatus;
import se.stegen.selfevaluation.SelfEvaluationRepository.Answer;
import se.stegen.selfevaluation.SelfEvaluationRepository.Kept;
import se.stegen.spur.Checklist;
import se.stegen.spur.ChecklistItem;
import se.stegen.survey.SurveyResult;
import se.stegen.survey.SurveyResultService;

/** Puts the items together: figures of today, or those that were kept; voices of a survey; what people wrote. */
@Singleton
class SelfEvaluationReader {
    private final AccessPolicy access;
    private final SelfEvaluationRepository evaluations;
    private final ComplianceService compliance;
    private final SurveyResultService results;

    SelfEvaluationReader(
            AccessPolicy access,
            SelfEvaluationRepository evaluations,
            ComplianceService compliance,
            SurveyResultService results) {
        this.access = access;
        this.evaluations = evaluations;
        this.compliance = compliance;
        this.results = results;
    }

    SelfEvaluation require(long id) {
        return evaluations.evaluation(id).orElseThrow(Problem::notFound);
    }

    List<ItemEvaluation> items(Actor actor, SelfEvaluation evaluation) {
        Map<IndicatorCode, Kept> figures = figures(actor, evaluation);
        Optional<SurveyResult> survey = survey(actor, evaluation);
        Map<String, Answer> answers = new HashMap<>();
        evaluations.answers(evaluation.id()).forEach(one -> answers.put(one.itemCode(), one));
        List<ItemEvaluation> items = new ArrayList<>();
        for (ChecklistItem item : Checklist.items()) {
            if (evaluation.asks(item)) {
                Answer answer = answers.get(item.code());
                boolean written = answer != null && answer.written();
                items.add(new ItemEvaluation(
                        item,
                        evaluation.kind(item),
                        figures(item.code(), figures),
                        survey.map(result -> voices(result, item.code())).orElse(List.of()),
                        answer == null ? null : answer.judgement(),
                        answer == null ? "" : answer.text(),
                        answer == null || !written ? null : answer.changedByName(),
                        answer == null || !written ? null : answer.changedAt(),
                        answer == null ? null : answer.actionId(),
                        answer == null ? 0 : answer.version()));
            }
        }
        return items;
    }

    /** The figures of today, as the actor may see them. */
    List<Kept> today(Actor actor, long clinicId) {
        return compliance.clinic(actor, clinicId, null).indicators().stream()
                .filter(Indicator::asked)
                .map(one -> new Kept(
                        one.code(),
                        one.suppressed() ? LightStatus.NOT_APPLICABLE : one.status(),
                        one.met(),
                        one.applicable(),
                        one.value(),
                        one.rule()))
                .toList();
    }

    /**
     * Those of today are as the actor may see them. Of kept ones it is not known which of them the clinic's page would keep
     * from somebody who may not see the doctors, so that nothing of doctors is shown.
     */
    private Map<IndicatorCode, Kept> figures(Actor actor, SelfEvaluation evaluation) {
        boolean open = evaluation.state() == SelfEvaluationState.OPEN;
        List<Kept> found = open ? today(actor, evaluation.clinicId()) : evaluations.kept(evaluation.id());
        boolean all = open || access.mayReadClinicDoctors(actor, evaluation.clinicId());
        Map<IndicatorCode, Kept> figures = new EnumMap<>(IndicatorCode.class);
        for (Kept one : found) {
            boolean doctors = one.applicable() != null;
            figures.put(
                    one.indicator(),
                    !all && doctors
                            ? new Kept(one.indicator(), LightStatus.NOT_APPLICABLE, null, null, null, one.rule())
                            : one);
        }
        return figures;
    }

    private Optional<SurveyResult> survey(Actor actor, SelfEvaluation evaluation) {
        if (evaluation.state() == SelfEvaluationState.OPEN) {
            return results.latest(actor, evaluation.clinicId());
        }
        Long surveyId = evaluation.surveyId();
        return surveyId == null ? Optional.empty() : Optional.of(results.result(actor, surveyId));
    }

    private static List<ItemEvaluation.Figure> figures(String itemCode, Map<IndicatorCode, Kept> figures) {
        List<ItemEvaluation.Figure> shown = new ArrayList<>();
        for (Evidence.Shows shows : Evidence.of(itemCode)) {
            Kept kept = figures.get(shows.indicator());
            if (kept != null) {
                shown.add(new ItemEvaluation.Figure(
                        kept.indicator(),
                        shows.whole(),
                        kept.status(),
                        kept.met(),
                        kept.applicable(),
                        kept.value(),
                        kept.rule()));
            }
        }
        return shown;
    }

    private static List<ItemEvaluation.Voice> voices(SurveyResult result, String itemCode) {
        List<ItemEvaluation.Voice> voices = new ArrayList<>();
        for (SurveyResult.Line line : result.lines()) {
            if (line.statement().items().contains(itemCode)) {
                line.cells().forEach((group, cell) -> {
                    SurveyResult.Share own = cell.own();
                    if (own != null) {
                        voices.add(new ItemEvaluation.Voice(line.statement(), group, own));
                    }
                });
            }
        }
        return voices;
    }

    /** The survey whose result the items show now; null is none. */
    @Nullable
    Long surveyNow(Actor actor, long clinicId) {
        return results.latest(actor, clinicId)
                .map(result -> Long.valueOf(result.survey().id()))
                .orElse(null);
    }
}
