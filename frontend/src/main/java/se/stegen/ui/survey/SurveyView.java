package se.stegen.ui.survey;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import se.stegen.survey.Survey;
import se.stegen.survey.SurveyData;
import se.stegen.survey.SurveyResultService;
import se.stegen.survey.SurveyService;
import se.stegen.survey.SurveyState;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;

/** One survey: while it is open how it goes, afterwards its result. */
@Route(Paths.SURVEY)
@Prototype
@PermitAll
class SurveyView extends Screen implements HasUrlParameter<Long> {
    static final String CLOSE = "survey-close";
    static final String CANCEL = "survey-cancel";
    static final String MOVE = "survey-move";
    static final String ANSWERED = "survey-answered";

    private static final long serialVersionUID = 1L;

    private final transient SurveyService surveys;
    private final transient SurveyResultService results;
    private final transient CurrentActor current;

    SurveyView(SurveyService surveys, SurveyResultService results, CurrentActor current) {
        this.surveys = surveys;
        this.results = results;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(surveys.get(current.get(), id));
    }

    private void show(Survey survey) {
        PageHead head = begin(t("survey.title", survey.clinicName()))
                .badge(SurveyWords.badge(survey.state(), getLocale()))
                .line(
                        new Span(SurveyWords.days(survey, getLocale())),
                        RecordScreen.way(Paths.of(Paths.SURVEYS, survey.clinicId()), t("survey.list")));
        switch (survey.state()) {
            case OPEN, PLANNED -> running(survey, head);
            case CANCELLED -> add(Html.div("notice bad", new Paragraph(t("survey.cancelled"))));
            case CLOSED -> add(new ResultCards(results.result(current.get(), survey.id()), getLocale()).parts());
        }
    }

    private void running(Survey survey, PageHead head) {
        if (survey.state() == SurveyState.OPEN) {
            head.actions(RecordScreen.primary(CLOSE, t("survey.close"), () -> close(survey)));
        }
        head.actions(
                RecordScreen.other(MOVE, t("survey.move"), () -> move(survey)),
                RecordScreen.other(CANCEL, t("survey.cancel"), () -> cancel(survey)));
        Paragraph answered = new Paragraph(SurveyWords.answered(survey, getLocale()));
        answered.setId(ANSWERED);
        var remind = survey.remindOn();
        add(card(
                t("survey.answers"),
                answered,
                new Paragraph(
                        remind == null
                                ? t("survey.reminds.never")
                                : survey.reminded()
                                        ? t("survey.reminded", day(remind))
                                        : t("survey.reminds", day(remind))),
                new Paragraph(t("survey.about"))));
    }

    private void close(Survey survey) {
        new Confirm(
                        t("survey.close.title"),
                        t("survey.close.text"),
                        t("survey.close.verb"),
                        () -> attempt(() -> saved(surveys.close(current.get(), survey.id(), survey.version()))))
                .open();
    }

    private void cancel(Survey survey) {
        new Confirm(
                        t("survey.cancel.title"),
                        t("survey.cancel.text"),
                        t("survey.cancel.verb"),
                        () -> attempt(() -> saved(surveys.cancel(current.get(), survey.id(), survey.version()))))
                .open();
    }

    private void move(Survey survey) {
        DatePicker closes = Dates.field(t("survey.closes"), getLocale());
        closes.setId(SurveysView.CLOSES);
        closes.setValue(survey.closesOn());
        DatePicker remind = Dates.field(t("survey.remind"), getLocale());
        remind.setId(SurveysView.REMIND);
        remind.setValue(survey.remindOn());
        remind.setClearButtonVisible(true);
        if (survey.reminded()) {
            remind.setEnabled(false);
            remind.setHelperText(t("survey.reminded.help"));
        }
        new FormDialog(
                        t("survey.move"),
                        t("save"),
                        () -> saved(surveys.move(
                                current.get(),
                                survey.id(),
                                survey.version(),
                                new SurveyData(null, closes.getValue(), remind.getValue()))))
                .field("closesOn", closes)
                .field("remindOn", remind)
                .open();
    }

    private void saved(Survey next) {
        show(next);
        top();
        ProblemNotice.done(t("study.saved"));
    }
}
