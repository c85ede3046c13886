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
     * @param id person
     * @param name full name
     * @param detail clinic or address, to tell namesakes apart; may be empty
     */
    public record Choice(long id, String name, String detail) implements Serializable {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Choice choice && choice.id == id;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(id);
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
            Div words = Html.div("", new Span(choice.name()));
            if (!choice.detail().isEmpty()) {
                words.add(Html.tag("br"), Html.text("small", choice.detail()));
            }
            return words;
        }));
        box.setPageSize(30);
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
        return choice == null ? null : choice.id();
    }
}
