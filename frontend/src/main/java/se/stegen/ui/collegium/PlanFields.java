package se.stegen.ui.collegium;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.micronaut.core.annotation.Nullable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.stegen.collegium.Collegium;
import se.stegen.collegium.CollegiumCandidate;
import se.stegen.collegium.CollegiumData;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;

/** When, where and whom a collegium is about. */
final class PlanFields extends Div {
    static final String DATE = "collegium-date";
    static final String TIME = "collegium-time";
    static final String MINUTES = "collegium-minutes";
    static final String PLACE = "collegium-place";
    static final String DOCTORS = "collegium-doctors";

    private static final long serialVersionUID = 1L;
    private static final int TWO_HOURS = 120;

    private final DatePicker date;
    private final TimePicker time = new TimePicker(getTranslation("collegium.time"));
    private final IntegerField minutes = new IntegerField(getTranslation("collegium.minutes"));
    private final TextField place = new TextField(getTranslation("collegium.place"));
    private final CheckboxGroup<Long> doctors = new CheckboxGroup<>(getTranslation("collegium.doctors"));
    private final transient Function<LocalDate, List<CollegiumCandidate>> candidates;
    private transient Map<Long, CollegiumCandidate> known = Map.of();
    private transient List<Collegium.Trainee> kept = List.of();

    PlanFields(Function<LocalDate, List<CollegiumCandidate>> candidates) {
        this.candidates = candidates;
        addClassName("fields");
        date = Dates.field(getTranslation("collegium.day"), getLocale());
        date.setId(DATE);
        time.setId(TIME);
        time.setStep(Duration.ofMinutes(15));
        time.setHelperText(getTranslation("collegium.time.help"));
        minutes.setId(MINUTES);
        minutes.setValue(TWO_HOURS);
        place.setId(PLACE);
        place.setMaxLength(200);
        doctors.setId(DOCTORS);
        doctors.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        doctors.setItemLabelGenerator(this::label);
        add(Html.div("fields two", date, time, minutes, place), doctors);
        date.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                load(change.getValue(), kept.isEmpty() ? null : doctors.getValue());
            }
        });
    }

    /** A new one on the day, with those who lack one ticked. */
    PlanFields on(LocalDate day) {
        date.setValue(day);
        load(day, null);
        return this;
    }

    /** One that is planned. */
    PlanFields of(Collegium collegium) {
        kept = collegium.trainees();
        date.setValue(collegium.date());
        time.setValue(collegium.startsAt());
        minutes.setValue(collegium.minutes());
        place.setValue(collegium.place());
        load(collegium.date(), kept.stream().map(Collegium.Trainee::programmeId).collect(Collectors.toSet()));
        return this;
    }

    private void load(LocalDate day, @Nullable Set<Long> ticked) {
        List<CollegiumCandidate> found = candidates.apply(day);
        known = found.stream().collect(Collectors.toMap(CollegiumCandidate::programmeId, Function.identity()));
        List<Long> items = new ArrayList<>(
                found.stream().map(CollegiumCandidate::programmeId).toList());
        kept.stream()
                .map(Collegium.Trainee::programmeId)
                .filter(id -> !items.contains(id))
                .forEach(items::add);
        doctors.setItems(items);
        Set<Long> values = new HashSet<>(
                ticked == null
                        ? found.stream()
                                .filter(CollegiumCandidate::lacking)
                                .map(CollegiumCandidate::programmeId)
                                .toList()
                        : ticked);
        values.retainAll(items);
        doctors.setValue(values);
        doctors.setHelperText(getTranslation(items.isEmpty() ? "collegium.doctors.none" : "collegium.doctors.help"));
    }

    private String label(long id) {
        CollegiumCandidate one = known.get(id);
        if (one == null) {
            return kept.stream()
                    .filter(trainee -> trainee.programmeId() == id)
                    .map(trainee -> getTranslation("collegium.doctor.elsewhere", trainee.name()))
                    .findFirst()
                    .orElse("");
        }
        LocalDate last = one.lastOn();
        return last == null
                ? getTranslation("collegium.doctor.never", one.name())
                : getTranslation("collegium.doctor.last", one.name(), Dates.day(last, getLocale()));
    }

    LocalDate date() {
        LocalDate day = date.getValue();
        if (day == null) {
            throw Problem.field("date", ProblemCode.REQUIRED);
        }
        return day;
    }

    CollegiumData data() {
        return new CollegiumData(date(), time.getValue(), minutes.getValue(), place.getValue(), doctors.getValue());
    }

    /** Where refusals of the API's fields are told. */
    void tellIn(ProblemNotice notice) {
        notice.field("date", date);
        notice.field("minutes", minutes);
        notice.field("place", place);
        notice.field("participantIds", doctors);
    }

    DatePicker day() {
        return date;
    }
}
