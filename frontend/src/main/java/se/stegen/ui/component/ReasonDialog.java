package se.stegen.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import se.stegen.common.Problem;

/** Asks why, before something is returned, declined, withdrawn or voided. */
public final class ReasonDialog extends Dialog {
    /** Id of the dialog. */
    public static final String ID = "reason-dialog";
    /** Id of the text. */
    public static final String TEXT = "reason-text";
    /** Id of the button that does it. */
    public static final String CONFIRM = "reason-confirm";

    private static final long serialVersionUID = 1L;

    /**
     * The dialog.
     *
     * @param title what happens
     * @param explanation what it means, for whom
     * @param verb the button
     * @param action gets the reason; a refusal is shown in the dialog, which stays open
     */
    public ReasonDialog(String title, String explanation, String verb, Consumer<String> action) {
        setId(ID);
        setHeaderTitle(title);
        setWidth("min(520px, 100%)");
        TextArea reason = new TextArea(getTranslation("reason.label"));
        reason.setId(TEXT);
        reason.setWidthFull();
        reason.setMinHeight("120px");
        reason.setMaxLength(2000);
        ProblemNotice notice = new ProblemNotice();
        notice.setId("reason-problem");
        notice.field("reason", reason);
        add(notice, new Paragraph(explanation), reason);
        Button confirm = new Button(verb, click -> {
            try {
                action.accept(reason.getValue());
                close();
            } catch (Problem refused) {
                notice.show(refused);
            }
        });
        confirm.setId(CONFIRM);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), confirm);
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                reason.focus();
            }
        });
    }
}
