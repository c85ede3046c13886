package se.stegen.ui.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.stegen.report.AnnualReport;
import se.stegen.report.ReportSection;
import se.stegen.report.ReportWords;
import se.stegen.ui.component.Html;

/** What the portfolio says of a year, on the screen. */
final class ReportLines {
    private final ReportWords words;

    ReportLines(Locale locale) {
        words = new ReportWords(locale);
    }

    /** The facts of a section: one sentence first, each record below where there are several. */
    List<Component> of(AnnualReport report, ReportSection section) {
        List<Component> parts = new ArrayList<>();
        String sentence = words.sentence(report, section);
        if (!sentence.isEmpty()) {
            parts.add(new Paragraph(sentence));
        }
        List<String> lines = words.lines(report, section);
        if (!lines.isEmpty()) {
            var list = Html.tag("ul");
            lines.forEach(line -> list.add(Html.text("li", line)));
            parts.add(list);
        }
        return parts;
    }
}
