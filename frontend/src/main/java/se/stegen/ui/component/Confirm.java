package se.stegen.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks once more, only before what cannot be undone. */
public final class Confirm extends Dialog {
    /** Id of the button that does it. */
    public static final String YES = "confirm-yes";

    private static final long serialVersionUID = 1L;

    /** The dialog; the button is named by its verb. */
    public Confirm(String title, String explanation, String verb, Runnable action) {
        setHeaderTitle(title);
        setWidth("min(520px, 100%)");
        add(new Paragraph(explanation));
        Button yes = new Button(verb, click -> {
            close();
            action.run();
        });
        yes.setId(YES);
        yes.setDisableOnClick(true);
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), yes);
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                yes.focus();
            }
        });
    }
}
