package se.stegen.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Somebody else saved in the meantime: shows both texts and lets one keep either or both. Nothing is lost. */
public final class Conflict extends Dialog {
    /** Id of the button that goes on with the choice. */
    public static final String CONFIRM = "conflict-confirm";

    private static final long serialVersionUID = 1L;

    /** What becomes of a field. */
    public enum Choice {
        /** What I wrote. */
        MINE,
        /** What the other saved. */
        THEIRS,
        /** The other's text, then mine. */
        BOTH
    }

    /**
     * A field that differs.
     *
     * @param label the field's name
     * @param mine what I wrote
     * @param theirs what the other saved
     * @param text whether both can be kept, one after the other
     */
    public record Difference(String label, String mine, String theirs, boolean text) {
        /** The text after the choice. */
        public String chosen(Choice choice) {
            return switch (choice) {
                case MINE -> mine;
                case THEIRS -> theirs;
                case BOTH -> theirs + "\n\n" + mine;
            };
        }
    }

    /** The dialog; the action gets one choice per difference, in their order. */
    public Conflict(List<Difference> differences, Consumer<List<Choice>> action) {
        setHeaderTitle(getTranslation("conflict.title"));
        setWidth("min(820px, 100%)");
        setCloseOnOutsideClick(false);
        add(new Paragraph(getTranslation("conflict.text")));
        List<RadioButtonGroup<Choice>> choices = new ArrayList<>();
        for (Difference difference : differences) {
            RadioButtonGroup<Choice> choice =
                    new RadioButtonGroup<>(getTranslation("conflict.keep", difference.label()));
            choice.setItems(
                    difference.text()
                            ? List.of(Choice.BOTH, Choice.MINE, Choice.THEIRS)
                            : List.of(Choice.MINE, Choice.THEIRS));
            choice.setItemLabelGenerator(one -> getTranslation("conflict." + one));
            choice.setValue(difference.text() ? Choice.BOTH : Choice.MINE);
            choices.add(choice);
            add(
                    Html.text("h3", difference.label()),
                    Html.div(
                            "compare",
                            side("conflict.MINE", difference.mine()),
                            side("conflict.THEIRS", difference.theirs())),
                    choice);
        }
        Button confirm = new Button(getTranslation("conflict.save"), click -> {
            close();
            action.accept(choices.stream().map(RadioButtonGroup::getValue).toList());
        });
        confirm.setId(CONFIRM);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(confirm);
    }

    private Div side(String key, String text) {
        Paragraph words = new Paragraph(text.isEmpty() ? "–" : text);
        words.addClassName("prose");
        return Html.div("", Html.text("small", getTranslation(key)), words);
    }
}
