package se.stegen.ui.supervision;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.curriculum.Goal;
import se.stegen.supervision.Supervision;
import se.stegen.supervision.SupervisionData;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.GoalPicker;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PersonPicker;
import se.stegen.ui.component.ProblemNotice;

/** The fields of a session. */
final class SupervisionForm extends Div {
    static final String DATE = "supervision-date";
    static final String SUPERVISOR = "supervision-supervisor";
    static final String IUP = "supervision-iup";
    static final String GOALS = "supervision-goals";
    static final String MINUTES = "supervision-minutes";
    static final String AGREED = "supervision-agreed";

    private static final long serialVersionUID = 1L;

    private final DatePicker date = Dates.field(getTranslation("supervision.date"), getLocale());
    private final PersonPicker supervisor;
    private final Checkbox iupReviewed = new Checkbox(getTranslation("supervision.iup"));
    private final GoalPicker goals;
    private final TextArea minutes = new TextArea(getTranslation("supervision.minutes"));
    private final TextArea agreed = new TextArea(getTranslation("supervision.agreed"));

    SupervisionForm(List<Goal> known, PersonPicker.Source people) {
        addClassNames("card");
        supervisor = new PersonPicker(getTranslation("supervision.supervisor"), people);
        goals = new GoalPicker(getTranslation("supervision.goals"), known);
        date.setId(DATE);
        supervisor.field().setId(SUPERVISOR);
        iupReviewed.setId(IUP);
        goals.setId(GOALS);
        minutes.setId(MINUTES);
        agreed.setId(AGREED);
        minutes.setHelperText(getTranslation("supervision.minutes.help"));
        minutes.setMinHeight("140px");
        agreed.setMinHeight("90px");
        Div two = Html.div("fields two", date, supervisor);
        add(Html.div("fields", two, iupReviewed, goals, minutes, agreed));
    }

    void fill(Supervision session, boolean ownSupervision) {
        date.setValue(session.date());
        supervisor.field().setValue(new PersonPicker.Choice(session.supervisorId(), session.supervisorName(), ""));
        supervisor.field().setReadOnly(ownSupervision);
        iupReviewed.setValue(session.iupReviewed());
        goals.setValue(new TreeSet<>(session.goalCodes()));
        String written = session.minutes();
        minutes.setValue(written == null ? "" : written);
        String promised = session.agreed();
        agreed.setValue(promised == null ? "" : promised);
    }

    void texts(Set<String> goalCodes, String minutesText, String agreedText) {
        goals.setValue(goalCodes);
        minutes.setValue(minutesText);
        agreed.setValue(agreedText);
    }

    void watch(AutoSave saving, ProblemNotice problem) {
        saving.watch(date);
        saving.watch(supervisor.field());
        saving.watch(iupReviewed);
        saving.watch(goals);
        saving.watch(minutes);
        saving.watch(agreed);
        problem.field("date", date);
        problem.field("supervisorId", supervisor.field());
        problem.field("goalCodes", goals);
        problem.field("minutes", minutes);
        problem.field("agreed", agreed);
    }

    SupervisionData data() {
        LocalDate day = date.getValue();
        if (day == null) {
            throw Problem.field("date", ProblemCode.REQUIRED);
        }
        Long person = supervisor.personId();
        if (person == null) {
            throw Problem.field("supervisorId", ProblemCode.REQUIRED);
        }
        return new SupervisionData(
                day, person, iupReviewed.getValue(), goals.codes(), minutes.getValue(), agreed.getValue());
    }
}
