package se.stegen.ui.clinic;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.access.AccessPolicy;
import se.stegen.common.Problem;
import se.stegen.guideline.IndicatorCode;
import se.stegen.reminder.TargetReminder;
import se.stegen.reminder.TargetReminder.Outcome;
import se.stegen.reminder.TargetReminderService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;

/**
 * What to do about an opened light: remind, book, appoint, for one doctor or for many. Nothing is read before somebody opens
 * it.
 */
final class TargetPanel extends Div {
    static final String OPEN = "target-open";
    static final String DOCTORS = "target-doctors";
    static final String ALL = "target-all";
    static final String TO_DOCTOR = "target-to-doctor";
    static final String TO_SUPERVISOR = "target-to-supervisor";
    static final String REMIND = "target-remind";
    static final String RESULT = "target-result";

    private static final long serialVersionUID = 1L;

    private final transient TargetReminderService reminders;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;
    private final Button open;
    private final Div body = new Div();
    private final Div result = new Div();
    private final ProblemNotice notice = new ProblemNotice();
    private @Nullable IndicatorCode code;
    private long clinicId;
    private boolean opened;

    TargetPanel(TargetReminderService reminders, AccessPolicy access, CurrentActor current) {
        this.reminders = reminders;
        this.access = access;
        this.current = current;
        addClassName("card");
        setVisible(false);
        open = new Button(getTranslation("target.open"), click -> toggle());
        open.setId(OPEN);
        result.setId(RESULT);
        result.getElement().setAttribute("role", "status");
        notice.setId("target-problem");
        add(open, notice, result, body);
    }

    /** Is there where a light of doctors is open, today, for those who lead the clinic. */
    void show(long clinic, @Nullable IndicatorCode light, boolean today) {
        boolean same = light == code && clinic == clinicId;
        clinicId = clinic;
        code = light;
        setVisible(today && light != null && access.mayRemindOfTargets(current.get(), clinic));
        if (!same) {
            opened = false;
            result.removeAll();
            fill();
        }
    }

    private void toggle() {
        opened = !opened;
        fill();
    }

    private void fill() {
        body.removeAll();
        notice.clear();
        open.getElement().setAttribute("aria-expanded", Boolean.toString(opened));
        IndicatorCode light = code;
        if (!opened || light == null) {
            return;
        }
        try {
            List<TargetReminder> missing = reminders.missing(current.get(), clinicId, light);
            if (missing.isEmpty()) {
                body.add(new EmptyState(getTranslation("target.none")));
                return;
            }
            if (TargetReminder.remindable(light)) {
                remind(light, missing);
            } else {
                body.add(new Paragraph(getTranslation("target.own." + light)));
            }
            body.add(ways(light, missing));
        } catch (Problem refused) {
            notice.show(refused);
        }
    }

