package se.stegen.ui.history;

import com.vaadin.flow.component.html.Span;
import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import se.stegen.common.Messages;
import se.stegen.history.TransferredRecord;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;

/** How transferred records are spoken of. */
final class TransferredWords {
    private TransferredWords() {}

    /** Överfört, or that it was taken back: a sign and a word, and never that of a signature. */
    static Span badge(TransferredRecord record, Locale locale) {
        boolean counts = record.counts();
        Span badge = new Span(
                Html.sign(counts ? "⇥" : "⊘"),
                new Span(Messages.get(locale, counts ? "history.transferred" : "history.voided")));
        badge.addClassNames("tag", "state", counts ? "info" : "bad");
        return badge;
    }

    /** What it is of: the form of an assessment, the hours of self-study. */
    static String what(TransferredRecord record, Locale locale) {
        String form = record.templateName();
        String kind = Messages.get(locale, "history.kind." + record.kind());
        if (form != null) {
            return kind + ": "
                    + (locale.getLanguage().equals("en")
                            ? Objects.requireNonNullElse(record.templateNameEn(), form)
                            : form);
        }
        BigDecimal hours = record.hours();
        return hours == null ? kind : kind + ", " + hours(hours, locale);
    }

    static String hours(@Nullable BigDecimal hours, Locale locale) {
        return hours == null
                ? ""
                : Messages.get(
                        locale,
                        "history.hours",
                        NumberFormat.getInstance(locale).format(hours));
    }

    static String goals(TransferredRecord record) {
        String goals = record.goalCodes();
        return goals == null ? "–" : goals.replace(",", ", ");
    }

    /** By whom it was brought in, when, and from where. */
    static String brought(TransferredRecord record, Locale locale) {
        String moment = Dates.moment(record.broughtAt(), locale);
        return record.origin().isEmpty()
                ? Messages.get(locale, "history.brought", record.broughtBy(), moment)
                : Messages.get(locale, "history.brought.from", record.broughtBy(), moment, record.origin());
    }
}
