package se.stegen.survey;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.stegen.common.Ids;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** What the API takes and gives of surveys. */
final class SurveyBodies {
    private SurveyBodies() {}

    /** When a survey runs, and where; the version for a change. */
    @Serdeable
    record OpenBody(
            @Nullable List<@Nullable String> clinicIds,
            @Nullable LocalDate opensOn,
            @Nullable LocalDate closesOn,
            @Nullable LocalDate remindOn,
            @Nullable Integer version) {
        static SurveyData data(@Nullable OpenBody body) {
            return body == null
                    ? new SurveyData(null, null, null)
                    : new SurveyData(body.opensOn(), body.closesOn(), body.remindOn());
        }

        List<Long> clinics() {
            if (clinicIds == null || clinicIds.isEmpty()) {
                throw Problem.field("clinicIds", ProblemCode.REQUIRED);
            }
            return clinicIds.stream().map(id -> Ids.field("clinicIds", id)).toList();
        }
    }

    /** The version that a step is taken on. */
    @Serdeable
    record StepBody(@Nullable Integer version) {}

    /** An answer. */
    @Serdeable
    record AnswerBody(
            @Nullable Map<String, @Nullable Integer> answers,
            @Nullable String comment) {
        Map<String, Integer> given() {
            Map<String, Integer> given = new LinkedHashMap<>();
            if (answers != null) {
                answers.forEach((code, answer) -> given.put(code, answer == null ? SurveyRules.NO_VIEW : answer));
            }
            return given;
        }
    }

    /** A survey, as it is answered. */
    @Serdeable
    record Resource(
            String id,
            String clinicId,
            String clinicName,
            String roundId,
            int surveysInRound,
            String state,
            int edition,
            LocalDate opensOn,
            LocalDate closesOn,
            @Nullable LocalDate remindOn,
            int asked,
            int answeredAtLeast,
            int version) {
        static Resource of(Survey s) {
            return new Resource(
                    Long.toString(s.id()),
                    Long.toString(s.clinicId()),
                    s.clinicName(),
                    Long.toString(s.roundId()),
                    s.surveysInRound(),
                    s.state().name(),
                    s.edition(),
                    s.opensOn(),
                    s.closesOn(),
                    s.remindOn(),
                    s.asked(),
                    s.answeredAtLeast(),
                    s.version());
        }
    }

    /** A statement that the caller is asked. */
    @Serdeable
    record Asked(String code, String area, String text) {}

    /** What the caller is asked. */
    @Serdeable
    record Form(
            String surveyId,
            String clinicName,
            String group,
            LocalDate closesOn,
            boolean answered,
            boolean open,
            List<Asked> statements) {
        static Form of(SurveyForm f, Locale locale) {
            return new Form(
                    Long.toString(f.surveyId()),
                    f.clinicName(),
                    f.group().name(),
                    f.closesOn(),
                    f.answered(),
                    f.open(),
                    f.statements().stream()
                            .map(one -> new Asked(one.code(), one.area().name(), one.text(locale)))
                            .toList());
        }
    }

    /** A share with how many are behind it. */
    @Serdeable
    record Share(int percent, int n, @Nullable String source) {
        static @Nullable Share of(SurveyResult.@Nullable Share share) {
            return share == null ? null : new Share(share.percent(), share.answers(), null);
        }
    }

    /** A group's figures; null is not shown. */
    @Serdeable
    record Cell(
            @Nullable Share own,
            boolean suppressed,
            @Nullable Share pooled,
            @Nullable Share earlier,
            @Nullable Share published) {
        static Cell of(SurveyResult.Cell cell, Locale locale) {
            PublishedShare published = cell.published();
            return new Cell(
                    Share.of(cell.own()),
                    cell.own() == null,
                    Share.of(cell.pooled()),
                    Share.of(cell.earlier()),
                    published == null
                            ? null
                            : new Share(published.percent(), published.answers(), published.sourceTitle(locale)));
        }
    }

    /** A statement with its figures by group. */
    @Serdeable
    record Line(String code, String area, String text, Map<String, Cell> groups) {}

    /** A result. */
    @Serdeable
    record Result(
            Resource survey,
            int pooledOver,
            @Nullable LocalDate pooledOn,
            @Nullable LocalDate earlierOn,
            List<Line> statements,
            Map<String, List<String>> comments) {
        static Result of(SurveyResult r, Locale locale) {
            Map<String, List<String>> comments = new LinkedHashMap<>();
            r.comments().forEach((group, texts) -> comments.put(group.name(), texts));
            return new Result(
                    Resource.of(r.survey()),
                    r.pooledOver(),
                    r.pooledOn(),
                    r.earlierOn(),
                    r.lines().stream()
                            .map(line -> {
                                Map<String, Cell> groups = new LinkedHashMap<>();
                                line.cells().forEach((group, cell) -> groups.put(group.name(), Cell.of(cell, locale)));
                                return new Line(
                                        line.statement().code(),
                                        line.statement().area().name(),
                                        line.statement().text(locale),
                                        groups);
                            })
                            .toList(),
                    comments);
        }
    }
}
