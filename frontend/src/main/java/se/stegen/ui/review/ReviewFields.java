package se.stegen.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.stegen.common.Messages;
import se.stegen.review.GradeData;
import se.stegen.review.Review;
import se.stegen.review.ReviewData;
import se.stegen.review.ReviewGrade;
import se.stegen.spur.Area;
import se.stegen.spur.Grade;
import se.stegen.spur.GradingVersion;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;

/** The fields of a review, on a draft's screen and in the dialog. */
final class ReviewFields {
    static final String DATE = "review-date";
    static final String REPORTED = "review-reported";
    static final String INSPECTORS = "review-inspectors";
    static final String GRADE = "review-grade-";

    private static final List<String> REGULATIONS = List.of("", "2015", "2021");

    private final Locale locale;
    private final DatePicker date;
    private final DatePicker reported;
    private final TextField inspectors;
    private final Select<GradingVersion> grading;
    private final Checkbox two;
    private final Map<String, Select<Grade>> grades = new LinkedHashMap<>();
    private final Div gradeRows = Html.div("fields");
    private final DatePicker since;
    private final TextArea strengths;
    private final TextArea weaknesses;
    private final TextArea potential;
    private final TextArea unsorted;
    private final @Nullable Review known;

    ReviewFields(@Nullable Review known, LocalDate today, Locale locale) {
        this.known = known;
        this.locale = locale;
        date = day(DATE, "review.date", today);
        reported = day(REPORTED, "review.reported", today);
        since = day("review-grades-since", "review.grades.since", today);
        inspectors = new TextField(t("review.inspectors"));
        inspectors.setId(INSPECTORS);
        inspectors.setHelperText(t("review.inspectors.help"));
        grading = new Select<>();
        grading.setId("review-grading");
        grading.setLabel(t("review.grading"));
        grading.setItems(GradingVersion.values());
        grading.setItemLabelGenerator(one -> one == null ? t("review.unknown") : t("review.grading." + one));
        grading.setEmptySelectionAllowed(true);
        grading.setEmptySelectionCaption(t("review.unknown"));
        two = new Checkbox(t("review.two"));
        two.setId("review-two");
        strengths = area("review-strengths", "review.strengths");
        weaknesses = area("review-weaknesses", "review.weaknesses");
        potential = area("review-potential", "review.potential");
        unsorted = area("review-unsorted", "review.unsorted");
        unsorted.setHelperText(t("review.unsorted.help"));
        for (Area area : Area.values()) {
            Div row = Html.div("grade-row");
            for (String regulation : REGULATIONS) {
                Select<Grade> select = grade(area, regulation);
                grades.put(area.name() + regulation, select);
                row.add(select);
            }
            gradeRows.add(row);
        }
        fill();
        two.addValueChangeListener(change -> showRegulations());
        showRegulations();
    }

    private void fill() {
        Review review = known;
        if (review == null) {
            return;
        }
        if (review.dayKnown()) {
            date.setValue(review.date());
        } else {
            date.setHelperText(t("review.date.unknown"));
        }
        reported.setValue(review.reportedOn());
        inspectors.setValue(review.inspectors());
        grading.setValue(review.grading());
        two.setValue(review.twoRegulations());
        strengths.setValue(review.strengths());
        weaknesses.setValue(review.weaknesses());
        potential.setValue(review.potential());
        unsorted.setValue(review.unsorted());
        for (ReviewGrade one : review.grades()) {
            Select<Grade> select = grades.get(one.area().name() + one.regulation());
            if (select != null) {
                select.setValue(one.grade());
                if (!one.printed().isEmpty()) {
                    select.setHelperText(t("review.printed", one.printed()));
                }
            }
        }
    }

    /** An area with one grade has one field; one with two keeps the whole area's where a report gave that. */
    private void showRegulations() {
        grades.forEach((key, select) ->
                select.setVisible(two.getValue() ? key.length() > 1 || select.getValue() != null : key.length() == 1));
    }

    private Select<Grade> grade(Area area, String regulation) {
        Select<Grade> select = new Select<>();
        select.setId(GRADE + area + regulation);
        String name = area + ". " + area.title();
        select.setLabel(regulation.isEmpty() ? name : t("review.grade.under", name, regulation));
        select.setItems(Grade.values());
        select.setItemLabelGenerator(one -> one == null ? t("review.unknown") : one.name());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(t("review.unknown"));
        return select;
    }

    private DatePicker day(String id, String key, LocalDate today) {
        DatePicker field = Dates.field(t(key), locale);
        field.setId(id);
        field.setMax(today);
        return field;
    }

    private TextArea area(String id, String key) {
        TextArea field = new TextArea(t(key));
        field.setId(id);
        field.setMinHeight("90px");
        return field;
    }

    DatePicker date() {
        return date;
    }

    DatePicker reported() {
        return reported;
    }

    TextField inspectors() {
        return inspectors;
    }

    DatePicker since() {
        since.setHelperText(t("review.grades.since.help"));
        return since;
    }

    /** Date, report, inspectors, wording. */
    List<Component> facts() {
        return List.of(date, reported, inspectors, grading);
    }

    /** The grades, with the choice of two regulations above. */
    List<Component> gradeFields() {
        return List.of(two, gradeRows);
    }

    /** Strengths, weaknesses, potential; what could not be told apart only where there is something. */
    List<Component> texts() {
        List<Component> texts = new ArrayList<>(List.of(strengths, weaknesses, potential));
        if (!unsorted.isEmpty()) {
            texts.addFirst(unsorted);
        }
        return texts;
    }

    /** Every field, for what saves by itself. */
    List<HasValue<?, ?>> all() {
        List<HasValue<?, ?>> all = new ArrayList<>(
                List.of(date, reported, inspectors, grading, two, strengths, weaknesses, potential, unsorted));
        all.addAll(grades.values());
        return all;
    }

    /** What the fields hold; a draft without a day keeps the one that it has. */
    ReviewData data() {
        Review review = known;
        LocalDate day = date.getValue();
        List<GradeData> given = new ArrayList<>();
        grades.forEach((key, select) -> {
            Area area = Area.valueOf(key.substring(0, 1));
            String regulation = key.substring(1);
            boolean held = review != null && review.grade(area, regulation).isPresent();
            if (select.getValue() != null || held) {
                given.add(new GradeData(area, regulation, select.getValue()));
            }
        });
        return new ReviewData(
                day == null && review != null && !review.dayKnown() ? review.date() : day,
                reported.getValue(),
                inspectors.getValue(),
                grading.getValue(),
                two.getValue(),
                given,
                since.getValue(),
                Map.of(),
                strengths.getValue(),
                weaknesses.getValue(),
                potential.getValue(),
                unsorted.getValue());
    }

    private String t(String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
