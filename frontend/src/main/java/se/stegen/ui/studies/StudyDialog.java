package se.stegen.ui.studies;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.curriculum.Goal;
import se.stegen.selfstudy.SelfStudy;
import se.stegen.selfstudy.SelfStudyData;
import se.stegen.selfstudy.SelfStudyService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.GoalPicker;

/** Logs self-study of any day, or changes an entry. */
@Singleton
class StudyDialog {
    static final String DATE = "study-date";
    static final String HOURS = "study-hours";
    static final String GOALS = "study-goals";
    static final String NOTE = "study-note";

    private final SelfStudyService studies;
    private final CurrentActor current;
    private final Today today;

    StudyDialog(SelfStudyService studies, CurrentActor current, Today today) {
        this.studies = studies;
        this.current = current;
        this.today = today;
    }

    void open(
            long programmeId,
            @Nullable SelfStudy known,
            List<Goal> goals,
            List<String> lastGoals,
            Consumer<SelfStudy> after) {
        Locale locale = UI.getCurrent().getLocale();
        DatePicker date = Dates.field(t(locale, "study.date"), locale);
        date.setId(DATE);
        date.setMax(today.date());
        date.setValue(known == null ? today.date() : known.date());
        BigDecimalField hours = new BigDecimalField(t(locale, "study.hours"));
        hours.setId(HOURS);
        hours.setLocale(locale);
        hours.setHelperText(t(locale, "study.hours.help"));
        hours.setValue(known == null ? BigDecimal.ONE : known.hours().stripTrailingZeros());
        GoalPicker picker = new GoalPicker(t(locale, "trainee.goals"), goals);
        picker.setId(GOALS);
        picker.setValue(Set.copyOf(known == null ? lastGoals : known.goalCodes()));
        TextField note = new TextField(t(locale, "study.note"));
        note.setId(NOTE);
        note.setMaxLength(500);
        note.setValue(known == null ? "" : known.note());
        new FormDialog(t(locale, known == null ? "study.log" : "study.change"), t(locale, "save"), () -> {
                    SelfStudyData data =
                            new SelfStudyData(date.getValue(), hours.getValue(), picker.codes(), note.getValue());
                    after.accept(
                            known == null
                                    ? studies.log(current.get(), programmeId, data)
                                    : studies.change(current.get(), programmeId, known.id(), known.version(), data));
                })
                .field("date", date)
                .field("hours", hours)
                .field("goalCodes", picker)
                .field("note", note)
                .open();
    }

    private static String t(Locale locale, String key) {
        return Messages.get(locale, key);
    }
}
