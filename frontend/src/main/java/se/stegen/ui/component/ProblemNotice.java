package se.stegen.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.LinkedHashMap;
import java.util.Map;
import se.stegen.common.Messages;
import se.stegen.common.Problem;

/** Says what went wrong, what was kept and what to do: at the top of a screen, at a field, or as a notification. */
public final class ProblemNotice extends Div {
    /** Id of the notice at the top of a screen. */
    public static final String ID = "problem";

    private static final long serialVersionUID = 1L;

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /** An empty notice, which is not seen. */
    public ProblemNotice() {
        setId(ID);
        addClassNames("notice", "bad");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** A refusal of this field of the API is said at the field, too. */
    public void field(String name, HasValidation field) {
        fields.put(name, field);
    }

    /** Says why something was refused and moves the focus to the field that is wrong, else to this notice. */
    public void show(Problem problem) {
        clear();
        Component wrong = null;
        for (Problem.FieldError error : problem.errors()) {
            HasValidation field = fields.get(error.field());
            if (field != null) {
                field.setErrorMessage(Messages.get(
                        getLocale(),
                        error.code().messageKey(),
                        error.arguments().toArray()));
                field.setInvalid(true);
                wrong = wrong == null && field instanceof Component component ? component : wrong;
            }
        }
        say(problem.text(getLocale()));
        if (wrong == null) {
            getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        } else {
            Html.focus(wrong);
        }
    }

    /** Says a text. */
    public void say(String text) {
        removeAll();
        add(new Paragraph(text));
        setVisible(true);
    }

    /** Everything is well again. */
    public void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
        removeAll();
        setVisible(false);
    }

    /** Says something that went wrong above whatever is on the screen, until it is closed. */
    public static void notify(String text, String close) {
        Notification notification = new Notification();
        notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notification.setPosition(Notification.Position.TOP_CENTER);
        notification.setAssertive(true);
        notification.setDuration(0);
        notification.add(Html.div("actions", new Span(text), new Button(close, click -> notification.close())));
        notification.open();
    }

    /** Says for a few seconds that something was done. */
    public static void done(String text) {
        Notification notification = new Notification(text, 6000, Notification.Position.TOP_END);
        notification.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        notification.open();
    }

    /** Says that something was done which can be undone, and offers that. */
    public static void undo(String text, String undo, Runnable action) {
        Notification notification = new Notification();
        notification.setPosition(Notification.Position.BOTTOM_CENTER);
        notification.setDuration(12_000);
        notification.add(Html.div("actions", new Span(text), new Button(undo, click -> {
            notification.close();
            action.run();
        })));
        notification.open();
    }
}
