package se.stegen.survey;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.survey.SurveyRepository.Detail;

/** What closed surveys came to: shares that agree, by group, beside what they can be compared with. */
@Singleton
public class SurveyResultService {
    private final AccessPolicy access;
    private final AccessLog log;
    private final SurveyRepository surveys;
    private final AnswerRepository answers;
    private final Today today;

    SurveyResultService(
            AccessPolicy access, AccessLog log, SurveyRepository surveys, AnswerRepository answers, Today today) {
        this.access = access;
        this.log = log;
        this.surveys = surveys;
        this.answers = answers;
        this.today = today;
    }

    /**
     * A closed survey's result.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code SURVEY_NOT_CLOSED}: two looks at an open survey would
     *     tell what was answered between them
     */
    @Transactional
    public SurveyResult result(Actor actor, long id) {
        Detail detail = surveys.detail(id).orElseThrow(Problem::notFound);
        access.requireKeepReviews(actor, detail.clinicId());
        LocalDate day = today.date();
        Survey survey = SurveyReader.survey(detail, day);
        if (survey.state() != SurveyState.CLOSED) {
            throw Problem.of(ProblemCode.SURVEY_NOT_CLOSED);
        }
        log.scope(actor, Action.READ, "SURVEY_RESULT", id, "clinic " + detail.clinicId());
        return result(survey);
    }

    /** The result of the clinic's latest closed survey; empty where there is none. Throws as {@link #result}. */
    @Transactional
    public Optional<SurveyResult> latest(Actor actor, long clinicId) {
        access.requireKeepReviews(actor, clinicId);
        LocalDate day = today.date();
        return surveys.ofClinic(clinicId).stream()
                .map(detail -> SurveyReader.survey(detail, day))
                .filter(survey -> survey.state() == SurveyState.CLOSED)
                .findFirst()
                .map(this::result);
    }

    private SurveyResult result(Survey survey) {
        LocalDate day = today.date();
        Shares own = shares(List.of(survey.id()));
        Optional<Long> before = surveys.earlier(survey.clinicId(), survey.id(), survey.closesOn(), day);
        Shares earlier = before.map(id -> shares(List.of(id))).orElse(null);
        Optional<Long> round = surveys.pooledRound(survey.clinicId(), survey.closesOn(), day);
        List<Detail> pool = round.map(surveys::ofRound).orElse(List.of());
        Shares pooled =
                pool.isEmpty() ? null : shares(pool.stream().map(Detail::id).toList());
        Map<RespondentGroup, SurveyResult.GroupSize> groups = new EnumMap<>(RespondentGroup.class);
        for (RespondentGroup group : RespondentGroup.values()) {
            groups.put(
                    group,
                    new SurveyResult.GroupSize(
                            own.answersOf(survey.id(), group), pooled == null ? null : pooled.pooledOf(group)));
        }
        List<SurveyResult.Line> lines = new ArrayList<>();
        for (Statement statement : Statements.of(survey.edition())) {
            Map<RespondentGroup, SurveyResult.Cell> cells = new EnumMap<>(RespondentGroup.class);
            for (RespondentGroup group : statement.groups()) {
                cells.put(
                        group,
                        new SurveyResult.Cell(
                                own.share(survey.id(), group, statement.code()),
                                pooled == null ? null : pooled.pooledShare(group, statement.code()),
                                earlier == null ? null : earlier.share(before.orElseThrow(), group, statement.code()),
                                statement.published().get(group)));
            }
            lines.add(new SurveyResult.Line(statement, cells));
        }
        return new SurveyResult(
                survey,
                survey.edition(),
                pool.size(),
                pool.stream().map(Detail::closesOn).max(LocalDate::compareTo).orElse(null),
                before.flatMap(surveys::detail).map(Detail::closesOn).orElse(null),
                groups,
                lines,
                comments(survey.id(), groups));
    }

    private Map<RespondentGroup, List<String>> comments(
            long surveyId, Map<RespondentGroup, SurveyResult.GroupSize> groups) {
        Map<RespondentGroup, List<String>> comments = new EnumMap<>(RespondentGroup.class);
        for (AnswerRepository.Comment one : answers.comments(surveyId)) {
            SurveyResult.GroupSize size = groups.get(one.respondentGroup());
            if (size != null && size.answers() != null) {
                comments.computeIfAbsent(one.respondentGroup(), none -> new ArrayList<>())
                        .add(one.text());
            }
        }
        return comments;
    }

    private Shares shares(List<Long> surveyIds) {
        return Shares.of(answers.answerers(surveyIds), answers.counts(surveyIds));
    }

    /** The counts of a round, or of one survey, behind what {@link Disclosure} lets through. */
    static final class Shares {
        private final Map<RespondentGroup, Map<Long, List<Long>>> people = new EnumMap<>(RespondentGroup.class);
        private final Map<RespondentGroup, Disclosure.Shown> shown = new EnumMap<>(RespondentGroup.class);
        private final List<AnswerRepository.Count> counts;

        private Shares(List<AnswerRepository.Count> counts) {
            this.counts = counts;
        }

        static Shares of(List<AnswerRepository.Answerer> answerers, List<AnswerRepository.Count> counts) {
            Shares shares = new Shares(counts);
            for (AnswerRepository.Answerer one : answerers) {
                shares.people
                        .computeIfAbsent(one.respondentGroup(), none -> new java.util.HashMap<>())
                        .computeIfAbsent(one.surveyId(), none -> new ArrayList<>())
                        .add(one.personId());
            }
            for (RespondentGroup group : RespondentGroup.values()) {
                shares.shown.put(group, Disclosure.of(shares.people.getOrDefault(group, Map.of())));
            }
            return shares;
        }

        @Nullable
        Integer answersOf(long surveyId, RespondentGroup group) {
            return shown(group).surveys().contains(surveyId)
                    ? Integer.valueOf(
                            given(group).getOrDefault(surveyId, List.of()).size())
                    : null;
        }

        @Nullable
        Integer pooledOf(RespondentGroup group) {
            return shown(group).pooled()
                    ? Integer.valueOf(
                            given(group).values().stream().mapToInt(List::size).sum())
                    : null;
        }

        SurveyResult.@Nullable Share share(long surveyId, RespondentGroup group, String statement) {
            Integer all = answersOf(surveyId, group);
            return all == null
                    ? null
                    : new SurveyResult.Share(
                            agreeing(
                                    counts.stream()
                                            .filter(one -> one.surveyId() == surveyId)
                                            .toList(),
                                    group,
                                    statement),
                            all);
        }

        SurveyResult.@Nullable Share pooledShare(RespondentGroup group, String statement) {
            Integer all = pooledOf(group);
            return all == null ? null : new SurveyResult.Share(agreeing(counts, group, statement), all);
        }

        private static int agreeing(List<AnswerRepository.Count> among, RespondentGroup group, String statement) {
            return among.stream()
                    .filter(one -> one.respondentGroup() == group
                            && one.statement().equals(statement)
                            && SurveyRules.agrees(one.answer()))
                    .mapToInt(AnswerRepository.Count::given)
                    .sum();
        }

        private Disclosure.Shown shown(RespondentGroup group) {
            return java.util.Objects.requireNonNull(shown.get(group));
        }

        private Map<Long, List<Long>> given(RespondentGroup group) {
            return people.getOrDefault(group, Map.of());
        }
    }
}
