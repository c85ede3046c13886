package se.stegen.ui.tosign;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import se.stegen.common.Today;
import se.stegen.tosign.ToSignItem;
import se.stegen.tosign.ToSignService;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;

/** One record that waits: folded until it is opened; only then it can be chosen. */
final class ToSignRow extends Div {
    private static final long serialVersionUID = 1L;

    private final transient ToSignItem item;
    private final Checkbox choice = new Checkbox();
    private final Span standing = new Span();
    private final String title;

    ToSignRow(ToSignItem item, RecordReading reading, LocalDate today, Runnable changed) {
        this.item = item;
        addClassName("to-sign-row");
        String form = "en".equals(getLocale().getLanguage()) ? item.titleEn() : item.title();
        title = getTranslation(
                "to-sign.row", form == null ? getTranslation("to-sign.session") : form, item.doctorName());
        choice.setAriaLabel(getTranslation("to-sign.choose", title));
        choice.setId("choose-" + item.kind() + "-" + item.recordId());
        choice.addValueChangeListener(change -> changed.run());
        Div words = Html.div(
                "words",
                Html.text("b", title),
                Html.text(
                        "small",
                        Dates.day(item.date(), getLocale()) + " · "
                                + Dates.ago(Today.dayOf(item.sentAt()), today, getLocale())),
                standing);
        Details details = new Details(words);
        details.setId("open-" + item.kind() + "-" + item.recordId());
        details.setWidthFull();
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                details.add(reading.of(item));
                opened(true);
                changed.run();
            }
        });
        add(choice, details);
        opened(item.opened());
    }

    /** From now on it can be chosen, where there is something to sign. */
    private void opened(boolean opened) {
        boolean ready = opened && item.answered();
        choice.setEnabled(ready);
        choice.setValue(ready && opened);
        standing.addClassName("standing");
        standing.setText(
                getTranslation(!opened ? "to-sign.unopened" : ready ? "to-sign.opened" : "to-sign.unanswered"));
    }

    boolean chosen() {
        return Boolean.TRUE.equals(choice.getValue());
    }

    String title() {
        return title;
    }

    ToSignService.Reference reference() {
        return new ToSignService.Reference(item.kind(), item.recordId(), item.version());
    }
}
