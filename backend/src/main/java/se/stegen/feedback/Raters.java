package se.stegen.feedback;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import se.stegen.assessment.Answers;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.Templates;
import se.stegen.programme.ProgrammeService;

/** What raters do, however they were let in. */
@Singleton
class Raters {
    /** The form's field in which raters say what they are. */
    static final String PROFESSION = FeedbackService.PROFESSION;

    private static final AssessmentAnswer NOTHING = new AssessmentAnswer(Map.of(), null, "", "");

    private final FeedbackRepository rounds;
    private final Templates templates;
    private final Answers answers;
    private final ProgrammeService programmes;
    private final Today today;

    Raters(FeedbackRepository rounds, Templates templates, Answers answers, ProgrammeService programmes, Today today) {
        this.rounds = rounds;
        this.templates = templates;
        this.answers = answers;
        this.programmes = programmes;
        this.today = today;
    }

    @Transactional
    FeedbackForm form(FeedbackRepository.RaterRow rater) {
        FeedbackRepository.RoundRow round = round(rater);
        if (round.state() != FeedbackState.OPEN || today.date().isAfter(round.closesOn())) {
            throw Problem.of(ProblemCode.LINK_INVALID);
        }
        String written = rater.draftAnswers();
        return new FeedbackForm(
                round.id(),
                programmes.facts(round.programmeId()).personName(),
                templates.get(round.templateId()),
                round.closesOn(),
                written == null
                        ? NOTHING
                        : answers.read(
                                written,
                                null,
                                Objects.requireNonNullElse(rater.draftDoMore(), ""),
                                Objects.requireNonNullElse(rater.draftWorkOn(), "")),
                rater.answered());
    }

    @Transactional
    LocalDateTime keep(FeedbackRepository.RaterRow rater, AssessmentAnswer answer) {
        FeedbackRepository.RoundRow round = requireOpen(rater);
        Answers.Checked checked = answers.draft(templates.get(round.templateId()), answer);
        if (rounds.keep(rater.id(), checked.answers(), checked.doMore(), checked.workOn()) == 0) {
            throw over(round);
        }
        return today.utc();
    }

    @Transactional
    void answer(FeedbackRepository.RaterRow rater, AssessmentAnswer answer) {
        // A release waits for this answer, or this one finds the round released.
        rounds.lock(rater.roundId());
        FeedbackRepository.RoundRow round = requireOpen(rater);
        AssessmentTemplate template = templates.get(round.templateId());
        String profession = answer.answers().getOrDefault(PROFESSION, "");
        if (profession.isBlank()) {
            throw Problem.field("answers." + PROFESSION, ProblemCode.REQUIRED);
        }
        answers.complete(template, answer);
        Map<String, String> rest = new TreeMap<>(answer.answers());
        rest.remove(PROFESSION);
        Answers.Checked checked =
                answers.draft(template, new AssessmentAnswer(rest, null, answer.doMore(), answer.workOn()));
        if (rounds.answered(rater.id()) == 0) {
            throw over(round);
        }
        rounds.addAnswer(
                UUID.randomUUID().toString(),
                round.id(),
                profession,
                checked.answers(),
                checked.doMore(),
                checked.workOn());
    }

    /** Whose round it is. */
    @Transactional
    long doctorId(FeedbackRepository.RaterRow rater) {
        return programmes.facts(round(rater).programmeId()).personId();
    }

    private FeedbackRepository.RoundRow requireOpen(FeedbackRepository.RaterRow rater) {
        FeedbackRepository.RoundRow round = round(rater);
        if (rater.answered()
                || round.state() != FeedbackState.OPEN
                || today.date().isAfter(round.closesOn())) {
            throw over(round);
        }
        return round;
    }

    private FeedbackRepository.RoundRow round(FeedbackRepository.RaterRow rater) {
        return rounds.findById(rater.roundId()).orElseThrow(Problem::notFound);
    }

    private static Problem over(FeedbackRepository.RoundRow round) {
        return Problem.of(ProblemCode.STATE_CONFLICT, round.state().name(), FeedbackState.OPEN.name());
    }
}
