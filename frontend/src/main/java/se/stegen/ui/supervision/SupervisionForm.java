package se.stegen.ui.supervision;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.curriculum.Goal;
import se.stegen.supervision.Supervision;
import se.stegen.supervision.SupervisionData;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Conflict;
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
        supervisor.field().setValue(supervisorOf(session));
        supervisor.field().setReadOnly(ownSupervision);
        iupReviewed.setValue(session.iupReviewed());
        goals.setValue(new TreeSet<>(session.goalCodes()));
        minutes.setValue(or(session.minutes()));
        agreed.setValue(or(session.agreed()));
    }

    /** What the other saved since both began, where it differs from what stands here. */
    List<Conflict.Difference> differences(Supervision base, SupervisionData mine, Supervision theirs) {
        Locale locale = getLocale();
        return Stream.of(
                        Conflict.Difference.value(
                                getTranslation("supervision.date"),
                                base.date(),
                                mine.date(),
                                theirs.date(),
                                day -> Dates.day(day, locale),
                                date::setValue),
                        Conflict.Difference.value(
                                getTranslation("supervision.supervisor"),
                                supervisorOf(base),
                                supervisor.field().getValue(),
                                supervisorOf(theirs),
                                PersonPicker.Choice::name,
                                supervisor.field()::setValue),
                        Conflict.Difference.value(
                                getTranslation("supervision.iup"),
                                base.iupReviewed(),
                                mine.iupReviewed(),
                                theirs.iupReviewed(),
                                ticked -> getTranslation(ticked ? "yes" : "no"),
                                iupReviewed::setValue),
                        Conflict.Difference.value(
                                getTranslation("supervision.goals"),
                                new TreeSet<>(base.goalCodes()),
                                new TreeSet<>(mine.goalCodes()),
                                new TreeSet<>(theirs.goalCodes()),
                                codes -> String.join(", ", codes),
                                goals::setValue),
                        Conflict.Difference.text(
                                getTranslation("supervision.minutes"),
                                or(base.minutes()),
                                minutes.getValue(),
                                or(theirs.minutes()),
                                minutes::setValue),
                        Conflict.Difference.text(
                                getTranslation("supervision.agreed"),
                                or(base.agreed()),
                                agreed.getValue(),
                                or(theirs.agreed()),
                                agreed::setValue))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Puts a line below what stands in the minutes. */
    void addToMinutes(String line) {
        String before = minutes.getValue().stripTrailing();
        minutes.setValue((before.isEmpty() ? "" : before + "\n") + "- " + line);
    }

    private static PersonPicker.Choice supervisorOf(Supervision session) {
        return new PersonPicker.Choice(session.supervisorId(), session.supervisorName(), "");
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
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
