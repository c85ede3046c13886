package se.stegen.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.LongConsumer;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.assessment.AssessmentRequest;
import se.stegen.assessment.AssessmentService;
import se.stegen.assessment.Assessor;
import se.stegen.assessment.RequestStartService;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.common.Today;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.supervision.SupervisionData;
import se.stegen.supervision.SupervisionService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.PersonPicker;
import se.stegen.ui.component.ProblemNotice;

/** The buttons that start a session or a request: a draft with today's date and the main supervisor filled in. */
@Singleton
public class NewRecords {
    /** Id of the button that logs a session. */
    public static final String LOG_SUPERVISION = "log-supervision";
    /** Id of the button that plans a session. */
    public static final String PLAN_SUPERVISION = "plan-supervision";
    /** Id of the button that asks for an assessment. */
    public static final String ASK_ASSESSMENT = "ask-assessment";
    /** Id of the field for somebody, where there is no main supervisor. */
    public static final String WITH_WHOM = "with-whom";
    /** Id of the button that goes on from there. */
    public static final String GO_ON = "with-whom-go-on";

    private final SupervisionService supervisions;
    private final AssessmentService assessments;
    private final RequestStartService starts;
    private final ProgrammeService programmes;
    private final AccessPolicy access;
    private final Colleagues colleagues;
    private final CurrentActor current;
    private final Today today;

    NewRecords(
            SupervisionService supervisions,
            AssessmentService assessments,
            RequestStartService starts,
            ProgrammeService programmes,
            AccessPolicy access,
            Colleagues colleagues,
            CurrentActor current,
            Today today) {
        this.supervisions = supervisions;
        this.assessments = assessments;
        this.starts = starts;
        this.programmes = programmes;
        this.access = access;
        this.colleagues = colleagues;
        this.current = current;
        this.today = today;
    }

    /** Whether the actor writes records of this programme: the doctor, and those who supervise or lead. */
    public boolean may(Actor actor, long programmeId) {
        return access.portfolioAccess(actor, programmeId).compareTo(PortfolioAccess.ALL) >= 0;
    }

    /** "Logga handledning". */
    public Button logSupervision(long programmeId, ProblemNotice problem, boolean primary) {
        return button(
                LOG_SUPERVISION,
                "home.log.supervision",
                primary,
                programmeId,
                problem,
                person -> supervision(programmeId, person, false));
    }

    /** "Planera handledning". */
    public Button planSupervision(long programmeId, ProblemNotice problem) {
        return button(
                PLAN_SUPERVISION,
                "supervision.plan",
                false,
                programmeId,
                problem,
                person -> supervision(programmeId, person, true));
    }

    /** "Be om bedömning"; for somebody else's programme "Ny bedömning". */
    public Button askAssessment(long programmeId, ProblemNotice problem, boolean own) {
        return button(
                ASK_ASSESSMENT, own ? "home.ask.assessment" : "assessment.new", true, programmeId, problem, person -> {
                    AssessmentRequest request = starts.start(current.get(), programmeId, Assessor.person(person));
                    open(
                            Paths.ASSESSMENT,
                            assessments
                                    .create(current.get(), programmeId, request)
                                    .id());
                });
    }

    /** A request on one form, such as a journal club's; the verb is the caller's. */
    public Button askOn(String templateCode, String key, long programmeId, ProblemNotice problem) {
        return button(ASK_ASSESSMENT, key, false, programmeId, problem, person -> {
            AssessmentRequest usual = starts.start(current.get(), programmeId, Assessor.person(person));
            AssessmentRequest request = new AssessmentRequest(
                    templateCode,
                    usual.observedOn(),
                    usual.assessorId(),
                    usual.assessorEmail(),
                    List.of(),
                    List.of(),
                    null);
            open(
                    Paths.ASSESSMENT,
                    assessments.create(current.get(), programmeId, request).id());
        });
    }

    private void supervision(long programmeId, long supervisorId, boolean planned) {
        SupervisionData data = new SupervisionData(today.date(), supervisorId, false, List.of(), null, null);
        open(
                Paths.SUPERVISION,
                supervisions.create(current.get(), programmeId, data, planned).id());
    }

    private Button button(
            String id, String key, boolean primary, long programmeId, ProblemNotice problem, LongConsumer start) {
        Button button = new Button(UI.getCurrent().getTranslation(key));
        button.setId(id);
        button.setDisableOnClick(true);
        if (primary) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        button.addClickListener(click -> {
            try {
                start(programmeId, button.getText(), start);
            } catch (Problem refused) {
                problem.show(refused);
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }

    private void start(long programmeId, String title, LongConsumer start) {
        Actor actor = current.get();
        ProgrammeFacts programme = programmes.facts(programmeId);
        Long main = programme.mainSupervisorId();
        if (programme.personId() != actor.personId()) {
            start.accept(actor.personId());
        } else if (main != null) {
            start.accept(main);
        } else {
            withWhom(actor, title, start);
        }
    }

    private void withWhom(Actor actor, String title, LongConsumer start) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(title);
        dialog.setWidth("min(480px, 100%)");
        PersonPicker picker = new PersonPicker(text(actor, "with.whom"), colleagues);
        picker.field().setId(WITH_WHOM);
        picker.field().setWidthFull();
        picker.field().setHelperText(text(actor, "with.whom.help"));
        ProblemNotice notice = new ProblemNotice();
        notice.setId("with-whom-problem");
        Button goOn = new Button(text(actor, "go.on"), click -> {
            Long person = picker.personId();
            if (person == null) {
                picker.field().setInvalid(true);
                picker.field().setErrorMessage(text(actor, "with.whom.missing"));
                return;
            }
            try {
                start.accept(person);
                dialog.close();
            } catch (Problem refused) {
                notice.show(refused);
            }
        });
        goOn.setId(GO_ON);
        goOn.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(notice, picker);
        dialog.getFooter().add(new Button(text(actor, "cancel"), click -> dialog.close()), goOn);
        dialog.open();
    }

    private static String text(Actor actor, String key) {
        return Messages.get(actor.locale(), key);
    }

    private static void open(String screen, @Nullable Long id) {
        if (id != null) {
            UI.getCurrent().navigate(Paths.of(screen, id));
        }
    }
}
