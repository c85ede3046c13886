package se.stegen.ui.supervision;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntConsumer;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.supervision.SeriesBooking;
import se.stegen.supervision.SeriesDay;
import se.stegen.supervision.SeriesProposal;
import se.stegen.supervision.SeriesRhythm;
import se.stegen.supervision.SessionTime;
import se.stegen.supervision.SupervisionSeriesService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PersonPicker;
import se.stegen.ui.component.ProblemNotice;

/** "Boka terminens samtal": a rhythm, the days it gives with what stands in the way, each of them to untick or move. */
final class SeriesDialog extends Dialog {
    static final String COUNT = "series-count";
    static final String EVERY = "series-every";
    static final String WEEKDAY = "series-weekday";
    static final String SUPERVISOR = "series-supervisor";
    static final String DAYS = "series-days";
    static final String BOOK = "series-book";

    private static final long serialVersionUID = 1L;
    private static final LocalTime USUAL = LocalTime.of(13, 0);

    private final transient SupervisionSeriesService series;
    private final transient CurrentActor current;
    private final long programmeId;
    private final transient IntConsumer booked;
    /** The same booking sent twice is one. */
    private final String key = UUID.randomUUID().toString();

    private final ProblemNotice notice = new ProblemNotice();
    private final PersonPicker supervisor;
    private final IntegerField count = new IntegerField(getTranslation("series.count"));
    private final IntegerField every = new IntegerField(getTranslation("series.every"));
    private final Select<DayOfWeek> weekday = new Select<>();
    private final DatePicker from;
    private final DatePicker to;
    private final transient TimeFields time = new TimeFields(this::getTranslation);
    private final HtmlContainer days = Html.tag("ul");
    private final List<Line> lines = new ArrayList<>();
    private final Button book = new Button();

    /** A day in the list. */
    private record Line(Checkbox ticked, DatePicker day) implements Serializable {}

