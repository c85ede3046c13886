package se.stegen.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Somebody else saved in the meantime: shows both texts and lets one keep either or both. Nothing is lost. */
public final class Conflict extends Dialog {
    /** Id of the button that goes on with the choice. */
    public static final String CONFIRM = "conflict-confirm";

    private static final long serialVersionUID = 1L;

    private boolean confirmed;

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
     * A field that the other changed and that differs from mine.
     *
     * @param label the field's name
     * @param mine what I wrote
     * @param theirs what the other saved
     * @param text whether both can be kept, one after the other
     * @param proposed what is chosen at first
     * @param keep puts the choice into the form, which holds mine
     */
    public record Difference(
            String label, String mine, String theirs, boolean text, Choice proposed, Consumer<Choice> keep) {
        /**
         * A field of any kind; empty where there is nothing to choose: both are equal, or only I changed it.
         *
         * @param base what both began with
         * @param words how a value is shown
         * @param set puts a value into the form
         */
        public static <T> Optional<Difference> value(
                String label, T base, T mine, T theirs, Function<T, String> words, Consumer<T> set) {
            if (mine.equals(theirs) || theirs.equals(base)) {
                return Optional.empty();
            }
            Consumer<Choice> keep = choice -> {
                if (choice == Choice.THEIRS) {
                    set.accept(theirs);
                }
            };
            Choice proposed = mine.equals(base) ? Choice.THEIRS : Choice.MINE;
            return Optional.of(new Difference(label, words.apply(mine), words.apply(theirs), false, proposed, keep));
        }

        /** The same for a text, of which both can be kept. */
        public static Optional<Difference> text(
                String label, String base, String mine, String theirs, Consumer<String> set) {
            if (mine.equals(theirs) || theirs.equals(base)) {
                return Optional.empty();
            }
            boolean both = !mine.isBlank() && !theirs.isBlank() && !mine.equals(base);
            Consumer<Choice> keep = choice -> {
                switch (choice) {
                    case MINE -> set.accept(mine);
                    case THEIRS -> set.accept(theirs);
                    case BOTH -> set.accept(theirs + "\n\n" + mine);
                }
            };
            Choice proposed = mine.equals(base) ? Choice.THEIRS : both ? Choice.BOTH : Choice.MINE;
            return Optional.of(new Difference(label, mine, theirs, both, proposed, keep));
        }
    }

    /**
     * The dialog.
     *
     * @param chosen called once the choices stand in the form
     * @param later called where the dialog is closed without a choice
     */
    public Conflict(List<Difference> differences, Runnable chosen, Runnable later) {
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
            choice.setValue(difference.proposed());
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
            confirmed = true;
            close();
            for (int i = 0; i < choices.size(); i++) {
                differences.get(i).keep().accept(choices.get(i).getValue());
            }
            chosen.run();
        });
        confirm.setId(CONFIRM);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(confirm);
        addOpenedChangeListener(opened -> {
            if (!opened.isOpened() && !confirmed) {
                later.run();
            }
        });
    }

    private Div side(String key, String text) {
        Paragraph words = new Paragraph(text.isEmpty() ? "–" : text);
        words.addClassName("prose");
        return Html.div("", Html.text("small", getTranslation(key)), words);
    }
}
