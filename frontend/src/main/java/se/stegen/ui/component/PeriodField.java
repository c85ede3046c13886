package se.stegen.ui.component;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Optional;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** From and to; the end may be open. */
public final class PeriodField extends Div {
    private static final long serialVersionUID = 1L;

    private final DatePicker from;
    private final DatePicker to;

    /** A field whose parts are named by these labels. */
    public PeriodField(String fromLabel, String toLabel) {
        addClassNames("fields", "two");
        from = Dates.field(fromLabel, getLocale());
        to = Dates.field(toLabel, getLocale());
        to.setClearButtonVisible(true);
        from.addValueChangeListener(change -> to.setMin(change.getValue()));
        add(from, to);
    }

    /** The first day's field. */
    public DatePicker from() {
        return from;
    }

    /** The last day's field. */
    public DatePicker to() {
        return to;
    }

    /** The period; empty where nothing is filled in. */
    public Optional<Period> period() {
        LocalDate first = from.getValue();
        if (first == null && to.getValue() == null) {
            return Optional.empty();
        }
        if (first == null) {
            throw Problem.field("from", ProblemCode.REQUIRED);
        }
        return Optional.of(new Period(first, to.getValue()));
    }
}
