package se.stegen.history;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of a file of records, by the names that it may have. */
public enum HistoryField {
    /** Username, mail address or name of the doctor; only in a whole clinic's file. */
    DOCTOR("läkare", "st-läkare", "namn", "användarnamn", "e-post", "epost", "doctor", "trainee"),
    /** What the record is of. */
    KIND("typ", "vad", "aktivitet", "kind", "type"),
    /** Its day, or a period. */
    DATE("datum", "tid", "period", "date"),
    /** Who signed it. */
    SIGNED_BY("signerad av", "handledare", "bedömare", "signedby", "signed by"),
    /** The form of an assessment. */
    FORM("formulär", "mall", "instrument", "templatecode", "template", "form"),
    /** Its goals. */
    GOALS("delmål", "delm 2015", "delm 2021", "delm", "mål", "goalcodes", "goals"),
    /** Hours of self-study. */
    HOURS("timmar", "tim", "hours"),
    /** Anything else. */
    NOTE("anteckning", "anm", "kommentar", "note");

    /** Joined, since an enum holds nothing that could change. */
    private final String names;

    HistoryField(String... names) {
        this.names = String.join("|", names);
    }

    private List<String> names() {
        return Arrays.asList(names.split("\\|", -1));
    }

    /** The name that the file to fill in gives it. */
    public String column() {
        return names().getFirst();
    }

    /** The field of a column; empty where it is none of these. */
    static Optional<HistoryField> of(String column) {
        String name = column.strip().toLowerCase(Locale.ROOT);
        for (HistoryField field : values()) {
            if (field.names().contains(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
