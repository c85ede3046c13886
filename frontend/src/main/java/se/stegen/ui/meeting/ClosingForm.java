package se.stegen.ui.meeting;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.stegen.meeting.Agreement;
import se.stegen.meeting.Meeting;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;

/** What was said and agreed, written by the one who closes. */
final class ClosingForm extends Div {
    static final String DATE = "meeting-held-on";
    static final String SUMMARY = "meeting-summary";
    static final String AGREEMENT = "meeting-agreement-";
    static final String DUE = "meeting-due-";
    static final String ADD = "meeting-agreement-add";

    private static final long serialVersionUID = 1L;

    private record Line(TextField text, DatePicker due) {}

    private final DatePicker date;
    private final TextArea summary = new TextArea(getTranslation("meeting.summary"));
    private final Div rows = Html.div("fields");
    private final transient List<Line> lines = new ArrayList<>();
    private final Locale locale;

    ClosingForm(Meeting meeting, Locale locale) {
        this.locale = locale;
        addClassName("card");
        date = Dates.field(getTranslation("meeting.held.on"), locale);
        date.setId(DATE);
        date.setValue(meeting.date());
        summary.setId(SUMMARY);
        summary.setMinHeight("140px");
        summary.setMaxLength(20_000);
        Button add = new Button(
                getTranslation("meeting.agreement.add"), click -> line().text().focus());
        add.setId(ADD);
        add(
                Html.text("h2", getTranslation("meeting.closing")),
                new Paragraph(getTranslation("meeting.closing.help")),
                Html.div("fields", date, summary),
                Html.text("h3", getTranslation("meeting.agreements")),
                rows,
                Html.div("after", add));
        line();
    }

    void watch(ProblemNotice problem) {
        problem.field("date", date);
        problem.field("summary", summary);
    }

    private Line line() {
        TextField text = new TextField(getTranslation("meeting.agreement"));
        text.setId(AGREEMENT + lines.size());
        text.setMaxLength(500);
        DatePicker due = Dates.field(getTranslation("meeting.agreement.due"), locale);
        due.setId(DUE + lines.size());
        rows.add(Html.div("fields two", text, due));
        Line line = new Line(text, due);
        lines.add(line);
        return line;
    }

    @Nullable
    LocalDate date() {
        return date.getValue();
    }

    /** Whether something would be lost with it. */
    boolean isWritten() {
        return !summary.getValue().isBlank() || !agreements().isEmpty();
    }

    String summary() {
        return summary.getValue();
    }

    List<Agreement> agreements() {
        return lines.stream()
                .filter(line -> !line.text().getValue().isBlank())
                .map(line -> new Agreement(line.text().getValue(), line.due().getValue()))
                .toList();
    }
}
