package se.stegen.ui.meeting;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.meeting.Meeting;
import se.stegen.meeting.MeetingClosingService;
import se.stegen.meeting.MeetingKind;
import se.stegen.meeting.MeetingPlan;
import se.stegen.meeting.MeetingService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;

/** Plans, moves and enters meetings. */
@Singleton
class MeetingDialogs {
    static final String KIND = "meeting-kind";
    static final String DATE = "meeting-date";
    static final String TIME = "meeting-time";
    static final String PLACE = "meeting-place";
    static final String REASON = "meeting-reason";
    static final String SUMMARY = "meeting-record-summary";

    private static final int STEP_MINUTES = 15;

    private final MeetingService meetings;
    private final MeetingClosingService closings;
    private final CurrentActor current;
    private final Today today;

    MeetingDialogs(MeetingService meetings, MeetingClosingService closings, CurrentActor current, Today today) {
        this.meetings = meetings;
        this.closings = closings;
        this.current = current;
        this.today = today;
    }

    /** A new planned meeting of one of the kinds that the reader holds. */
    void plan(long programmeId, List<MeetingKind> kinds, Consumer<Meeting> after) {
        Locale locale = UI.getCurrent().getLocale();
        Select<MeetingKind> kind = kinds(locale, kinds);
        When when = new When(locale, null);
        FormDialog dialog = new FormDialog(
                t(locale, "meeting.plan"),
                t(locale, "meeting.plan.verb"),
                () -> after.accept(meetings.plan(current.get(), programmeId, kind.getValue(), when.plan(null))));
        dialog.field("kind", kind);
        when.addTo(dialog);
        dialog.open();
    }

    /** Another day for a planned meeting. */
    void move(Meeting meeting, Consumer<Meeting> after) {
        Locale locale = UI.getCurrent().getLocale();
        When when = new When(locale, meeting);
        TextField reason = new TextField(t(locale, "reason.label"));
        reason.setId(REASON);
        FormDialog dialog = new FormDialog(
                t(locale, "meeting.move"),
                t(locale, "meeting.move.verb"),
                () -> after.accept(meetings.move(
                        current.get(),
                        meeting.id(),
                        meeting.version(),
                        when.plan(meeting.minutes()),
                        reason.getValue())));
        when.addTo(dialog);
        dialog.field("reason", reason).open();
    }

    /** A meeting that was held and never planned here. */
    void record(long programmeId, List<MeetingKind> kinds, Consumer<Meeting> after) {
        Locale locale = UI.getCurrent().getLocale();
        Select<MeetingKind> kind = kinds(locale, kinds);
        DatePicker date = Dates.field(t(locale, "meeting.held.on"), locale);
        date.setId(DATE);
        date.setMax(today.date());
        date.setValue(today.date());
        TextArea summary = new TextArea(t(locale, "meeting.summary"));
        summary.setId(SUMMARY);
        summary.setMinHeight("120px");
        summary.setHelperText(t(locale, "meeting.record.help"));
        new FormDialog(
                        t(locale, "meeting.record"),
                        t(locale, "meeting.record.verb"),
                        () -> after.accept(closings.record(
                                current.get(),
                                programmeId,
                                kind.getValue(),
                                date.getValue(),
                                summary.getValue(),
                                List.of())))
                .field("kind", kind)
                .field("date", date)
                .field("summary", summary)
                .open();
    }

    private static Select<MeetingKind> kinds(Locale locale, List<MeetingKind> kinds) {
        Select<MeetingKind> kind = new Select<>();
        kind.setId(KIND);
        kind.setLabel(t(locale, "meeting.kind"));
        kind.setItems(kinds);
        kind.setItemLabelGenerator(one -> t(locale, "meeting.kind." + one));
        kind.setValue(kinds.getFirst());
        return kind;
    }

    /** Day, time and place. */
    private final class When {
        private final DatePicker date;
        private final TimePicker time;
        private final TextField place;

        When(Locale locale, @Nullable Meeting known) {
            date = Dates.field(t(locale, "meeting.date"), locale);
            date.setId(DATE);
            date.setMin(today.date());
            time = new TimePicker(t(locale, "meeting.time"));
            time.setId(TIME);
            time.setLocale(Messages.SWEDISH);
            time.setStep(Duration.ofMinutes(STEP_MINUTES));
            time.setClearButtonVisible(true);
            place = new TextField(t(locale, "meeting.place"));
            place.setId(PLACE);
            place.setMaxLength(200);
            if (known != null) {
                date.setValue(known.date());
                time.setValue(known.startsAt());
                place.setValue(known.place());
            }
        }

        void addTo(FormDialog dialog) {
            dialog.field("date", date).field("startsAt", time).field("place", place);
        }

        MeetingPlan plan(@Nullable Integer minutes) {
            return new MeetingPlan(date.getValue(), time.getValue(), minutes, place.getValue());
        }
    }

    private static String t(Locale locale, String key) {
        return Messages.get(locale, key);
    }
}
