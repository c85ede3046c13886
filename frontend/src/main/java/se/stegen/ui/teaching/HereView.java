package se.stegen.ui.teaching;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import se.stegen.common.Problem;
import se.stegen.teaching.AttendanceService;
import se.stegen.teaching.Teaching;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.RecordScreen;

/** Where the code in the room leads: one tap says that one is here. */
@Route(Paths.HERE)
@Prototype
@PermitAll
class HereView extends RecordScreen implements HasUrlParameter<String> {
    static final String HERE = "i-am-here";

    private static final long serialVersionUID = 1L;

    private final transient AttendanceService attendance;
    private final transient CurrentActor current;

    HereView(AttendanceService attendance, CurrentActor current) {
        this.attendance = attendance;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, String code) {
        try {
            Teaching session = attendance.look(current.get(), code);
            if (there(session)) {
                noted(session);
                return;
            }
            begin(session.title()).line(line(session));
            add(Html.div(
                    "card",
                    new Paragraph(t("attendance.here.text", current.get().name()))));
            actions(
                    false,
                    primary(
                            HERE,
                            t("attendance.here"),
                            () -> attempt(() -> {
                                noted(attendance.attend(current.get(), code));
                                top();
                            })));
        } catch (Problem refused) {
            begin(t("attendance.here.title")).line(t("attendance.here.not"));
            problem().show(refused);
            add(Html.button(Paths.HOME, t("nav.home"), true));
        }
    }

    private void noted(Teaching session) {
        begin(session.title()).line(line(session));
        add(
                Html.div("notice good", new Paragraph(t("attendance.here.done"))),
                Html.button(Paths.HOME, t("nav.home"), false));
    }

    private boolean there(Teaching session) {
        return session.attendees().stream()
                .anyMatch(one -> one.personId() == current.get().personId());
    }

    private String line(Teaching session) {
        return t("teaching.kind." + session.kind()) + " · " + day(session.date()) + " · " + session.clinicName();
    }
}
