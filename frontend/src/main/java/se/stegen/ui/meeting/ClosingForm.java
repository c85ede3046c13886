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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.stegen.meeting.Agreement;
import se.stegen.meeting.Meeting;
import se.stegen.meeting.MeetingClosing;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Conflict.Difference;
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

    private @Nullable AutoSave saving;

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
        MeetingClosing written = meeting.closing();
        if (written == null) {
            line();
        } else {
            date.setValue(written.date());
            summary.setValue(written.summary());
            fill(written.agreements());
        }
    }

    void watch(AutoSave autoSave, ProblemNotice problem) {
        saving = autoSave;
        autoSave.watch(date);
        autoSave.watch(summary);
        lines.forEach(line -> watch(line, autoSave));
        problem.field("date", date);
        problem.field("summary", summary);
    }

    private static void watch(Line line, AutoSave autoSave) {
        autoSave.watch(line.text());
        autoSave.watch(line.due());
    }

    private void fill(List<Agreement> agreements) {
        rows.removeAll();
        lines.clear();
        for (Agreement one : agreements) {
            Line line = line();
            line.text().setValue(one.text());
            line.due().setValue(one.due());
        }
        if (agreements.isEmpty()) {
            line();
        }
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
        AutoSave watching = saving;
        if (watching != null) {
            watch(line, watching);
        }
        return line;
    }

    @Nullable
    LocalDate date() {
        return date.getValue();
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

    /** What the other changed and differs from what is written here. */
    List<Difference> differences(@Nullable MeetingClosing base, MeetingClosing theirs) {
        return Stream.of(
                        Difference.value(
                                date.getLabel(),
                                day(base == null ? null : base.date()),
                                day(date.getValue()),
                                day(theirs.date()),
                                day -> day.isEmpty() ? "" : Dates.day(LocalDate.parse(day), locale),
                                day -> date.setValue(day.isEmpty() ? null : LocalDate.parse(day))),
                        Difference.text(
                                summary.getLabel(),
                                base == null ? "" : base.summary(),
                                summary.getValue(),
                                theirs.summary(),
                                summary::setValue),
                        Difference.value(
                                getTranslation("meeting.agreements"),
                                base == null ? List.<Agreement>of() : base.agreements(),
                                agreements(),
                                theirs.agreements(),
                                this::words,
                                this::fill))
                .flatMap(Optional::stream)
                .toList();
    }

    private String words(List<Agreement> agreements) {
        return agreements.stream()
                .map(one -> {
                    LocalDate due = one.due();
                    return one.text() + (due == null ? "" : " – " + Dates.day(due, locale));
                })
                .collect(Collectors.joining("\n"));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
