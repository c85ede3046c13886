package se.stegen.ui.survey;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.stegen.access.Actor;
import se.stegen.common.Today;
import se.stegen.organisation.OrganisationService;
import se.stegen.review.Register;
import se.stegen.review.RegisterService;
import se.stegen.survey.Survey;
import se.stegen.survey.SurveyData;
import se.stegen.survey.SurveyService;
import se.stegen.survey.SurveyState;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** A clinic's surveys, and where one is opened: at this clinic or at many at once. */
@Route(Paths.SURVEYS)
@Prototype
@PermitAll
class SurveysView extends Screen implements HasUrlParameter<Long> {
    static final String OPEN = "survey-open";
    static final String OPENS = "survey-opens";
    static final String CLOSES = "survey-closes";
    static final String REMIND = "survey-remind";
    static final String CLINICS = "survey-clinics";

    private static final long serialVersionUID = 1L;
    private static final int DAYS = 21;
    private static final int REMIND_BEFORE = 7;

    private final transient SurveyService surveys;
    private final transient RegisterService register;
    private final transient OrganisationService organisations;
    private final transient CurrentActor current;
    private final transient Today today;

    SurveysView(
            SurveyService surveys,
            RegisterService register,
            OrganisationService organisations,
            CurrentActor current,
            Today today) {
        this.surveys = surveys;
        this.register = register;
        this.organisations = organisations;
        this.current = current;
        this.today = today;
    }

    @Override
    public void setParameter(BeforeEvent event, Long clinicId) {
        Actor actor = current.get();
        List<Survey> all = surveys.list(actor, clinicId);
        PageHead head = begin(t("survey.list"))
                .line(
                        Html.link(
                                Paths.of(Paths.CLINIC, clinicId),
                                organisations.clinic(actor, clinicId).name()),
                        RecordScreen.way(Paths.of(Paths.REVIEWS, clinicId), t("review.list")));
        boolean running =
                all.stream().anyMatch(one -> one.state() == SurveyState.OPEN || one.state() == SurveyState.PLANNED);
        if (!running) {
            head.actions(RecordScreen.primary(OPEN, t("survey.open"), () -> open(clinicId)));
        }
        Div card = card(t("survey.list"));
        if (all.isEmpty()) {
            card.add(new EmptyState(t("survey.list.empty")));
        } else {
            Sheet sheet = new Sheet(
                    t("survey.list"),
                    List.of(t("survey.when"), t("survey.answers"), t("survey.scope"), t("survey.where")));
            for (Survey one : all) {
                sheet.row(
                        Html.link(Paths.of(Paths.SURVEY, one.id()), SurveyWords.days(one, getLocale())),
                        new Span(SurveyWords.answered(one, getLocale())),
                        new Span(
                                one.surveysInRound() > 1
                                        ? t("survey.round", one.surveysInRound())
                                        : t("survey.round.one")),
                        SurveyWords.badge(one.state(), getLocale()));
            }
            card.add(sheet);
        }
        add(card, Html.div("notice", new Paragraph(t("survey.about"))));
    }

    private void open(long clinicId) {
        DatePicker opens = day(OPENS, "survey.opens");
        opens.setValue(today.date());
        opens.setMin(today.date());
        DatePicker closes = day(CLOSES, "survey.closes");
        closes.setValue(today.date().plusDays(DAYS));
        DatePicker remind = day(REMIND, "survey.remind");
        remind.setValue(today.date().plusDays(DAYS - REMIND_BEFORE));
        remind.setClearButtonVisible(true);
        remind.setHelperText(t("survey.remind.help"));
        Map<Long, String> others = others(clinicId);
        CheckboxGroup<Long> clinics = new CheckboxGroup<>(t("survey.clinics"));
        clinics.setId(CLINICS);
        clinics.setItems(others.keySet());
        clinics.setItemLabelGenerator(id -> others.getOrDefault(id, ""));
        clinics.setHelperText(t("survey.clinics.help"));
        FormDialog dialog = new FormDialog(t("survey.open"), t("survey.open.verb"), () -> {
                    List<Long> ids = new ArrayList<>(List.of(clinicId));
                    ids.addAll(clinics.getValue());
                    Survey made = surveys.open(
                                    current.get(),
                                    ids,
                                    new SurveyData(opens.getValue(), closes.getValue(), remind.getValue()))
                            .getFirst();
                    goTo(Paths.of(Paths.SURVEY, made.id()));
                })
                .field("opensOn", opens)
                .field("closesOn", closes)
                .field("remindOn", remind);
        if (!others.isEmpty()) {
            dialog.field("clinicIds", clinics);
        }
        dialog.open();
    }

    private Map<Long, String> others(long clinicId) {
        Map<Long, String> others = new LinkedHashMap<>();
        for (Register.Line line : register.mine(current.get(), null).lines()) {
            if (line.clinicId() != clinicId) {
                others.put(line.clinicId(), line.clinicName());
            }
        }
        return others;
    }

    private DatePicker day(String id, String key) {
        DatePicker field = Dates.field(t(key), getLocale());
        field.setId(id);
        return field;
    }
}
