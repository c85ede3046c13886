package se.stegen.ui.organisation;

import com.vaadin.flow.component.html.Div;
import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import se.stegen.common.Messages;
import se.stegen.guideline.Indicator;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.OrganisationCompliance;
import se.stegen.guideline.OrganisationSelection;
import se.stegen.ui.component.Lights;
import se.stegen.ui.component.Markup;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.TrafficLight;

/**
 * Clinics side by side: a row for each, a column for each indicator, all together first. Written in one piece; on a phone each
 * row is a card. Scrolls by itself, with the arrow keys, too.
 */
final class HeatTable extends Div {
    static final String ID = "heat";
    static final String MORE = "heat-more";

    private static final long serialVersionUID = 1L;

    HeatTable() {
        setId(ID);
        addClassNames("card", "heat-card");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
    }

    /** Id of the link that sorts by a column. */
    static String sortId(@Nullable IndicatorCode code) {
        return "sort-" + (code == null ? "name" : code);
    }

    /** Id of a clinic's cell. */
    static String cellId(long clinicId, IndicatorCode code) {
        return "cell-" + clinicId + "-" + code;
    }

    /**
     * Shows the table.
     *
     * @param rows at most so many clinics
     * @param sorted the address of the page sorted by a code
     */
    void show(
            OrganisationCompliance table,
            OrganisationSelection selection,
            int rows,
            boolean pastDay,
            Function<@Nullable IndicatorCode, String> sorted,
            Locale locale) {
        getElement().setAttribute("aria-label", table.organisationName());
        List<Markup> body = new ArrayList<>();
        body.add(pooled(table, locale));
        table.clinics().stream()
                .limit(rows)
                .forEach(line -> body.add(row(table, line, pastDay ? "date=" + table.date() + "&" : "", locale)));
        Markup.tag(
                        "table",
                        Map.of("class", "heat", "role", "table", "aria-label", table.organisationName()),
                        Markup.tag("thead", Map.of("role", "rowgroup"), head(table, selection, sorted, locale)),
                        Markup.tag("tbody", Map.of("role", "rowgroup"), body.toArray(Markup[]::new)))
                .fill(this);
    }

    private static Markup head(
            OrganisationCompliance table,
            OrganisationSelection selection,
            Function<@Nullable IndicatorCode, String> sorted,
            Locale locale) {
        List<Markup> cells = new ArrayList<>();
        cells.add(column(null, Messages.get(locale, "clinic.name"), "", selection, sorted.apply(null)));
        for (IndicatorCode code : table.asked()) {
            cells.add(column(
                    code,
                    Messages.get(locale, "indicator.short." + code),
                    Messages.get(locale, "indicator." + code),
                    selection,
                    sorted.apply(code)));
        }
        return Markup.tag("tr", Map.of("role", "row"), cells.toArray(Markup[]::new));
    }

    private static Markup column(
            @Nullable IndicatorCode code, String text, String title, OrganisationSelection selection, String path) {
        boolean by = selection.sort() == code;
        String sign = !by ? "" : selection.descending() ? " ▼" : " ▲";
        return Markup.tag(
                "th",
                Map.of(
                        "scope",
                        "col",
                        "role",
                        "columnheader",
                        "aria-sort",
                        !by ? "none" : selection.descending() ? "descending" : "ascending"),
                Markup.tag(
                        "a",
                        Map.of("id", sortId(code), "href", path, "router-link", "", "title", title),
                        Markup.words(text),
                        Markup.tag("span", Map.of("aria-hidden", "true"), Markup.words(sign))));
    }

    private static Markup pooled(OrganisationCompliance table, Locale locale) {
        List<Markup> cells = new ArrayList<>();
        cells.add(Markup.tag(
                "th",
                Map.of("scope", "row", "role", "rowheader"),
                Markup.text("span", "", Messages.get(locale, "organisation.pooled")),
                Markup.text(
                        "small",
                        "",
                        Messages.get(
                                locale,
                                table.whole() ? "organisation.pooled.all" : "organisation.pooled.shown",
                                table.clinics().size()))));
        table.asked().forEach(code -> cells.add(cell(table.pooled(code), "", "", locale)));
        return Markup.tag("tr", Map.of("role", "row", "class", "pooled"), cells.toArray(Markup[]::new));
    }

    private static Markup row(
            OrganisationCompliance table, OrganisationCompliance.Line line, String date, Locale locale) {
        List<Markup> cells = new ArrayList<>();
        cells.add(Markup.tag(
                "th",
                Map.of("scope", "row", "role", "rowheader"),
                Markup.link(Paths.of(Paths.CLINIC, line.clinicId()) + (date.isEmpty() ? "" : "?" + date), line.name()),
                Markup.text("small", "", line.specialty())));
        for (IndicatorCode code : table.asked()) {
            cells.add(cell(
                    line.light(code),
                    cellId(line.clinicId(), code),
                    Paths.of(Paths.CLINIC, line.clinicId()) + "?" + date + "code=" + code,
                    locale));
        }
        return Markup.tag("tr", Map.of("role", "row"), cells.toArray(Markup[]::new));
    }

    /** Colour, sign, word and fraction; a link where a path is given and there is something to see. */
    private static Markup cell(Indicator light, String id, String path, Locale locale) {
        String label = Messages.get(locale, "indicator.short." + light.code());
        String look = TrafficLight.colour(light.status());
        if (light.suppressed()) {
            return Markup.tag(
                    "td",
                    Map.of("role", "cell", "class", "kept", "data-label", label),
                    Markup.words(Messages.get(locale, "clinic.suppressed.short")));
        }
        boolean applies = !"plain".equals(look);
        Markup content = TrafficLight.sign(light.status())
                .and(Markup.text("span", "hidden-text", Messages.get(locale, "light." + light.status()) + ": "))
                .and(Markup.text("span", "", applies ? figure(light, path, locale) : ""));
        return Markup.tag(
                "td",
                Map.of("role", "cell", "class", look, "data-label", label),
                path.isEmpty() || !applies
                        ? Markup.tag("span", "", content)
                        : Markup.tag("a", Map.of("id", id, "href", path, "router-link", ""), content));
    }

    /** Of all together also in figures how many clinics have been reviewed in time; a clinic's own is a sentence. */
    private static String figure(Indicator light, String path, Locale locale) {
        return path.isEmpty() ? Lights.fraction(light, locale) : Lights.brief(light, locale);
    }
}
