package se.stegen.ui.report;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import se.stegen.report.SupervisorReport;
import se.stegen.report.SupervisorReportData;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Conflict;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;

/** The main supervisor's words on a doctor's year. */
final class SupervisorReportForm extends Div {
    static final String PROGRESS = "report-progress";

    private static final long serialVersionUID = 1L;

    private final TextArea progress = area(PROGRESS, "report.progress");
    private final TextArea strengths = area("report-strengths", "report.strengths");
    private final TextArea development = area("report-development", "report.development");
    private final TextArea needs = area("report-needs", "report.needs");

    SupervisorReportForm() {
        addClassName("card");
        add(
                Html.text("h2", getTranslation("report.supervisor")),
                new Paragraph(getTranslation("report.supervisor.help")),
                Html.div("fields", progress, strengths, development, needs));
    }

    void fill(@Nullable SupervisorReport report) {
        if (report != null) {
            progress.setValue(report.progress());
            strengths.setValue(report.strengths());
            development.setValue(report.development());
            needs.setValue(report.needs());
        }
    }

    void watch(AutoSave saving, ProblemNotice problem) {
        problem.field("progress", progress);
        List.of(progress, strengths, development, needs).forEach(saving::watch);
    }

    SupervisorReportData data() {
        return new SupervisorReportData(
                progress.getValue(), strengths.getValue(), development.getValue(), needs.getValue());
    }

    List<Conflict.Difference> differences(@Nullable SupervisorReport base, @Nullable SupervisorReport theirs) {
        List<Conflict.Difference> found = new ArrayList<>();
        difference(found, progress, of(base, SupervisorReport::progress), of(theirs, SupervisorReport::progress));
        difference(found, strengths, of(base, SupervisorReport::strengths), of(theirs, SupervisorReport::strengths));
        difference(
                found, development, of(base, SupervisorReport::development), of(theirs, SupervisorReport::development));
        difference(found, needs, of(base, SupervisorReport::needs), of(theirs, SupervisorReport::needs));
        return found;
    }

    private static String of(@Nullable SupervisorReport report, Function<SupervisorReport, String> part) {
        return report == null ? "" : part.apply(report);
    }

    private static void difference(List<Conflict.Difference> found, TextArea field, String base, String theirs) {
        Conflict.Difference.text(field.getLabel(), base, field.getValue(), theirs, field::setValue)
                .ifPresent(found::add);
    }

    private TextArea area(String id, String key) {
        TextArea area = new TextArea(getTranslation(key));
        area.setId(id);
        area.setMinHeight("90px");
        area.setMaxLength(5000);
        return area;
    }
}
