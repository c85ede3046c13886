package se.stegen.ui;

import jakarta.inject.Singleton;
import java.util.List;
import se.stegen.common.Problem;
import se.stegen.common.Texts;
import se.stegen.ui.component.PersonPicker;

/** Whom one can ask for an assessment: colleagues, and whoever reads mail at an address. */
@Singleton
public class Assessors implements PersonPicker.Source {
    private final Colleagues colleagues;

    Assessors(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    @Override
    public List<PersonPicker.Choice> find(String text, int offset, int limit) {
        List<PersonPicker.Choice> found = colleagues.find(text, offset, limit);
        return found.isEmpty() && offset == 0 && isAddress(text)
                ? List.of(PersonPicker.Choice.address(text.strip()))
                : found;
    }

    /** An address as one would write it to somebody at work; the service has the last word. */
    private static boolean isAddress(String text) {
        try {
            return Texts.email("assessorEmail", text).matches(".+@.+\\.\\p{L}{2,}");
        } catch (Problem e) {
            return false;
        }
    }
}
