package se.stegen.ui.guideline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import se.stegen.access.AccessPolicy;
import se.stegen.guideline.ComplianceExportService;
import se.stegen.guideline.ComplianceFile;
import se.stegen.guideline.ComplianceFormat;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.LightStatus;
import se.stegen.guideline.OutlookService;
import se.stegen.guideline.Shortfall;
import se.stegen.guideline.TrendPoint;
import se.stegen.organisation.OrganisationService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;
import se.stegen.ui.component.TrafficLight;

/** A clinic's lights over three years, who will fall short within sixty days, and its figures as a file. */
@Route(Paths.OUTLOOK)
@Prototype
@PermitAll
class OutlookView extends Screen implements HasUrlParameter<Long> {
    static final String CODE = "outlook-code";
    static final String FORECAST = "outlook-forecast";

    private static final long serialVersionUID = 1L;
    private static final String PARAMETER = "code";

    private final transient OutlookService outlook;
    private final transient ComplianceExportService exports;
    private final transient OrganisationService organisations;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;
    private final Div trend = new Div();

    OutlookView(
            OutlookService outlook,
            ComplianceExportService exports,
            OrganisationService organisations,
            AccessPolicy access,
            CurrentActor current) {
        this.outlook = outlook;
        this.exports = exports;
        this.organisations = organisations;
        this.access = access;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        Map<IndicatorCode, List<TrendPoint>> trends = outlook.trend(current.get(), id, null, null);
        String asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(PARAMETER)
                .orElse("");
        String clinic = organisations.clinic(current.get(), id).name();
        begin(t("outlook.title", clinic))
                .line(Html.link(Paths.of(Paths.CLINIC, id), clinic))
                .actions(files(id));
        List<IndicatorCode> codes = Arrays.stream(IndicatorCode.values())
                .filter(code -> trends.getOrDefault(code, List.of()).stream()
                        .anyMatch(point -> point.light().asked()))
                .toList();
        Select<IndicatorCode> code = new Select<>();
        code.setId(CODE);
        code.setLabel(t("outlook.indicator"));
        code.setItems(codes);
        code.setItemLabelGenerator(one -> t("indicator." + one));
        code.addValueChangeListener(change -> {
            trend.removeAll();
            trend.add(new TrendCard(change.getValue(), trends.getOrDefault(change.getValue(), List.of()), getLocale()));
        });
        add(Html.div("fields", code), trend);
        code.setValue(codes.stream()
                .filter(one -> one.name().equals(asked))
                .findFirst()
                .orElseGet(codes::getFirst));
        // One comes from far down on the clinic's page.
        getElement().executeJs("scrollTo(0, 0); this.scrollIntoView({block: 'start'})");
        if (access.mayReadClinicDoctors(current.get(), id)) {
            add(forecast(outlook.shortfalls(current.get(), id, null)));
        }
    }

    private Component[] files(long clinicId) {
        return Arrays.stream(ComplianceFormat.values())
                .map(format -> {
                    Anchor link = new Anchor(
                            DownloadHandler.fromInputStream(event -> {
                                ComplianceFile file = exports.export(current.get(), clinicId, null, format);
                                return new DownloadResponse(
                                        new ByteArrayInputStream(file.content()),
                                        file.name(),
                                        file.contentType(),
                                        file.content().length);
                            }),
                            t("outlook.file." + format));
                    link.setId("outlook-" + format.ending());
                    link.addClassName("button");
                    return (Component) link;
                })
                .toArray(Component[]::new);
    }

    private Div forecast(List<Shortfall> shortfalls) {
        Div card = card(t("outlook.forecast", Integer.toString(OutlookService.DAYS_AHEAD)));
        card.setId(FORECAST);
        card.add(Html.text("p", t("outlook.forecast.text")));
        if (shortfalls.isEmpty()) {
            card.add(new EmptyState(t("outlook.forecast.none")));
            return card;
        }
        Sheet sheet = new Sheet(
                t("outlook.forecast", Integer.toString(OutlookService.DAYS_AHEAD)),
                List.of(
                        t("supervision.doctor"),
                        t("outlook.indicator"),
                        t("outlook.falls"),
                        t("outlook.without"),
                        t("outlook.booked")));
        for (Shortfall one : shortfalls) {
            sheet.row(
                    Html.link(Paths.of(Paths.TRAINEE, one.traineeId()), one.name()),
                    new Span(t("indicator." + one.code())),
                    new Span(day(one.fallsOn())),
                    new Span(
                            one.code().yesOrNo()
                                    ? t("indicator.no." + one.code())
                                    : t("of", Integer.toString(one.actual()), Integer.toString(one.required()))),
                    booked(one));
        }
        card.add(sheet);
        return card;
    }

    /** What is booked, apart from what counts: with a sign and in words. */
    private Component booked(Shortfall one) {
        if (one.booked() == 0) {
            return new Span(t("outlook.booked.none"));
        }
        return new TrafficLight(
                one.enough() ? LightStatus.GREEN : LightStatus.YELLOW,
                t(one.enough() ? "outlook.booked.enough" : "outlook.booked.more", Integer.toString(one.booked())));
    }
}
