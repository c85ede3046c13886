package se.stegen.ui.tosign;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import se.stegen.common.Problem;
import se.stegen.common.Today;
import se.stegen.tosign.ToSignItem;
import se.stegen.tosign.ToSignService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;

/** "Att signera": each record is opened here, read, and then signed with the others. */
@Route(Paths.TO_SIGN)
@Prototype
@PermitAll
class ToSignView extends Screen implements BeforeEnterObserver {
    static final String SIGN = "to-sign-sign";

    private static final long serialVersionUID = 1L;

    private final transient ToSignService service;
    private final transient RecordReading reading;
    private final transient CurrentActor current;
    private final transient Today today;
    private final List<ToSignRow> rows = new ArrayList<>();
    private final Button sign = RecordScreen.primary(SIGN, "", this::ask);

    ToSignView(ToSignService service, RecordReading reading, CurrentActor current, Today today) {
        this.service = service;
        this.reading = reading;
        this.current = current;
        this.today = today;
        addClassName("narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        begin(t("to-sign.title")).line(t("to-sign.help"));
        rows.clear();
        List<ToSignItem> waiting = service.waiting(current.get());
        if (waiting.isEmpty()) {
            add(Html.div("card", new EmptyState(t("to-sign.empty"), Html.button(Paths.HOME, t("nav.home"), false))));
            return;
        }
        Div list = Html.div("card to-sign");
        for (ToSignItem item : waiting) {
            ToSignRow row = new ToSignRow(item, reading, today.date(), this::count);
            rows.add(row);
            list.add(row);
        }
        add(list, Html.div("bottom-actions", sign));
        count();
    }

    private List<ToSignRow> chosen() {
        return rows.stream().filter(ToSignRow::chosen).toList();
    }

    private void count() {
        int chosen = chosen().size();
        sign.setText(chosen == 0 ? t("to-sign.none") : t("to-sign.sign", Integer.toString(chosen)));
        sign.setEnabled(chosen > 0);
    }

    private void ask() {
        int chosen = chosen().size();
        new Confirm(
                        t("to-sign.confirm.title", Integer.toString(chosen)),
                        t("to-sign.confirm.text"),
                        t("to-sign.sign", Integer.toString(chosen)),
                        this::sign)
                .open();
    }

    private void sign() {
        List<ToSignRow> chosen = chosen();
        List<ToSignService.Outcome> outcomes = service.sign(
                current.get(), chosen.stream().map(ToSignRow::reference).toList());
        long signed = outcomes.stream().filter(o -> o.refusal() == null).count();
        List<String> refusals = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Problem refusal = outcomes.get(i).refusal();
            if (refusal != null) {
                refusals.add(chosen.get(i).title() + ": " + refusal.text(getLocale()));
            }
        }
        show();
        if (!refusals.isEmpty()) {
            problem().say(String.join(" ", refusals));
        }
        if (signed > 0) {
            ProblemNotice.done(t("to-sign.done", signed));
        }
        top();
    }
}
