package se.stegen.ui.supervision;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.supervision.SeriesDay;
import se.stegen.supervision.SessionMove;
import se.stegen.supervision.SessionTime;
import se.stegen.supervision.Supervision;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;

/** Another day, time or place for a planned session, or a cancellation; with a reason, for one or the rest of a series. */
final class MoveDialog {
    static final String DATE = "move-date";
    static final String REASON = "move-reason";
    static final String REST = "move-rest";
    static final String OBSTACLES = "move-obstacles";

    private MoveDialog() {}

    /** What stands in the way of a day, for one session or the rest of its series. */
    interface Looking {
        List<SeriesDay> at(LocalDate day, boolean rest);
    }

    static void move(Supervision session, Locale locale, Looking looking, Consumer<SessionMove> action) {
        DatePicker date = Dates.field(t("supervision.date"), locale);
        date.setId(DATE);
        date.setValue(session.date());
        TimeFields time = new TimeFields(MoveDialog::t);
        time.fill(
                session.time().startsAt() == null && session.time().duration() == null
                        ? new SessionTime(
                                null, SessionTime.USUAL, session.time().place())
                        : session.time());
        TextArea reason = reason();
        Checkbox rest = rest();
        Div obstacles = Html.div("notice warn");
        obstacles.setId(OBSTACLES);
        obstacles.getElement().setAttribute("role", "status");
        obstacles.setVisible(false);
        Runnable look = () -> {
            LocalDate day = date.getValue();
            String words = day == null ? "" : Obstacles.chosen(looking.at(day, rest.getValue()), locale);
            obstacles.setText(words);
            obstacles.setVisible(!words.isEmpty());
        };
        date.addValueChangeListener(change -> look.run());
        rest.addValueChangeListener(change -> look.run());
        FormDialog dialog = new FormDialog(t("supervision.move.title"), t("supervision.move"), () -> {
            LocalDate day = date.getValue();
            if (day == null) {
                throw Problem.field("date", ProblemCode.REQUIRED);
            }
            action.accept(new SessionMove(day, time.value(), reason.getValue(), rest.getValue()));
        });
        dialog.field("date", date)
                .field("obstacles", obstacles)
                .field("startsAt", time.time)
                .field("duration", time.minutes)
                .field("place", time.place)
                .field("reason", reason);
        if (session.seriesId() != null) {
            dialog.field("rest", rest);
        }
        dialog.open();
    }

    interface Cancellation {
        void cancel(String reason, boolean rest);
    }

    static void cancel(Supervision session, Cancellation action) {
        TextArea reason = reason();
        Checkbox rest = rest();
        FormDialog dialog = new FormDialog(
                t("supervision.cancel.title"),
                t("supervision.cancel"),
                () -> action.cancel(reason.getValue(), rest.getValue()));
        dialog.field("reason", reason);
        if (session.seriesId() != null) {
            dialog.field("rest", rest);
        }
        dialog.open();
    }

    private static TextArea reason() {
        TextArea reason = new TextArea(t("reason.label"));
        reason.setId(REASON);
        reason.setMaxLength(2000);
        reason.setHelperText(t("supervision.reason.help"));
        return reason;
    }

    private static Checkbox rest() {
        Checkbox rest = new Checkbox(t("supervision.rest"));
        rest.setId(REST);
        return rest;
    }

    private static String t(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
