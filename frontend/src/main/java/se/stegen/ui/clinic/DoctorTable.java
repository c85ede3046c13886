package se.stegen.ui.clinic;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.TraineeCompliance;
import se.stegen.guideline.TraineeIndicator;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Lights;
import se.stegen.ui.component.Markup;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Sheet;

/** The doctors behind the lights. A row that is still there after an update is the same one, so that the focus stays. */
final class DoctorTable extends Div {
    private static final long serialVersionUID = 1L;

    private record Row(TraineeCompliance shown, HtmlContainer row) {}

    private final HtmlContainer heading = Html.tag("h2");
    private final Div body = new Div();
    private final Map<Long, Row> rows = new HashMap<>();
    private @Nullable IndicatorCode open;

    DoctorTable() {
        addClassName("card");
        setId(ClinicView.DOCTORS);
        heading.getElement().setAttribute("tabindex", "-1");
        add(heading, body);
    }

    /** Shows the doctors who miss a target or, with a light opened, all to whom it applies, those who miss it first. */
    void show(List<TraineeCompliance> doctors, @Nullable IndicatorCode opened, boolean all) {
        List<TraineeCompliance> shown = new ArrayList<>();
        for (TraineeCompliance doctor : doctors) {
            boolean wanted = opened == null
                    ? all || doctor.indicators().stream().anyMatch(one -> !one.met())
                    : doctor.indicators().stream().anyMatch(one -> one.code() == opened);
            if (wanted) {
                shown.add(doctor);
            }
        }
        if (opened != null) {
            shown.sort(Comparator.comparing(doctor -> met(doctor, opened)));
        }
        if (opened != open) {
            open = opened;
            rows.clear();
        }
        heading.setText(title(shown, opened, all));
        body.removeAll();
        if (shown.isEmpty()) {
            rows.clear();
            body.add(new EmptyState(getTranslation(doctors.isEmpty() ? "clinic.empty" : "clinic.all.met")));
            return;
        }
        Sheet sheet = new Sheet(heading.getText(), columns());
        Map<Long, Row> before = Map.copyOf(rows);
        rows.clear();
        for (TraineeCompliance doctor : shown) {
            Row known = before.get(doctor.traineeId());
            HtmlContainer row;
            if (known != null && known.shown().equals(doctor)) {
                row = known.row();
                row.getElement().removeFromTree(false);
                sheet.append(row);
            } else {
                row = fill(sheet, doctor);
            }
            rows.put(doctor.traineeId(), new Row(doctor, row));
        }
        body.add(sheet);
    }

    private String title(List<TraineeCompliance> shown, @Nullable IndicatorCode opened, boolean all) {
        if (opened != null) {
            long missing = shown.stream().filter(doctor -> !met(doctor, opened)).count();
            return getTranslation(
                    "clinic.opened",
                    getTranslation("indicator." + opened),
                    Long.toString(missing),
                    Integer.toString(shown.size()));
        }
        return getTranslation(all ? "clinic.all" : "clinic.missing");
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(
                List.of(getTranslation("supervision.doctor"), getTranslation("supervision.supervisor")));
        IndicatorCode one = open;
        if (one != null) {
            columns.add(getTranslation("indicator.short." + one));
        }
        columns.add(getTranslation(one == null ? "clinic.column.missing" : "clinic.column.also"));
        columns.add(getTranslation("clinic.column.met"));
        return columns;
    }

    private HtmlContainer fill(Sheet sheet, TraineeCompliance doctor) {
        List<Markup> cells = new ArrayList<>();
        cells.add(Markup.tag(
                "div",
                "",
                Markup.link("doctor-" + doctor.traineeId(), Paths.of(Paths.TRAINEE, doctor.traineeId()), doctor.name()),
                Markup.text("small", "", Lights.standing(doctor, getLocale()))));
        String supervisor = doctor.supervisorName();
        cells.add(Markup.text("span", "", supervisor == null ? "–" : supervisor));
        IndicatorCode one = open;
        if (one != null) {
            cells.add(cell(doctor, one));
        }
        cells.add(Lights.missed(doctor, one, getLocale()));
        long met = doctor.indicators().stream().filter(TraineeIndicator::met).count();
        cells.add(Markup.text(
                "span",
                "",
                getTranslation(
                        "of",
                        Long.toString(met),
                        Integer.toString(doctor.indicators().size()))));
        return sheet.row(cells);
    }

    private Markup cell(TraineeCompliance doctor, IndicatorCode code) {
        return doctor.indicators().stream()
                .filter(one -> one.code() == code)
                .findFirst()
                .map(one -> Lights.explained(one, getLocale()))
                .orElse(Markup.NONE);
    }

    private static boolean met(TraineeCompliance doctor, IndicatorCode code) {
        return doctor.indicators().stream().anyMatch(one -> one.code() == code && one.met());
    }
}
