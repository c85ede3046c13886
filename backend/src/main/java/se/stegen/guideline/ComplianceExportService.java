package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.print.Page;
import se.stegen.print.Pdf;

/** What a clinic's page shows as Excel, CSV or PDF: the lights, and for who may see them the doctors behind them. */
@Singleton
public class ComplianceExportService {
    private final AccessPolicy access;
    private final ComplianceService compliance;

    ComplianceExportService(AccessPolicy access, ComplianceService compliance) {
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
    public ComplianceFile export(Actor actor, long clinicId, @Nullable LocalDate date, ComplianceFormat format) {
        access.requireReadCompliance(actor, clinicId);
        ClinicCompliance clinic = compliance.clinic(actor, clinicId, date);
        Tables tables = new Tables(clinic, actor.locale());
        byte[] content = switch (format) {
            case XLSX -> xlsx(tables);
            case CSV -> csv(tables);
            case PDF -> pdf(tables);
        };
        return new ComplianceFile(
                "klinik-" + clinicId + "-" + clinic.date() + "." + format.ending(), format.contentType(), content);
    }

    /** The lights and the doctors as rows of texts and numbers. */
    private record Tables(ClinicCompliance clinic, Locale locale) {
        String text(String key, Object... arguments) {
            return Messages.get(locale, key, arguments);
        }

        List<String> lightColumns() {
            return List.of(
                    text("export.code"),
                    text("export.indicator"),
                    text("export.light"),
                    text("export.met"),
                    text("export.applicable"),
                    text("export.share"),
                    text("export.value"),
                    text("export.rule"));
        }

        List<List<Object>> lights() {
            List<List<Object>> rows = new ArrayList<>();
            for (Indicator light : clinic.indicators()) {
                if (light.asked()) {
                    rows.add(List.of(
                            light.code().name(),
                            text("indicator." + light.code()),
                            text("export.status." + light.status()),
                            light.suppressed() ? text("export.suppressed") : orEmpty(light.met()),
                            orEmpty(light.applicable()),
                            orEmpty(light.share()),
                            orEmpty(light.value()),
                            light.rule()));
                }
            }
            return rows;
        }

        List<String> doctorColumns() {
            return List.of(
                    text("export.doctor"),
                    text("export.supervisor"),
                    text("export.code"),
                    text("export.indicator"),
                    text("export.actual"),
                    text("export.required"),
                    text("export.reached"));
        }

        List<List<Object>> doctors() {
            List<List<Object>> rows = new ArrayList<>();
            for (TraineeCompliance doctor : clinic.trainees()) {
                for (TraineeIndicator one : doctor.indicators()) {
                    rows.add(List.of(
                            doctor.name(),
                            orEmpty(doctor.supervisorName()),
                            one.code().name(),
                            text("indicator." + one.code()),
                            one.actual(),
                            one.required(),
                            text(one.met() ? "export.yes" : "export.no")));
                }
            }
            return rows;
        }

        String head() {
            return text(
                    "export.head",
                    clinic.clinicName(),
                    clinic.date().toString(),
                    Objects.requireNonNullElse(clinic.guidelineName(), text("export.no.guideline")),
                    clinic.doctors());
        }

        private static Object orEmpty(@Nullable Object value) {
            return value == null ? "" : value;
        }
    }

    private static byte[] xlsx(Tables tables) {
        List<TableFile.Table> sheets = new ArrayList<>();
        sheets.add(new TableFile.Table(
                tables.text("export.lights"), tables.head(), tables.lightColumns(), tables.lights()));
        if (!tables.clinic().trainees().isEmpty()) {
            sheets.add(new TableFile.Table(
                    tables.text("export.doctors"), tables.head(), tables.doctorColumns(), tables.doctors()));
        }
        return TableFile.xlsx(sheets);
    }

    /** One table that can be sorted and counted: a line for each light, then one for each doctor and target. */
    private static byte[] csv(Tables tables) {
        List<String> header = new ArrayList<>(List.of(tables.text("export.clinic"), tables.text("export.date")));
        header.addAll(tables.lightColumns());
        header.addAll(List.of(
                tables.text("export.doctor"),
                tables.text("export.actual"),
                tables.text("export.required"),
                tables.text("export.reached")));
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> light : tables.lights()) {
            List<Object> row = begin(tables);
            row.addAll(light);
            row.addAll(List.of("", "", "", ""));
            rows.add(row);
        }
        for (List<Object> doctor : tables.doctors()) {
            List<Object> row = begin(tables);
            row.addAll(List.of(doctor.get(2), doctor.get(3), "", "", "", "", "", ""));
            row.addAll(List.of(doctor.get(0), doctor.get(4), doctor.get(5), doctor.get(6)));
            rows.add(row);
        }
        return TableFile.csv(header, rows, tables.locale());
    }

    private static List<Object> begin(Tables tables) {
        return new ArrayList<>(
                List.of(tables.clinic().clinicName(), tables.clinic().date().toString()));
    }

    private static byte[] pdf(Tables tables) {
        Page page = new Page(
                tables.clinic().clinicName(),
                "STegen · " + tables.clinic().clinicName() + " · "
                        + tables.clinic().date(),
                tables.locale());
        page.head(tables.head());
        page.heading(tables.text("export.lights"));
        page.table(
                List.of(
                        tables.text("export.indicator"),
                        tables.text("export.light"),
                        tables.text("export.figure"),
                        tables.text("export.rule")),
                tables.lights().stream()
                        .map(row -> List.of(
                                row.get(1).toString(),
                                row.get(2).toString(),
                                figure(row),
                                row.get(7).toString()))
                        .toList());
        if (!tables.clinic().trainees().isEmpty()) {
            page.heading(tables.text("export.missing"));
            page.table(
                    List.of(
                            tables.text("export.doctor"),
                            tables.text("export.supervisor"),
                            tables.text("export.indicator"),
                            tables.text("export.figure")),
                    missing(tables));
        }
        return Pdf.of(page);
    }

    private static String figure(List<Object> light) {
        String value = light.get(6).toString();
        String applicable = light.get(4).toString();
        return !value.isEmpty()
                ? value
                : applicable.isEmpty() || applicable.equals("0")
                        ? light.get(3).toString()
                        : light.get(3) + "/" + applicable;
    }

    private static List<List<String>> missing(Tables tables) {
        List<List<String>> rows = new ArrayList<>();
        for (TraineeCompliance doctor : tables.clinic().trainees()) {
            for (TraineeIndicator one : doctor.indicators()) {
                if (!one.met()) {
                    rows.add(List.of(
                            doctor.name(),
                            Objects.requireNonNullElse(doctor.supervisorName(), ""),
                            tables.text("indicator." + one.code()),
                            one.code().yesOrNo()
                                    ? tables.text("export.no")
                                    : tables.text("indicator.value.sessions", one.actual(), one.required())));
                }
            }
        }
        return rows;
    }
}
