package se.stegen.ui.component;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.micronaut.core.annotation.Nullable;
import java.io.Serializable;
import java.util.List;

/** Finds a person by name or address while one types. */
public final class PersonPicker extends Composite<ComboBox<PersonPicker.Choice>> {
    private static final long serialVersionUID = 1L;

    /**
     * Somebody who can be chosen.
     *
     * @param id person; {@link #NOBODY} for an address of somebody without account
     * @param name full name
     * @param detail clinic or address, to tell namesakes apart; may be empty
     */
    public record Choice(long id, String name, String detail) implements Serializable {
        /** No person. */
        public static final long NOBODY = 0;

        /** Somebody without account, at the address. */
        public static Choice address(String email) {
            return new Choice(NOBODY, email, "");
        }

        /** Whether this is an address. */
        public boolean isAddress() {
            return id == NOBODY;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Choice choice && choice.id == id && (id != NOBODY || choice.name.equals(name));
        }

        @Override
        public int hashCode() {
            return id == NOBODY ? name.hashCode() : Long.hashCode(id);
        }
    }

    /** Where people are found: a part of the list that fits the text. */
    public interface Source {
        /** People whose name or address has the text, by name. */
        List<Choice> find(String text, int offset, int limit);
    }

    /** A picker that asks the source. */
    public PersonPicker(String label, Source source) {
        ComboBox<Choice> box = getContent();
        box.setLabel(label);
        box.setItemLabelGenerator(Choice::name);
        box.setRenderer(new ComponentRenderer<>(choice -> {
            if (choice.isAddress()) {
                return Html.div("", new Span(getTranslation("person.address", choice.name())));
            }
            Div words = Html.div("", new Span(choice.name()));
            if (!choice.detail().isEmpty()) {
                words.add(Html.tag("br"), Html.text("small", choice.detail()));
            }
            return words;
        }));
        box.setPageSize(30);
        // Who types wants somebody else: the name that stands there makes way.
        box.getElement().executeJs("this.addEventListener('focusin', () => this.inputElement?.select())");
        box.setPlaceholder(getTranslation("person.search"));
        CallbackDataProvider.FetchCallback<Choice, String> fetch =
                query -> source.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream();
        box.setItems(fetch);
    }

    /** The field itself. */
    public ComboBox<Choice> field() {
        return getContent();
    }

    /** The chosen person's id; null where nobody is chosen. */
    public @Nullable Long personId() {
        Choice choice = getContent().getValue();
        return choice == null || choice.isAddress() ? null : choice.id();
    }

    /** The chosen address; null where none is chosen. */
    public @Nullable String email() {
        Choice choice = getContent().getValue();
        return choice == null || !choice.isAddress() ? null : choice.name();
    }
}