    private void remind(IndicatorCode light, List<TargetReminder> missing) {
        Set<TargetReminder> may =
                missing.stream().filter(one -> one.outcome() == Outcome.OPEN).collect(Collectors.toSet());
        CheckboxGroup<TargetReminder> doctors =
                new CheckboxGroup<>(getTranslation("target.doctors", getTranslation("indicator." + light)));
        doctors.setId(DOCTORS);
        doctors.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        doctors.setItems(missing);
        doctors.setItemLabelGenerator(this::label);
        doctors.setItemEnabledProvider(may::contains);
        Checkbox all = new Checkbox(getTranslation("target.all", may.size()));
        all.setId(ALL);
        all.setEnabled(!may.isEmpty());
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                doctors.setValue(change.getValue() ? new HashSet<>(may) : Set.of());
            }
        });
        doctors.addValueChangeListener(
                change -> all.setValue(!may.isEmpty() && change.getValue().size() == may.size()));
        Checkbox toDoctor = new Checkbox(getTranslation("target.to.doctor"), true);
        toDoctor.setId(TO_DOCTOR);
        Checkbox toSupervisor = new Checkbox(getTranslation("target.to.supervisor"));
        toSupervisor.setId(TO_SUPERVISOR);
        Button remind = new Button(
                getTranslation("target.remind"),
                click -> send(light, doctors.getValue(), toDoctor.getValue(), toSupervisor.getValue()));
        remind.setId(REMIND);
        remind.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        remind.setDisableOnClick(true);
        Div whom = Html.div("actions", toDoctor, toSupervisor);
        whom.getElement().setAttribute("role", "group");
        whom.getElement().setAttribute("aria-label", getTranslation("target.whom"));
        body.add(all, doctors, whom, new Paragraph(getTranslation("target.mail")), Html.div("actions", remind));
    }

    private String label(TargetReminder one) {
        String supervisor = one.supervisorName();
        LocalDateTime at = one.remindedAt();
        String who = one.doctorName() + " · "
                + (supervisor == null
                        ? getTranslation("target.no.supervisor")
                        : getTranslation("target.supervisor", supervisor));
        return at == null
                ? who
                : who + " · "
                        + getTranslation(
                                "target.reminded",
                                Dates.moment(at, getLocale()),
                                Objects.requireNonNullElse(one.remindedBy(), ""));
    }

    private void send(IndicatorCode light, Set<TargetReminder> chosen, boolean toDoctor, boolean toSupervisor) {
        try {
            List<TargetReminder> done = reminders.remind(
                    current.get(),
                    clinicId,
                    light,
                    chosen.stream().map(TargetReminder::programmeId).toList(),
                    toDoctor,
                    toSupervisor);
            fill();
            tell(done);
        } catch (Problem refused) {
            fill();
            notice.show(refused);
        }
        open.focus();
    }

    /** Who was reminded, and who was not and why. */
    private void tell(List<TargetReminder> done) {
        result.removeAll();
        HtmlContainer list = Html.tag("ul");
        for (TargetReminder one : done) {
            list.add(Html.text(
                    "li",
                    one.doctorName() + ": "
                            + (one.outcome() == Outcome.REMINDED
                                    ? getTranslation(
                                            one.toDoctor() && one.toSupervisor()
                                                    ? "target.done.both"
                                                    : one.toDoctor() ? "target.done.doctor" : "target.done.supervisor",
                                            Objects.requireNonNullElse(one.supervisorName(), ""))
                                    : getTranslation("target.outcome." + one.outcome()))));
        }
        long reminded =
                done.stream().filter(one -> one.outcome() == Outcome.REMINDED).count();
        result.add(Html.div(
                reminded == done.size() ? "notice good" : "notice warn",
                new Paragraph(getTranslation("target.done", reminded, done.size())),
                list));
    }

    /** For each doctor the way to where it is booked, appointed or seen to. */
    private Div ways(IndicatorCode light, List<TargetReminder> missing) {
        HtmlContainer list = Html.tag("ul");
        for (TargetReminder one : missing) {
            list.add(Html.tag(
                    "li",
                    Html.link(
                            path(light, one.programmeId()), getTranslation("target.way." + light, one.doctorName()))));
        }
        return Html.div("", Html.text("h3", getTranslation("target.ways")), list);
    }

    private String path(IndicatorCode light, long programmeId) {
        return switch (light) {
            case SUPERVISION -> Paths.of(Paths.SUPERVISIONS, programmeId) + "?" + Paths.BOOK;
            case DEVELOPMENT_TALK, RECONCILIATION, INTRODUCTION ->
                Paths.of(Paths.MEETINGS, programmeId) + "?" + Paths.BOOK + "=" + light;
            case COLLEGIUM -> Paths.of(Paths.COLLEGIUM_PLAN, clinicId);
            case MAIN_SUPERVISOR, SUPERVISOR_QUALIFIED -> Paths.of(Paths.TRAINEE, programmeId) + "?" + Paths.APPOINT;
            case IUP_ON_TIME, IUP_REVISED -> Paths.of(Paths.IUP, programmeId);
            case ASSESSMENT, GENERAL_COMPETENCE -> Paths.of(Paths.ASSESSMENTS, programmeId);
            case SELF_STUDY -> Paths.of(Paths.STUDIES, programmeId);
            default -> Paths.of(Paths.TRAINEE, programmeId);
        };
    }
}
