package se.stegen.ui;

import jakarta.inject.Singleton;
import java.util.List;
import se.stegen.ui.component.PersonPicker;

/** Whom one can ask to supervise or to assess, for the field that finds people. */
@Singleton
public class Colleagues implements PersonPicker.Source {
    @Override
    public List<PersonPicker.Choice> find(String text, int offset, int limit) {
        return List.of();
    }
}
