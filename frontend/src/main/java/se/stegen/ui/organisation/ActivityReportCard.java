package se.stegen.ui.organisation;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.stream.IntStream;
import se.stegen.activityreport.ActivityReportFile;
import se.stegen.activityreport.ActivityReportFormat;
import se.stegen.activityreport.ActivityReportService;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.guideline.OrganisationCompliance;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;

/** Where the yearly report of an organisation is fetched. */
@Singleton
class ActivityReportCard {
    static final String YEAR = "activity-year";

    private static final int YEARS = 10;

    private final ActivityReportService reports;
    private final CurrentActor current;
    private final Today today;

    ActivityReportCard(ActivityReportService reports, CurrentActor current, Today today) {
        this.reports = reports;
        this.current = current;
        this.today = today;
    }

    /** Id of the link to a file. */
    static String id(ActivityReportFormat format) {
        return "activity-" + format.ending();
    }

    Div of(OrganisationCompliance table, Locale locale) {
        int last = today.date().getYear();
        Select<Integer> year = new Select<>();
        year.setId(YEAR);
        year.setLabel(Messages.get(locale, "organisation.report.year"));
        year.setItems(IntStream.range(0, YEARS).mapToObj(n -> last - n).toList());
        year.setValue(last);
        Div ways = Html.div("filters", year);
        for (ActivityReportFormat format : ActivityReportFormat.values()) {
            Anchor link = new Anchor(
                    DownloadHandler.fromInputStream(event -> {
                        ActivityReportFile file =
                                reports.draft(current.get(), table.organisationId(), year.getValue(), format);
                        return new DownloadResponse(
                                new ByteArrayInputStream(file.content()),
                                file.name(),
                                file.contentType(),
                                file.content().length);
                    }),
                    Messages.get(locale, "organisation.report." + format));
            link.setId(id(format));
            link.addClassName("button");
            ways.add(link);
        }
        Div card = Html.div(
                "card after",
                Html.text("h2", Messages.get(locale, "organisation.report")),
                Html.text("p", Messages.get(locale, "organisation.report.text")),
                ways);
        card.addClassName("no-print");
        return card;
    }
}
