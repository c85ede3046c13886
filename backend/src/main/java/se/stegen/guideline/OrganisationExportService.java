package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.print.Page;
import se.stegen.print.Pdf;

/** What an organisation's page shows as Excel, CSV or PDF: the same clinics in the same order, with the same cells kept. */
@Singleton
public class OrganisationExportService {
    private final AccessPolicy access;
    private final OrganisationComplianceService compliance;

    OrganisationExportService(AccessPolicy access, OrganisationComplianceService compliance) {
        this.access = access;
        this.compliance = compliance;
    }

    /**
     * The file.
     *
     * @param date the day that is measured; null is today
     * @throws Problem {@code NOT_FOUND}, {@code DATE_IN_FUTURE}
     */
    @Transactional
    public ComplianceFile export(
            Actor actor,
            long organisationId,
            @Nullable LocalDate date,
            OrganisationSelection selection,
            ComplianceFormat format) {
        access.requireOversee(actor, organisationId);
        Tables tables = new Tables(compliance.organisation(actor, organisationId, date, selection), actor.locale());
        byte[] content = switch (format) {
            case XLSX ->
                TableFile.xlsx(List.of(
                        new TableFile.Table(
                                tables.text("export.table"), tables.head(), tables.columns(), tables.rows()),
                        new TableFile.Table(
                                tables.text("export.figures"),
                                tables.head(),
                                tables.figureColumns(),
                                tables.figures())));
            case CSV -> TableFile.csv(tables.figureColumns(), tables.figures(), tables.locale());
            case PDF -> pdf(tables);
        };
        return new ComplianceFile(
                "organisation-" + organisationId + "-" + tables.table().date() + "." + format.ending(),
                format.contentType(),
                content);
    }

    /** Side by side, as on the page, and one line for each figure. */
    private record Tables(OrganisationCompliance table, Locale locale) {
        String text(String key, Object... arguments) {
            return Messages.get(locale, key, arguments);
        }

        String head() {
            return text(
                    table.whole() ? "export.organisation" : "export.organisation.some",
                    table.organisationName(),
                    table.date().toString(),
                    table.clinics().size());
        }

        List<String> columns() {
            List<String> columns = new ArrayList<>(List.of(text("export.clinic"), text("export.group")));
            table.asked().forEach(code -> columns.add(text("indicator." + code)));
            return columns;
        }

        List<List<Object>> rows() {
            List<List<Object>> rows = new ArrayList<>();
            rows.add(row(text("export.pooled"), "", table.pooled()));
            table.clinics().forEach(line -> rows.add(row(line.name(), line.group(), line.indicators())));
            return rows;
        }

        /** For paper: without the group, and of reviews the light alone. */
        List<String> narrowColumns() {
            List<String> columns = new ArrayList<>(List.of(text("export.clinic")));
            table.asked().forEach(code -> columns.add(text("indicator." + code)));
            return columns;
        }

        List<List<String>> narrowRows() {
            List<List<String>> rows = new ArrayList<>();
            rows.add(narrow(text("export.pooled"), table.pooled(), false));
            table.clinics().forEach(line -> rows.add(narrow(line.name(), line.indicators(), true)));
            return rows;
        }

        private List<String> narrow(String name, List<Indicator> lights, boolean brief) {
            List<String> row = new ArrayList<>(List.of(name));
            lights.stream()
                    .filter(light -> table.asked().contains(light.code()))
                    .forEach(light -> row.add(
                            brief && light.code().ofReviews() && light.status() != LightStatus.NOT_APPLICABLE
                                    ? text("export.status." + light.status())
                                    : cell(light)));
            return row;
        }

        private List<Object> row(String name, String group, List<Indicator> lights) {
            List<Object> row = new ArrayList<>(List.of(name, group));
            lights.stream()
                    .filter(light -> table.asked().contains(light.code()))
                    .forEach(light -> row.add(cell(light)));
            return row;
        }

        /** Grön 12/16. */
        private String cell(Indicator light) {
            Integer met = light.met();
            Integer applicable = light.applicable();
            String value = light.value();
            if (light.suppressed()) {
                return text("export.suppressed");
            }
            if (light.status() == LightStatus.NOT_APPLICABLE) {
                return "–";
            }
            String status = text("export.status." + light.status());
            return met != null && applicable != null
                    ? status + " " + met + "/" + applicable
                    : value == null ? status : status + " " + value;
        }

        List<String> figureColumns() {
            return List.of(
                    text("export.clinic"),
                    text("export.group"),
                    text("export.date"),
                    text("export.code"),
                    text("export.indicator"),
                    text("export.light"),
                    text("export.met"),
                    text("export.applicable"),
                    text("export.share"),
                    text("export.value"),
                    text("export.rule"));
        }

        List<List<Object>> figures() {
            List<List<Object>> rows = new ArrayList<>();
            table.pooled().forEach(light -> figure(text("export.pooled"), "", light, rows));
            table.clinics()
                    .forEach(
                            line -> line.indicators().forEach(light -> figure(line.name(), line.group(), light, rows)));
            return rows;
        }

        private void figure(String name, String group, Indicator light, List<List<Object>> rows) {
            if (table.asked().contains(light.code())) {
                rows.add(List.of(
                        name,
                        group,
                        table.date().toString(),
                        light.code().name(),
                        text("indicator." + light.code()),
                        light.suppressed() ? text("export.suppressed") : text("export.status." + light.status()),
                        orEmpty(light.met()),
                        orEmpty(light.applicable()),
                        orEmpty(light.share()),
                        orEmpty(light.value()),
                        light.rule()));
            }
        }

        private static Object orEmpty(@Nullable Object value) {
            return value == null ? "" : value;
        }
    }

    private static byte[] pdf(Tables tables) {
        Page page = new Page(
                        tables.table().organisationName(),
                        "STegen · " + tables.table().organisationName() + " · "
                                + tables.table().date(),
                        tables.locale())
                .landscape();
        page.head(tables.head());
        page.table(tables.narrowColumns(), tables.narrowRows());
        page.line(tables.text("export.suppressed.why"));
        return Pdf.of(page);
    }
}
