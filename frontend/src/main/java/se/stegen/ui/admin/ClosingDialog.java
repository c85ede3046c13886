package se.stegen.ui.admin;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.organisation.Clinic;
import se.stegen.programme.ClinicClosingService;
import se.stegen.programme.ClosingLine;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;

/** A clinic closes, or is merged into another: whom that moves is shown before it is done. */
final class ClosingDialog {
    static final String DAY = "closing-day";
    static final String INTO = "closing-into";
    static final String REASON = "closing-reason";
    static final String WHO = "closing-who";

    private final ClinicClosingService closings;
    private final CurrentActor current;
    private final Clinic clinic;
    private final Locale locale;
    private final DatePicker day;
    private final ComboBox<Clinic> into;
    private final Div who = new Div();

    ClosingDialog(
            ClinicClosingService closings, CurrentActor current, Clinic clinic, ComboBox<Clinic> into, Locale locale) {
        this.closings = closings;
        this.current = current;
        this.clinic = clinic;
        this.into = into;
        this.locale = locale;
        day = Dates.field(t("closing.day"), locale);
    }

    void open(Runnable after) {
        day.setId(DAY);
        into.setId(INTO);
        into.setHelperText(t("closing.into.help"));
        TextField reason = new TextField(t("reason.label"));
        reason.setId(REASON);
        reason.setMaxLength(500);
        who.setId(WHO);
        who.getElement().setAttribute("role", "status");
        day.addValueChangeListener(change -> preview());
        into.addValueChangeListener(change -> preview());
        new FormDialog(t("closing.title", clinic.name()), t("closing.verb"), () -> {
                    Clinic other = into.getValue();
                    closings.close(
                            current.get(),
                            clinic.id(),
                            day.getValue(),
                            other == null ? null : other.id(),
                            reason.getValue());
                    after.run();
                })
                .field("text", new Paragraph(t("closing.text")))
                .field("lastDay", day)
                .field("into", into)
                .field("reason", reason)
                .field("who", who)
                .open();
    }

    private void preview() {
        who.removeAll();
        LocalDate last = day.getValue();
        if (last == null) {
            return;
        }
        Clinic other = into.getValue();
        List<ClosingLine> lines = closings.preview(current.get(), clinic.id(), last);
        if (lines.isEmpty()) {
            who.add(new Paragraph(t("closing.nobody")));
            return;
        }
        HtmlContainer list = Html.tag("ul");
        for (ClosingLine line : lines) {
            list.add(Html.text("li", line.doctorName() + ": " + what(line, last, other)));
        }
        who.add(new Paragraph(t("closing.who", lines.size())), list);
    }

    private String what(ClosingLine line, LocalDate last, @Nullable Clinic other) {
        if (!line.begunBy(last)) {
            return t("closing.later", Dates.day(line.startDate(), locale));
        }
        return other == null
                ? t("closing.stays")
                : t("closing.moves", other.name(), Dates.day(last.plusDays(1), locale));
    }

    private String t(String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
