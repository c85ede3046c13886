package se.stegen.ui.report;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import se.stegen.access.Actor;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.report.ReportListItem;
import se.stegen.report.ReportService;
import se.stegen.report.ReportState;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;

/** A doctor's yearly reports in a card, for those who read them. */
@Singleton
public class ReportCards {
    /** Id of the button that drafts one. */
    public static final String DRAFT = "report-draft";

    private final ReportService reports;
    private final CurrentActor current;

    ReportCards(ReportService reports, CurrentActor current) {
        this.reports = reports;
        this.current = current;
    }

    /** The card, where the reader may read reports. */
    public Optional<Div> of(long programmeId, Locale locale, Consumer<String> goTo) {
        Actor actor = current.get();
        if (!reports.mayRead(actor, programmeId)) {
            return Optional.empty();
        }
        List<ReportListItem> known = reports.list(actor, programmeId);
        Div card = Html.div("card", Html.text("h2", t(locale, "report.list")));
        for (ReportListItem one : known) {
            String standing = one.state() == ReportState.DRAFT
                    ? "report.state.draft"
                    : one.commentedAt() == null ? "report.state.sent" : "report.state.commented";
            card.add(Html.div(
                    "row",
                    Html.div(
                            "words",
                            Html.div(
                                    "",
                                    Html.link(
                                            Paths.of(Paths.ANNUAL_REPORT, one.id()),
                                            t(
                                                    locale,
                                                    "report.period",
                                                    Dates.day(one.fromDay(), locale),
                                                    Dates.day(one.toDay(), locale)))),
                            Html.text("small", " " + t(locale, standing)))));
        }
        if (known.isEmpty()) {
            card.add(new Paragraph(t(locale, "report.none")));
        }
        boolean writes = reports.mayDraft(actor, programmeId);
        if (writes && known.stream().noneMatch(one -> one.state() == ReportState.DRAFT)) {
            card.add(Html.div("after", RecordScreen.other(DRAFT, t(locale, "report.draft"), () -> {
                try {
                    goTo.accept(Paths.of(
                            Paths.ANNUAL_REPORT,
                            reports.draft(current.get(), programmeId).id()));
                } catch (Problem refused) {
                    ProblemNotice.notify(refused.text(locale), t(locale, "close"));
                }
            })));
        }
        return Optional.of(card);
    }

    private static String t(Locale locale, String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
