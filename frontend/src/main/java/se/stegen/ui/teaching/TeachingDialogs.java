package se.stegen.ui.teaching;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.teaching.Teaching;
import se.stegen.teaching.TeachingData;
import se.stegen.teaching.TeachingDays;
import se.stegen.teaching.TeachingKind;
import se.stegen.teaching.TeachingService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.PersonPicker;

/** Plans, enters and changes sessions. */
@Singleton
class TeachingDialogs {
    static final String KIND = "teaching-kind";
    static final String TITLE = "teaching-title";
    static final String DATE = "teaching-date";
    static final String TIME = "teaching-time";
    static final String PLACE = "teaching-place";
    static final String LEADER = "teaching-leader";
    static final String ARTICLE = "teaching-article";
    static final String DOI = "teaching-doi";
    static final String UNTIL = "teaching-until";

    private static final int STEP_MINUTES = 15;

    private final TeachingService sessions;
    private final CurrentActor current;
    private final Today today;

    TeachingDialogs(TeachingService sessions, CurrentActor current, Today today) {
        this.sessions = sessions;
        this.current = current;
        this.today = today;
    }

    /** One session. */
    void add(long clinicId, LongConsumer after) {
        Fields fields = new Fields(clinicId, null);
        FormDialog dialog = new FormDialog(
                t("teaching.new"),
                t("save"),
                () -> after.accept(sessions.create(current.get(), clinicId, fields.data(), List.of())
                        .id()));
        fields.addTo(dialog);
        dialog.open();
    }

    /** A session each week. */
    void series(long clinicId, IntConsumer after) {
        Fields fields = new Fields(clinicId, null);
        DatePicker until = Dates.field(t("teaching.until"), locale());
        until.setId(UNTIL);
        until.setMin(today.date());
        Runnable told = () -> until.setHelperText(help(fields.date.getValue(), until.getValue()));
        told.run();
        until.addValueChangeListener(change -> told.run());
        fields.date.addValueChangeListener(change -> told.run());
        FormDialog dialog = new FormDialog(
                t("teaching.series"),
                t("teaching.series.verb"),
                () -> after.accept(sessions.series(
                                current.get(),
                                clinicId,
                                fields.data(),
                                until.getValue(),
                                TeachingDays.holidays(fields.date.getValue(), until.getValue()))
                        .size()));
        fields.addTo(dialog);
        dialog.field("until", until).open();
    }

    /** What is booked, and which holidays are passed over. */
    private static String help(@Nullable LocalDate first, @Nullable LocalDate until) {
        List<LocalDate> holidays = TeachingDays.holidays(first, until);
        return holidays.isEmpty()
                ? t("teaching.until.help")
                : Messages.get(
                        locale(),
                        "teaching.until.holidays",
                        holidays.stream().map(day -> Dates.day(day, locale())).collect(Collectors.joining(", ")));
    }

    /** Changes a session. */
    void change(Teaching session, Runnable after) {
        Fields fields = new Fields(session.clinicId(), session);
        FormDialog dialog = new FormDialog(t("teaching.change"), t("save"), () -> {
            sessions.change(current.get(), session.id(), session.version(), fields.data());
            after.run();
        });
        fields.addTo(dialog);
        dialog.open();
    }

    private final class Fields {
        private final Select<TeachingKind> kind = new Select<>();
        private final TextField title = new TextField(t("teaching.title"));
        private final DatePicker date = Dates.field(t("study.date"), locale());
        private final TimePicker time = new TimePicker(t("meeting.time"));
        private final TextField place = new TextField(t("meeting.place"));
        private final PersonPicker leader;
        private final TextField article = new TextField(t("teaching.article"));
        private final TextField doi = new TextField(t("teaching.doi"));
        private final @Nullable Integer minutes;

        Fields(long clinicId, @Nullable Teaching known) {
            leader = new PersonPicker(t("teaching.leader"), new ClinicPeople(sessions, current, clinicId));
            kind.setLabel(t("teaching.kind"));
            kind.setItems(TeachingKind.values());
            kind.setItemLabelGenerator(one -> t("teaching.kind." + one));
            kind.addValueChangeListener(change -> journal());
            kind.setId(KIND);
            title.setId(TITLE);
            title.setMaxLength(200);
            date.setId(DATE);
            time.setId(TIME);
            time.setLocale(Messages.SWEDISH);
            time.setStep(Duration.ofMinutes(STEP_MINUTES));
            time.setClearButtonVisible(true);
            place.setId(PLACE);
            place.setMaxLength(200);
            leader.field().setId(LEADER);
            leader.field().setClearButtonVisible(true);
            leader.field().setHelperText(t("teaching.leader.help"));
            article.setId(ARTICLE);
            article.setMaxLength(300);
            doi.setId(DOI);
            doi.setMaxLength(200);
            minutes = known == null ? null : (Integer) known.minutes();
            if (known == null) {
                kind.setValue(TeachingKind.INTERNAL_TEACHING);
                date.setValue(today.date());
            } else {
                fill(known);
            }
            journal();
        }

        private void fill(Teaching known) {
            kind.setValue(known.kind());
            title.setValue(known.title());
            date.setValue(known.date());
            time.setValue(known.startsAt());
            place.setValue(known.place());
            Long id = known.leaderId();
            String name = known.leaderName();
            if (id != null && name != null) {
                leader.field().setValue(new PersonPicker.Choice(id, name, ""));
            }
            article.setValue(known.article());
            doi.setValue(known.doi());
        }

        private void journal() {
            boolean shown = kind.getValue() == TeachingKind.JOURNAL_CLUB;
            article.setVisible(shown);
            doi.setVisible(shown);
        }

        void addTo(FormDialog dialog) {
            dialog.field("kind", kind)
                    .field("title", title)
                    .field("date", date)
                    .field("startsAt", time)
                    .field("place", place)
                    .field("leaderId", leader.field())
                    .field("article", article)
                    .field("doi", doi);
        }

        TeachingData data() {
            LocalDate day = date.getValue();
            boolean journal = kind.getValue() == TeachingKind.JOURNAL_CLUB;
            return new TeachingData(
                    kind.getValue(),
                    day,
                    title.getValue(),
                    time.getValue(),
                    minutes,
                    place.getValue(),
                    leader.personId(),
                    journal ? article.getValue() : "",
                    journal ? doi.getValue() : "");
        }
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    private static String t(String key) {
        return Messages.get(locale(), key);
    }
}
