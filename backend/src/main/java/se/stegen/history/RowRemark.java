package se.stegen.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.stegen.common.Days;
import se.stegen.common.Messages;

/**
 * What is to be said of a row before it is brought in.
 *
 * @param field which cell it is about, as {@link HistoryField} names it
 * @param arguments for the text
 */
public record RowRemark(HistoryField field, Code code, List<Object> arguments) {
    /** What there is to say. Its text is {@code history.remark.<code>} in the message bundles. */
    public enum Code {
        /** No doctor is named. */
        DOCTOR_MISSING(true),
        /** Nobody of that name, username or address in ST at the clinic today; or somebody else's row. */
        DOCTOR_UNKNOWN(true),
        /** Several of that name, or one with two programmes. */
        DOCTOR_TWICE(true),
        KIND_MISSING(true),
        KIND_UNKNOWN(true),
        DATE_MISSING(true),
        DATE_UNKNOWN(true),
        DATE_AHEAD(true),
        DATE_TOO_EARLY(true),
        FORM_MISSING(true),
        FORM_UNKNOWN(true),
        GOAL_UNKNOWN(true),
        HOURS_MISSING(true),
        HOURS_UNKNOWN(true),
        HOURS_RANGE(true),
        TOO_LONG(true),
        /** A period: it counts on its last day. */
        PERIOD(false),
        /** Six digits that are a day and may be a year and a month. */
        DATE_OR_MONTH(false),
        /** The text says "del av". */
        GOAL_PART(false),
        /** A range or a Roman number was read as these goals. */
        GOAL_READ(false),
        /** Words beside the goals that are kept as a text only. */
        GOAL_REST(false),
        /** Earlier than the doctor's ST. */
        BEFORE_START(false),
        /** Further columns of the same field say something else; they are not used. */
        SECOND_COLUMN(false),
        /** Nobody is said to have signed it. */
        NO_SIGNER(false),
        /** Brought in at an earlier time: it is skipped. */
        ALREADY_THERE(false),
        /** Another of the same kind (and form) was brought in for that day; both count. */
        SAME_DAY(false),
        /** One of the same kind (and form) and day was made here; both count. */
        MADE_HERE(false),
        /** The same stands in another row of the file; both count. */
        TWICE_IN_FILE(false);

        private final boolean error;

        Code(boolean error) {
            this.error = error;
        }

        /** Whether the row cannot be brought in so; else it can, and somebody should look. */
        public boolean error() {
            return error;
        }
    }

    /** What it says in a language. */
    public String text(Locale locale) {
        return Messages.get(
                locale,
                "history.remark." + code,
                arguments.stream()
                        .map(one -> one instanceof LocalDate day ? Days.text(day, locale) : one)
                        .toArray());
    }
}
