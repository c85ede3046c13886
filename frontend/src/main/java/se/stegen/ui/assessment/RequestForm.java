package se.stegen.ui.assessment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.AssessmentRequest;
import se.stegen.assessment.RecentAssessor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.curriculum.Goal;
import se.stegen.feedback.FeedbackService;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.Competence;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Conflict;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.GoalPicker;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.PersonPicker;
import se.stegen.ui.component.ProblemNotice;

/** What is asked for: which form, of whom, when, in which situation, for which goals. */
final class RequestForm extends Div {
    static final String TEMPLATE = "assessment-template";
    static final String DATE = "assessment-date";
    static final String ASSESSOR = "assessment-assessor";
    static final String RECENT = "assessment-recent";
    static final String GOALS = "assessment-goals";
    static final String CONTEXT = "assessment-context";
    static final String COMPETENCES = "assessment-competences";
    static final String ROUND = "assessment-round";

    private static final long serialVersionUID = 1L;

    private final Select<AssessmentTemplate> template = new Select<>();
    private final DatePicker date = Dates.field(getTranslation("assessment.date"), getLocale());
    private final PersonPicker assessor;
    private final GoalPicker goals;
    private final Div lately;
    private final TextArea context = new TextArea(getTranslation("assessment.context"));
    private final CheckboxGroup<String> competences = new CheckboxGroup<>();
    private final transient List<AssessmentTemplate> templates;

    RequestForm(
            List<AssessmentTemplate> templates,
            List<Goal> known,
            PersonPicker.Source people,
            List<RecentAssessor> recent,
            LocalDate today) {
        this.templates = templates;
        addClassName("card");
        template.setLabel(getTranslation("assessment.template"));
        template.setItems(templates);
        template.setItemLabelGenerator(form -> TemplateTexts.name(form, getLocale()));
        date.setMax(today);
        assessor = new PersonPicker(getTranslation("assessment.assessor"), people);
        lately = lately(recent);
        goals = new GoalPicker(getTranslation("assessment.goals"), known);
        context.setHelperText(getTranslation("assessment.context.help"));
        context.setMinHeight("90px");
        competences.setAriaLabel(getTranslation("assessment.competences"));
        competences.setItems(Arrays.stream(Competence.values()).map(Enum::name).toList());
        competences.setItemLabelGenerator(code -> getTranslation("competence." + code));
        template.setId(TEMPLATE);
        date.setId(DATE);
        assessor.field().setId(ASSESSOR);
        goals.setId(GOALS);
        context.setId(CONTEXT);
        competences.setId(COMPETENCES);
        Details more = new Details(getTranslation("assessment.competences"), competences);
        more.setWidthFull();
        add(Html.div("fields", Html.div("fields two", template, date), assessor, lately, goals, context, more));
    }

    /** Those who were asked lately: one tap each. */
    private Div lately(List<RecentAssessor> recent) {
        Div chips = Html.div("chips");
        chips.setId(RECENT);
        for (RecentAssessor one : recent) {
            Long id = one.personId();
            PersonPicker.Choice choice =
                    id == null ? PersonPicker.Choice.address(one.name()) : new PersonPicker.Choice(id, one.name(), "");
            Button chip = new Button(one.name(), click -> assessor.field().setValue(choice));
            chip.setAriaLabel(getTranslation("assessment.ask.again.of", one.name()));
            chips.add(chip);
        }
        return chips;
    }

    /** With the form of a 360 the doctor is shown the way to a whole round; what is asked here is one colleague's word. */
    void offerRound(long programmeId) {
        Div offer = Html.div(
                "notice",
                Html.text("p", getTranslation("feedback.instead.text")),
                Html.button(Paths.of(Paths.FEEDBACK, programmeId), getTranslation("feedback.instead"), false));
        offer.setId(ROUND);
        addComponentAsFirst(offer);
        Runnable choosing = () -> {
            AssessmentTemplate chosen = template.getValue();
            offer.setVisible(chosen != null && chosen.code().equals(FeedbackService.TEMPLATE));
        };
        template.addValueChangeListener(change -> choosing.run());
        choosing.run();
    }

