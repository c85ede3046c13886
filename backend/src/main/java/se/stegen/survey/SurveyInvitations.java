package se.stegen.survey;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.common.Today;
import se.stegen.notification.Mail;
import se.stegen.notification.Outbox;
import se.stegen.notification.PublicAddress;
import se.stegen.survey.SurveyRepository.Detail;

/** Asks and reminds those who are to answer: each once, whatever the number of instances that look. */
@Singleton
class SurveyInvitations {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy");

    private final SurveyRepository surveys;
    private final AnswerRepository answers;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Today today;

    SurveyInvitations(
            SurveyRepository surveys, AnswerRepository answers, Outbox outbox, PublicAddress address, Today today) {
        this.surveys = surveys;
        this.answers = answers;
        this.outbox = outbox;
        this.address = address;
        this.today = today;
    }

    /** Who is in a group at the clinic today, each in one: the first of head, studierektor, supervisor, doctor. */
    Map<Long, RespondentGroup> members(long clinicId) {
        Map<Long, RespondentGroup> members = new LinkedHashMap<>();
        for (AnswerRepository.Member one : answers.members(clinicId, today.date())) {
            members.merge(
                    one.personId(), one.respondentGroup(), (known, next) -> known.compareTo(next) <= 0 ? known : next);
        }
        return members;
    }

    /** Asks those who are in a group today, once. */
    @Transactional
    public void invite(long surveyId) {
        if (surveys.claimInviting(surveyId) == 0) {
            return;
        }
        Detail survey = surveys.detail(surveyId).orElseThrow(Problem::notFound);
        members(survey.clinicId()).forEach((personId, group) -> answers.invite(surveyId, personId, group.name()));
        mail(survey, "mail.survey.", survey.openedBy());
    }

    /**
     * Reminds those who have not answered, once. Nobody is told of a reminder that cannot be delivered: it would tell who
     * has not answered.
     */
    @Transactional
    public void remind(long surveyId) {
        if (surveys.claimReminding(surveyId) == 1) {
            mail(surveys.detail(surveyId).orElseThrow(Problem::notFound), "mail.survey.remind.", null);
        }
    }

    private void mail(Detail survey, String prefix, @Nullable Long toldOf) {
        List<AnswerRepository.Reached> all = answers.waiting(survey.id());
        for (AnswerRepository.Reached one : all) {
            Locale locale = Messages.supported(Locale.forLanguageTag(one.locale()));
            String last = DAY.withLocale(locale).format(survey.closesOn());
            Mail mail = Mail.to(one.email(), locale, Messages.get(locale, prefix + "subject", survey.clinicName()))
                    .words(Messages.get(locale, prefix + "text", survey.clinicName(), last))
                    .words(Messages.get(locale, "mail.survey.anonymous"))
                    .link(
                            Messages.get(locale, "mail.survey.link"),
                            address.of("/" + SurveyAnswerService.PATH + "/" + survey.id()));
            outbox.queue(toldOf == null ? mail : mail.askedBy(toldOf));
        }
    }
}
