package se.stegen.ui.time;

import static se.stegen.ui.time.Editing.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import se.stegen.curriculum.Regulation;
import se.stegen.time.Credit;
import se.stegen.time.CreditData;
import se.stegen.time.CreditKind;
import se.stegen.time.CreditService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Sheet;

/** The credits of a programme, with what its regulation allows of each kind. */
@Singleton
final class CreditCard {
    static final String ADD = "add-credit";

    private final CreditService credits;
    private final CurrentActor current;

    CreditCard(CreditService credits, CurrentActor current) {
        this.credits = credits;
        this.current = current;
    }

    Div of(List<Credit> all, Regulation regulation, Editing editing) {
        Div card = Html.div("card", Html.text("h2", t("time.credits")));
        List<String> columns = new ArrayList<>(List.of(t("admin.kind"), t("time.amount"), t("time.note")));
        if (editing.allowed()) {
            columns.add(t("time.change"));
        }
        Sheet sheet = new Sheet(t("time.credits"), columns);
        for (Credit credit : all) {
            List<Component> cells = new ArrayList<>(List.of(
                    new Span(t("time.credit." + credit.kind())),
                    new Span(amount(credit)),
                    new Span(credit.note().isEmpty() ? "–" : credit.note())));
            if (editing.allowed()) {
                String which = t("time.credit." + credit.kind());
                cells.add(Editing.buttons(
                        Editing.small("admin.change", which, () -> open(credit, regulation, editing)),
                        Editing.small("delete", which, () -> remove(credit, editing))));
            }
            sheet.row(cells.toArray(Component[]::new));
        }
        card.add(all.isEmpty() ? new EmptyState(t("time.credits.empty")) : sheet);
        if (!all.isEmpty() && regulation == Regulation.HSLF_2021) {
            card.add(Html.text("small", t("time.credits.least")));
        }
        if (editing.allowed()) {
            card.add(Html.div("after", Editing.add(ADD, "time.credit.add", () -> open(null, regulation, editing))));
        }
        return card;
    }

    private static String amount(Credit credit) {
        String months = t("time.months", credit.months());
        String days = t("time.days", credit.days());
        if (credit.months() == 0) {
            return days;
        }
        return credit.days() == 0 ? months : t("time.and", months, days);
    }

    private void open(@Nullable Credit credit, Regulation regulation, Editing editing) {
        Select<CreditKind> kind = new Select<>();
        kind.setLabel(t("admin.kind"));
        kind.setItems(CreditKind.values());
        kind.setItemLabelGenerator(one -> t("time.credit." + one));
        IntegerField months = new IntegerField(t("time.credit.months"));
        IntegerField days = new IntegerField(t("time.credit.days"));
        TextField note = new TextField(t("time.note"));
        note.setHelperText(t("time.note.help"));
        kind.addValueChangeListener(change -> {
            OptionalInt most = change.getValue() == null
                    ? OptionalInt.empty()
                    : change.getValue().mostMonths(regulation);
            kind.setHelperText(
                    most.isPresent()
                            ? t(
                                    "time.credit.most",
                                    t("time.months", most.getAsInt()),
                                    t("regulation." + regulation.code()))
                            : t("time.credit.free"));
        });
        kind.setId("credit-kind");
        months.setId("credit-months");
        days.setId("credit-days");
        note.setId("credit-note");
        if (credit != null) {
            kind.setValue(credit.kind());
            months.setValue(credit.months());
            days.setValue(credit.days());
            note.setValue(credit.note());
        }
        String title =
                credit == null ? t("time.credit.add") : t("admin.change.of", t("time.credit.in." + credit.kind()));
        new FormDialog(title, t("save"), () -> {
                    CreditKind chosen = kind.getValue();
                    CreditData data = new CreditData(
                            chosen == null ? null : chosen.name(), months.getValue(), days.getValue(), note.getValue());
                    if (credit == null) {
                        credits.add(current.get(), editing.programmeId(), data);
                    } else {
                        credits.change(current.get(), editing.programmeId(), credit.id(), credit.version(), data);
                    }
                    editing.refresh().accept(ADD);
                })
                .field("kind", kind)
                .field("months", months)
                .field("days", days)
                .field("note", note)
                .open();
    }

    private void remove(Credit credit, Editing editing) {
        CreditData data = new CreditData(credit.kind().name(), credit.months(), credit.days(), credit.note());
        editing.remove(
                t("time.credit.removed"),
                ADD,
                () -> credits.remove(current.get(), editing.programmeId(), credit.id(), credit.version()),
                () -> credits.add(current.get(), editing.programmeId(), data));
    }
}
