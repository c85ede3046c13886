package se.stegen.ui.feedback;

import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDateTime;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.feedback.FeedbackForm;
import se.stegen.feedback.RaterService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Paths;

/** Where a colleague with an account answers. */
@Route(Paths.FEEDBACK_ANSWER)
@Prototype
@PermitAll
class RaterView extends RaterScreen implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient RaterService raters;
    private final transient CurrentActor current;
    private long roundId;

    RaterView(RaterService raters, CurrentActor current) {
        this.raters = raters;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        roundId = id;
        show();
    }

    @Override
    FeedbackForm form() {
        return raters.form(current.get(), roundId);
    }

    @Override
    LocalDateTime keep(AssessmentAnswer answer) {
        return raters.keep(current.get(), roundId, answer);
    }

    @Override
    void answer(AssessmentAnswer answer) {
        raters.answer(current.get(), roundId, answer);
    }
}
