package se.stegen.ui.assessment;

import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import se.stegen.assessment.CodeService;
import se.stegen.common.Problem;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;

/** Where a scanned code leads: to the request, which is the scanner's to answer from then on. */
@Route(Paths.TAKE)
@Prototype
@PermitAll
class TakeView extends Screen implements HasUrlParameter<String> {
    private static final long serialVersionUID = 1L;

    private final transient CodeService codes;
    private final transient CurrentActor current;

    TakeView(CodeService codes, CurrentActor current) {
        this.codes = codes;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, String code) {
        try {
            long id = codes.take(current.get(), code);
            event.forwardTo(Paths.of(Paths.ASSESSMENT, id));
        } catch (Problem refused) {
            begin(t("take.title")).line(t("take.text"));
            problem().show(refused);
            add(Html.button(Paths.HOME, t("nav.home"), true));
        }
    }
}
