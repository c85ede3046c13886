package se.stegen.survey;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.survey.SurveyRepository.Detail;

/**
 * What those do who were asked: they look and answer once, also where a role has ended since, for what they tell of they
 * have seen. Nothing here is logged, drafts are not kept, and an answer has neither person nor time: decision 030.
 */
@Singleton
public class SurveyAnswerService {
    /** Where the link in a mail leads; the survey follows. */
    public static final String PATH = "survey-answer";

    private final AccessPolicy access;
    private final SurveyRepository surveys;
    private final AnswerRepository answers;
    private final Today today;

    SurveyAnswerService(AccessPolicy access, SurveyRepository surveys, AnswerRepository answers, Today today) {
        this.access = access;
        this.surveys = surveys;
        this.answers = answers;
        this.today = today;
    }

    /** What the actor is asked; {@code NOT_FOUND} for who was not asked. */
    @Transactional
    public SurveyForm form(Actor actor, long surveyId) {
        access.requireSignedIn(actor);
        AnswerRepository.Invitee invitee =
                answers.invitee(surveyId, actor.personId()).orElseThrow(Problem::notFound);
        Detail survey = surveys.detail(surveyId).orElseThrow(Problem::notFound);
        return new SurveyForm(
                surveyId,
                survey.clinicName(),
                invitee.respondentGroup(),
                invitee.groupSize(),
                survey.surveysInRound(),
                survey.closesOn(),
                invitee.answered(),
                isOpen(survey),
                Statements.of(survey.edition(), invitee.respondentGroup()));
    }

    /**
     * Answers, once. What is left out counts as "do not know".
     *
     * @param given by the statement's code: 4 agree fully, 3 mostly, 2 little, 1 not at all, 0 do not know
     * @param comment free text, up to 2,000 characters; may be empty
     * @throws Problem {@code NOT_FOUND} for who was not asked; {@code SURVEY_ANSWERED}, {@code SURVEY_CLOSED};
     *     {@code REQUIRED} where nothing is answered, {@code UNKNOWN_CODE} for a statement that the group is not asked,
     *     {@code OUT_OF_RANGE}, {@code TOO_LONG}
     */
    @Transactional
    public void answer(Actor actor, long surveyId, Map<String, Integer> given, @Nullable String comment) {
        access.requireSignedIn(actor);
        AnswerRepository.Invitee invitee =
                answers.invitee(surveyId, actor.personId()).orElseThrow(Problem::notFound);
        // A closing waits here, or this finds that it is closed.
        surveys.lock(surveyId);
        Detail survey = surveys.detail(surveyId).orElseThrow(Problem::notFound);
        String words = Texts.optional("comment", comment, SurveyRules.COMMENT);
        List<Statement> asked = Statements.of(survey.edition(), invitee.respondentGroup());
        check(given, asked, words);
        if (!isOpen(survey)) {
            throw Problem.of(ProblemCode.SURVEY_CLOSED);
        }
        if (answers.answered(surveyId, actor.personId()) == 0) {
            throw Problem.of(ProblemCode.SURVEY_ANSWERED);
        }
        String group = invitee.respondentGroup().name();
        for (Statement statement : asked) {
            answers.addAnswer(
                    UUID.randomUUID().toString(),
                    surveyId,
                    group,
                    statement.code(),
                    given.getOrDefault(statement.code(), SurveyRules.NO_VIEW));
        }
        if (!words.isEmpty()) {
            answers.addComment(UUID.randomUUID().toString(), surveyId, group, words);
        }
        // InnoDB marks every row with its last transaction, which a copy of the files would show beside that of the
        // invitee: from now on all rows of the survey have the same mark.
        answers.mixAnswers(surveyId);
        answers.mixComments(surveyId);
    }

    private static void check(Map<String, Integer> given, List<Statement> asked, String words) {
        given.forEach((code, answer) -> {
            if (asked.stream().noneMatch(one -> one.code().equals(code))) {
                throw Problem.field("answers", ProblemCode.UNKNOWN_CODE, code);
            }
            if (answer < SurveyRules.NO_VIEW || answer > SurveyRules.FULLY) {
                throw Problem.field("answers", ProblemCode.OUT_OF_RANGE);
            }
        });
        if (given.isEmpty() && words.isEmpty()) {
            throw Problem.field("answers", ProblemCode.REQUIRED);
        }
    }

    private boolean isOpen(Detail survey) {
        return SurveyRules.state(survey.state(), survey.opensOn(), survey.closesOn(), today.date()) == SurveyState.OPEN;
    }
}
