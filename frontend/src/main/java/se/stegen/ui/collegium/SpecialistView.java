package se.stegen.ui.collegium;

import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDateTime;
import java.util.Map;
import se.stegen.collegium.CollegiumForm;
import se.stegen.collegium.SpecialistViewService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Paths;

/** Where a specialist with account answers before a collegium. */
@Route(Paths.COLLEGIUM_VIEWS)
@Prototype
@PermitAll
class SpecialistView extends ViewScreen implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient SpecialistViewService views;
    private final transient CurrentActor current;
    private long id;

    SpecialistView(SpecialistViewService views, CurrentActor current) {
        this.views = views;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long collegiumId) {
        id = collegiumId;
        show();
    }

    @Override
    CollegiumForm form() {
        return views.form(current.get(), id);
    }

    @Override
    LocalDateTime keep(long programmeId, Map<String, String> levels, String comment) {
        return views.keep(current.get(), id, programmeId, levels, comment);
    }

    @Override
    void done() {
        views.done(current.get(), id);
    }

    @Override
    String texts() {
        return "collegium.view";
    }
}
