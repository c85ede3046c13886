package se.stegen.survey;

import java.util.Locale;
import se.stegen.common.Messages;

/** The four groups that a survey asks; in this order somebody with several roles is put into the first. */
public enum RespondentGroup {
    /** Verksamhetschef. */
    CLINIC_HEAD('H'),
    /** Studierektor. */
    STUDIEREKTOR('R'),
    /** Handledare: main and placement supervisors. */
    SUPERVISOR('S'),
    /** ST-läkare. */
    TRAINEE('T');

    private final char letter;

    RespondentGroup(char letter) {
        this.letter = letter;
    }

    /** As the catalogue of statements writes it. */
    char letter() {
        return letter;
    }

    /** The group in the reader's language. */
    public String title(Locale locale) {
        return Messages.get(locale, "survey.group." + name());
    }
}