    void fill(Assessment assessment, boolean ownAnswer) {
        form(assessment.template().code()).ifPresent(template::setValue);
        date.setValue(assessment.observedOn());
        PersonPicker.Choice asked = assessorOf(assessment);
        assessor.field().setValue(asked.name().isEmpty() ? null : asked);
        assessor.field().setReadOnly(ownAnswer);
        lately.setVisible(!ownAnswer && lately.getComponentCount() > 0);
        goals.setValue(new TreeSet<>(assessment.goalCodes()));
        context.setValue(assessment.context());
        competences.setValue(Set.copyOf(assessment.competences()));
    }

    void watch(AutoSave saving, ProblemNotice problem) {
        saving.watch(template);
        saving.watch(date);
        saving.watch(assessor.field());
        saving.watch(goals);
        saving.watch(context);
        saving.watch(competences);
        problem.field("templateCode", template);
        problem.field("observedOn", date);
        problem.field("assessorId", assessor.field());
        problem.field("assessorEmail", assessor.field());
        problem.field("goalCodes", goals);
        problem.field("context", context);
    }

    /** What the other saved since both began, where it differs from what stands here. */
    List<Conflict.Difference> differences(Assessment base, AssessmentRequest mine, Assessment theirs) {
        Locale locale = getLocale();
        return Stream.of(
                        Conflict.Difference.value(
                                getTranslation("assessment.template"),
                                base.template().code(),
                                mine.templateCode(),
                                theirs.template().code(),
                                code -> form(code)
                                        .map(form -> TemplateTexts.name(form, locale))
                                        .orElse(code),
                                code -> form(code).ifPresent(template::setValue)),
                        Conflict.Difference.value(
                                getTranslation("assessment.date"),
                                base.observedOn(),
                                date.getValue(),
                                theirs.observedOn(),
                                day -> Dates.day(day, locale),
                                date::setValue),
                        Conflict.Difference.value(
                                getTranslation("assessment.assessor"),
                                assessorOf(base),
                                assessor.field().getValue(),
                                assessorOf(theirs),
                                PersonPicker.Choice::name,
                                assessor.field()::setValue),
                        Conflict.Difference.value(
                                getTranslation("assessment.goals"),
                                new TreeSet<>(base.goalCodes()),
                                new TreeSet<>(mine.goalCodes()),
                                new TreeSet<>(theirs.goalCodes()),
                                codes -> String.join(", ", codes),
                                goals::setValue),
                        Conflict.Difference.text(
                                getTranslation("assessment.context"),
                                base.context(),
                                context.getValue(),
                                theirs.context(),
                                context::setValue),
                        Conflict.Difference.value(
                                getTranslation("assessment.competences"),
                                new TreeSet<>(base.competences()),
                                new TreeSet<>(mine.competences()),
                                new TreeSet<>(theirs.competences()),
                                codes -> codes.stream()
                                        .map(code -> getTranslation("competence." + code))
                                        .collect(Collectors.joining(", ")),
                                competences::setValue))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<AssessmentTemplate> form(String code) {
        return templates.stream().filter(form -> form.code().equals(code)).findFirst();
    }

    private static PersonPicker.Choice assessorOf(Assessment assessment) {
        Long id = assessment.assessorId();
        String email = assessment.assessorEmail();
        if (id != null) {
            return new PersonPicker.Choice(id, assessment.assessorName(), "");
        }
        return PersonPicker.Choice.address(email == null ? "" : email);
    }

    AssessmentRequest request() {
        AssessmentTemplate form = template.getValue();
        LocalDate day = date.getValue();
        Long person = assessor.personId();
        if (form == null) {
            throw Problem.field("templateCode", ProblemCode.REQUIRED);
        }
        if (day == null) {
            throw Problem.field("observedOn", ProblemCode.REQUIRED);
        }
        String email = assessor.email();
        if (person == null && email == null) {
            throw Problem.field("assessorId", ProblemCode.REQUIRED);
        }
        return new AssessmentRequest(
                form.code(),
                day,
                person,
                email,
                goals.codes(),
                List.copyOf(new TreeSet<>(competences.getValue())),
                context.getValue());
    }
}
