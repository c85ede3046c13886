package se.stegen.ui.assessment;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDateTime;
import java.util.Map;
import se.stegen.access.Actor;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.assessment.AssessmentService;
import se.stegen.assessment.TogetherService;
import se.stegen.common.Problem;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.StateBadge;

/** The doctor hands over the phone: the assessor judges and signs with an own PIN. */
@Route(Paths.TOGETHER)
@Prototype
@PermitAll
class TogetherView extends RecordScreen implements HasUrlParameter<Long> {
    static final String PIN = "together-pin";
    static final String SIGN = "together-sign";

    private static final long serialVersionUID = 1L;

    private final transient AssessmentService assessments;
    private final transient TogetherService together;
    private final transient CurrentActor current;
    private transient TogetherService.Draft written =
            new TogetherService.Draft(new AssessmentAnswer(Map.of(), null, null, null), null);

    TogetherView(AssessmentService assessments, TogetherService together, CurrentActor current) {
        this.assessments = assessments;
        this.together = together;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        Actor actor = current.get();
        Assessment shown = assessments.get(actor, id);
        if (shown.doctorId() != actor.personId()) {
            throw Problem.forbidden();
        }
        boolean named = shown.assessorId() != null;
        begin(t("together.title", TemplateTexts.name(shown.template(), getLocale())))
                .badge(new StateBadge(shown.state()))
                .line(named ? t("together.hand", shown.assessorName()) : t("together.nobody"));
        if (!named) {
            add(Html.button(Paths.of(Paths.ASSESSMENT, id), t("together.choose"), true));
            return;
        }
        written = together.draft(actor, id);
        AnswerForm form = new AnswerForm(shown.template(), written.answer());
        AutoSave saving = new AutoSave(savedAt(), problem(), () -> save(id, form), () -> stale(id, form));
        form.watch(saving, problem());
        draft(saving);
        PasswordField pin = new PasswordField(t("together.pin", shown.assessorName()));
        pin.setId(PIN);
        pin.setWidthFull();
        pin.setHelperText(t("together.pin.help"));
        pin.getElement().setAttribute("inputmode", "numeric");
        pin.getElement().setAttribute("autocomplete", "off");
        problem().field("pin", pin);
        add(form, Html.div("card", new Paragraph(t("together.explained", shown.assessorName())), pin));
        actions(true, primary(SIGN, t("together.sign", shown.assessorName()), () -> sign(shown, form, pin)));
    }

    private LocalDateTime save(long id, AnswerForm form) {
        AssessmentAnswer mine = form.answer();
        LocalDateTime saved = together.keep(current.get(), id, mine, written.savedAt());
        written = new TogetherService.Draft(mine, saved);
        return saved;
    }

    /** Another tab or device saved: what stands there is shown beside what is written here. */
    private void stale(long id, AnswerForm form) {
        TogetherService.Draft theirs = together.draft(current.get(), id);
        merge(form.differences(written.answer(), theirs.answer()), () -> written = theirs);
    }

    private void sign(Assessment shown, AnswerForm form, PasswordField pin) {
        if (!form.judged()) {
            form.askForJudgement();
            return;
        }
        if (!saved()) {
            return;
        }
        AssessmentAnswer answer = form.answer().signed();
        String entered = pin.getValue();
        // Before the refusal is told at the field: a PIN is never left on the screen.
        pin.clear();
        attempt(() -> {
            together.sign(current.get(), shown.id(), null, answer, entered);
            draft(null);
            ProblemNotice.done(t("together.done", shown.assessorName()));
            goTo(Paths.of(Paths.ASSESSMENT, shown.id()));
        });
    }
}
