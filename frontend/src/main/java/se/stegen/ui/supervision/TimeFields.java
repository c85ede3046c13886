package se.stegen.ui.supervision;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.util.Locale;
import se.stegen.supervision.SessionTime;
import se.stegen.ui.component.Html;

/** Time, length and place of a planned session. */
final class TimeFields {
    static final String TIME = "session-time";
    static final String MINUTES = "session-minutes";
    static final String PLACE = "session-place";

    private static final Duration STEP = Duration.ofMinutes(15);

    final TimePicker time;
    final IntegerField minutes;
    final TextField place;

    TimeFields(java.util.function.UnaryOperator<String> text) {
        time = new TimePicker(text.apply("session.time"));
        // A clock of 24 hours in both languages, as people here write it.
        time.setLocale(Locale.of("sv", "SE"));
        time.setStep(STEP);
        time.setId(TIME);
        minutes = new IntegerField(text.apply("session.minutes"));
        minutes.setId(MINUTES);
        minutes.setMin(5);
        minutes.setMax(480);
        place = new TextField(text.apply("session.place"));
        place.setId(PLACE);
        place.setMaxLength(200);
    }

    Div row() {
        return Html.div("fields two", time, minutes);
    }

    void fill(SessionTime session) {
        time.setValue(session.startsAt());
        minutes.setValue(session.minutes());
        String where = session.place();
        place.setValue(where == null ? "" : where);
    }

    SessionTime value() {
        return new SessionTime(time.getValue(), minutes.getValue(), place.getValue());
    }
}