    SeriesDialog(
            SupervisionSeriesService series,
            PersonPicker.Source people,
            CurrentActor current,
            long programmeId,
            IntConsumer booked) {
        this.series = series;
        this.current = current;
        this.programmeId = programmeId;
        this.booked = booked;
        SeriesProposal proposal = series.proposal(current.get(), programmeId);
        setHeaderTitle(getTranslation("series.title"));
        setWidth("min(640px, 100%)");
        supervisor = new PersonPicker(getTranslation("supervision.supervisor"), people);
        from = Dates.field(getTranslation("series.from"), getLocale());
        to = Dates.field(getTranslation("series.to"), getLocale());
        fill(proposal);
        ids();
        notice.setId("series-problem");
        days.addClassName("rows");
        days.setId(DAYS);
        days.getElement().setAttribute("aria-label", getTranslation("series.days"));
        add(
                notice,
                new Paragraph(why(proposal)),
                Html.div(
                        "fields",
                        supervisor,
                        Html.div("fields two", count, every),
                        Html.div("fields two", weekday, time.time),
                        Html.div("fields two", time.minutes, time.place),
                        Html.div("fields two", from, to)),
                Html.text("h3", getTranslation("series.days")),
                days);
        book.setId(BOOK);
        book.setDisableOnClick(true);
        book.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        book.addClickListener(click -> {
            try {
                book();
            } finally {
                book.setEnabled(true);
            }
        });
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), book);
        preview();
        count.addValueChangeListener(change -> preview());
        every.addValueChangeListener(change -> preview());
        weekday.addValueChangeListener(change -> preview());
        from.addValueChangeListener(change -> preview());
        to.addValueChangeListener(change -> preview());
    }

    private void fill(SeriesProposal proposal) {
        Long with = proposal.supervisorId();
        String name = proposal.supervisorName();
        if (with != null && name != null) {
            supervisor.field().setValue(new PersonPicker.Choice(with, name, ""));
            supervisor.field().setReadOnly(with == current.get().personId());
        }
        SeriesRhythm rhythm = proposal.rhythm();
        count.setValue(rhythm.count());
        count.setMin(1);
        count.setMax(40);
        count.setStepButtonsVisible(true);
        every.setValue(rhythm.everyWeeks());
        every.setMin(1);
        every.setMax(26);
        every.setStepButtonsVisible(true);
        weekday.setLabel(getTranslation("series.weekday"));
        weekday.setItems(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        weekday.setItemLabelGenerator(day -> getTranslation("weekday." + day));
        weekday.setValue(rhythm.weekday());
        from.setValue(rhythm.from());
        to.setValue(rhythm.to());
        time.fill(new SessionTime(USUAL, SessionTime.USUAL, null));
    }

    private void ids() {
        supervisor.field().setId(SUPERVISOR);
        count.setId(COUNT);
        every.setId(EVERY);
        weekday.setId(WEEKDAY);
        from.setId("series-from");
        to.setId("series-to");
        notice.field("supervisorId", supervisor.field());
        notice.field("count", count);
        notice.field("everyWeeks", every);
        notice.field("to", to);
        notice.field("startsAt", time.time);
        notice.field("duration", time.minutes);
        notice.field("place", time.place);
    }

    private String why(SeriesProposal proposal) {
        Integer required = proposal.required();
        String until = Dates.day(proposal.rhythm().to(), getLocale());
        if (required == null) {
            return getTranslation("series.no.guideline");
        }
        return getTranslation(
                proposal.needed() == 0 ? "series.enough" : "series.why",
                required,
                proposal.counted(),
                proposal.needed(),
                until);
    }

    private void preview() {
        days.removeAll();
        lines.clear();
        Integer many = count.getValue();
        Integer weeks = every.getValue();
        if (many == null || weeks == null || from.isEmpty() || to.isEmpty()) {
            verb();
            return;
        }
        try {
            SeriesRhythm rhythm = new SeriesRhythm(weekday.getValue(), weeks, from.getValue(), to.getValue(), many);
            List<SeriesDay> proposed = series.days(current.get(), programmeId, rhythm);
            proposed.forEach(this::line);
            notice.clear();
            long free = proposed.stream().filter(day -> day.obstacle() == null).count();
            if (free > 0 && free < many) {
                days.add(Html.text(
                        "li", getTranslation("series.too.few", free, many, Dates.day(to.getValue(), getLocale()))));
            }
        } catch (Problem refused) {
            notice.show(refused);
        }
        if (lines.isEmpty()) {
            days.add(Html.text("li", getTranslation("series.none")));
        }
        verb();
    }

    private void line(SeriesDay proposed) {
        String words = Dates.day(proposed.day(), getLocale());
        Checkbox ticked =
                new Checkbox(getTranslation("weekday." + proposed.day().getDayOfWeek()) + " " + words);
        ticked.setId("series-day-" + proposed.day());
        ticked.setValue(proposed.obstacle() == null);
        ticked.addValueChangeListener(change -> verb());
        DatePicker day = Dates.field("", getLocale());
        day.setAriaLabel(getTranslation("series.move", words));
        day.setValue(proposed.day());
        day.setWidth("150px");
        Span note = new Span();
        say(note, proposed, Obstacles::passedOver);
        day.addValueChangeListener(change -> {
            LocalDate moved = change.getValue();
            verb();
            if (moved != null) {
                say(note, series.day(current.get(), programmeId, moved), Obstacles::chosen);
                ticked.setLabel(
                        getTranslation("weekday." + moved.getDayOfWeek()) + " " + Dates.day(moved, getLocale()));
                // Whoever picks another day wants that day.
                ticked.setValue(true);
            }
        });
        HtmlContainer row = Html.tag("li", Html.div("words", ticked, note), day);
        row.addClassName("row");
        days.add(row);
        lines.add(new Line(ticked, day));
    }

    private interface Words {
        String of(SeriesDay day, SeriesDay.Obstacle obstacle, Locale locale);
    }

    /** What stands in the way of a day, if anything. */
    private void say(Span note, SeriesDay day, Words words) {
        SeriesDay.Obstacle obstacle = day.obstacle();
        note.setText(obstacle == null ? "" : words.of(day, obstacle, getLocale()));
        if (obstacle == null) {
            note.removeClassNames("tag", "warn", "wrap");
        } else {
            note.addClassNames("tag", "warn", "wrap");
        }
        note.getElement().setAttribute("role", "status");
    }

    private List<LocalDate> chosen() {
        List<LocalDate> chosen = new ArrayList<>();
        for (Line line : lines) {
            LocalDate day = line.day().getValue();
            if (line.ticked().getValue() && day != null) {
                chosen.add(day);
            }
        }
        return chosen;
    }

    private void verb() {
        book.setText(getTranslation("series.book", chosen().size()));
    }

    private void book() {
        Long with = supervisor.personId();
        try {
            if (with == null) {
                throw Problem.field("supervisorId", ProblemCode.REQUIRED);
            }
            int made = series.book(current.get(), programmeId, new SeriesBooking(with, key, time.value(), chosen()))
                    .size();
            close();
            booked.accept(made);
        } catch (Problem refused) {
            notice.show(refused);
        }
    }
}
