package se.stegen.ui.organisation;

import com.vaadin.flow.router.QueryParameters;
import io.micronaut.core.annotation.Nullable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.OrganisationSelection;
import se.stegen.guideline.OrganisationSelection.Show;
import se.stegen.ui.component.Paths;

/**
 * What the organisation's page shows, as it stands in its address. What an address says that cannot be read is as if it were
 * not there.
 *
 * @param date the day; null is today
 * @param rows at most so many clinics
 */
record Address(long organisationId, @Nullable LocalDate date, OrganisationSelection selection, int rows) {
    /** So many clinics are shown at first, and so many more at each step: a browser draws a thousand rows slowly. */
    static final int STEP = 100;

    private static final int MOST = 100_000;

    static Address of(long organisationId) {
        return new Address(organisationId, null, OrganisationSelection.ALL, STEP);
    }

    static Address of(long organisationId, QueryParameters parameters) {
        OrganisationSelection selection = new OrganisationSelection(
                one(parameters, "group"),
                one(parameters, "q"),
                Show.of(one(parameters, "show")).orElse(Show.ALL),
                null,
                false);
        return new Address(
                organisationId,
                day(one(parameters, "date")),
                selection.sorted(one(parameters, "sort")).orElse(selection),
                rows(one(parameters, "rows")));
    }

    private static String one(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).orElse("");
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int rows(String text) {
        return text.matches("\\d{1,5}") ? Math.clamp(Integer.parseInt(text), STEP, MOST) : STEP;
    }

    QueryParameters parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        LocalDate day = date;
        if (day != null) {
            said.put("date", day.toString());
        }
        put(said, "group", selection.group(), "");
        put(said, "q", selection.text(), "");
        put(said, "show", selection.show().name(), Show.ALL.name());
        put(said, "sort", selection.order(), OrganisationSelection.ALL.order());
        put(said, "rows", Integer.toString(rows), Integer.toString(STEP));
        return QueryParameters.simple(said);
    }

    private static void put(Map<String, String> said, String name, String value, String usual) {
        if (!value.equals(usual)) {
            said.put(name, value);
        }
    }

    /** The address itself. */
    String path() {
        String query = parameters().getQueryString();
        String path = Paths.of(Paths.ORGANISATION, organisationId);
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Without a day that lies ahead. */
    Address until(LocalDate today) {
        LocalDate day = date;
        return day != null && day.isAfter(today) ? on(null) : this;
    }

    Address at(long other) {
        return new Address(other, date, selection, STEP);
    }

    Address on(@Nullable LocalDate day) {
        return new Address(organisationId, day, selection, rows);
    }

    Address group(String group) {
        return with(new OrganisationSelection(
                group, selection.text(), selection.show(), selection.sort(), selection.descending()));
    }

    Address text(String text) {
        return with(new OrganisationSelection(
                selection.group(), text, selection.show(), selection.sort(), selection.descending()));
    }

    Address show(Show show) {
        return with(new OrganisationSelection(
                selection.group(), selection.text(), show, selection.sort(), selection.descending()));
    }

    Address order(String order) {
        return with(selection.sorted(order).orElse(selection));
    }

    /** Sorted by the code, or by name; the other way round where it is already. */
    Address sorted(@Nullable IndicatorCode code) {
        boolean down = selection.sort() == code && !selection.descending();
        return with(new OrganisationSelection(selection.group(), selection.text(), selection.show(), code, down));
    }

    Address longer() {
        return new Address(organisationId, date, selection, rows + STEP);
    }

    private Address with(OrganisationSelection other) {
        return new Address(organisationId, date, other, STEP);
    }
}
