package se.stegen.ui.time;

import static se.stegen.ui.time.Editing.day;
import static se.stegen.ui.time.Editing.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import se.stegen.programme.EmploymentRate;
import se.stegen.programme.EmploymentRateService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Sheet;

/** The employment rates of a programme; the first one always stays. */
@Singleton
final class RateCard {
    static final String ADD = "add-rate";

    private final EmploymentRateService rates;
    private final CurrentActor current;

    RateCard(EmploymentRateService rates, CurrentActor current) {
        this.rates = rates;
        this.current = current;
    }

    Div of(List<EmploymentRate> all, Editing editing) {
        Div card = Html.div("card", Html.text("h2", t("trainee.rate")));
        List<String> columns = new ArrayList<>(List.of(t("dates.from"), t("trainee.rate")));
        if (editing.allowed()) {
            columns.add(t("time.change"));
        }
        Sheet sheet = new Sheet(t("trainee.rate"), columns);
        for (int i = 0; i < all.size(); i++) {
            EmploymentRate rate = all.get(i);
            boolean first = i == 0;
            List<Component> cells =
                    new ArrayList<>(List.of(new Span(day(rate.validFrom())), new Span(rate.rate() + " %")));
            if (editing.allowed()) {
                String which = t("time.rate.of", day(rate.validFrom()));
                Div buttons = Editing.buttons(Editing.small("admin.change", which, () -> open(rate, first, editing)));
                if (!first) {
                    buttons.add(Editing.small("delete", which, () -> remove(rate, editing)));
                }
                cells.add(buttons);
            }
            sheet.row(cells.toArray(Component[]::new));
        }
        card.add(sheet);
        if (editing.allowed()) {
            card.add(Editing.add(ADD, "time.rate.add", () -> open(null, false, editing)));
        }
        return card;
    }

    private void open(@Nullable EmploymentRate rate, boolean first, Editing editing) {
        DatePicker from = Dates.field(t("dates.from"), Editing.locale());
        IntegerField percent = new IntegerField(t("trainee.rate.percent"));
        from.setId("rate-from");
        percent.setId("rate-percent");
        if (rate != null) {
            from.setValue(rate.validFrom());
            from.setReadOnly(first);
            percent.setValue(rate.rate());
        }
        String title =
                rate == null ? t("time.rate.add") : t("admin.change.of", t("time.rate.of", day(rate.validFrom())));
        new FormDialog(title, t("save"), () -> {
                    if (rate == null) {
                        rates.add(current.get(), editing.programmeId(), from.getValue(), percent.getValue());
                    } else {
                        rates.change(
                                current.get(),
                                editing.programmeId(),
                                rate.id(),
                                rate.version(),
                                from.getValue(),
                                percent.getValue());
                    }
                    editing.refresh().accept(ADD);
                })
                .field("validFrom", from)
                .field("rate", percent)
                .open();
    }

    private void remove(EmploymentRate rate, Editing editing) {
        editing.remove(
                t("time.rate.removed"),
                ADD,
                () -> rates.remove(current.get(), editing.programmeId(), rate.id(), rate.version()),
                () -> rates.add(current.get(), editing.programmeId(), rate.validFrom(), rate.rate()));
    }
}
