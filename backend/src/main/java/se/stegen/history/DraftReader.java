package se.stegen.history;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.access.Actor;
import se.stegen.common.CsvTable;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.history.DraftQuery.Event;
import se.stegen.history.DraftRepository.DoctorRow;
import se.stegen.history.DraftRepository.DraftRow;
import se.stegen.history.RowReading.Forms;
import se.stegen.history.TransferRules.Checked;
import se.stegen.history.TransferRules.Known;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.programme.ProgrammeService;

/** Reads files and drafts, and says what is understood of each row; writes nothing. */
@Singleton
class DraftReader {
    /** Greatest number of rows of a file. */
    static final int MOST_ROWS = 2_000;

    private static final int WRITTEN = 4_000;
    /** What a draft may grow to: three bytes a character are well below what a row of the database takes. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private final DraftRepository drafts;
    private final DraftQuery query;
    private final Transfers transfers;
    private final ProgrammeService programmes;
    private final ObjectMapper json;
    private final Today today;

    DraftReader(
            DraftRepository drafts,
            DraftQuery query,
            Transfers transfers,
            ProgrammeService programmes,
            ObjectMapper json,
            Today today) {
        this.drafts = drafts;
        this.query = query;
        this.transfers = transfers;
        this.programmes = programmes;
        this.json = json;
        this.today = today;
    }

    /**
     * A row as it is kept; an empty map may be left out of the JSON.
     *
     * @param beside names of further columns of a field that say something else than its cell
     */
    @Serdeable
    record StoredRow(
            int line,
            String written,
            @Nullable Map<HistoryField, String> cells,
            @Nullable Map<HistoryField, String> corrected,
            @Nullable Map<HistoryField, String> beside,
            boolean leftOut) {
        Map<HistoryField, String> inFile() {
            return Objects.requireNonNullElse(cells, Map.of());
        }

        Map<HistoryField, String> corrections() {
            return Objects.requireNonNullElse(corrected, Map.of());
        }

        /** Columns that are passed over; of a cell that somebody has written anew there are none. */
        Map<HistoryField, String> passedOver() {
            Map<HistoryField, String> columns = new EnumMap<>(HistoryField.class);
            columns.putAll(Objects.requireNonNullElse(beside, Map.of()));
            columns.keySet().removeAll(corrections().keySet());
            return columns;
        }

        Map<HistoryField, String> texts() {
            Map<HistoryField, String> texts = new EnumMap<>(HistoryField.class);
            texts.putAll(inFile());
            texts.putAll(corrections());
            return texts;
        }
    }

    /** A row with the record that it becomes; null where it cannot. */
    record Reading(HistoryDraft.Row row, @Nullable Checked record) {}

    /**
     * The rows of a file.
     *
     * @param forClinic whether it has to name the doctor
     * @throws Problem {@code UNREADABLE}, {@code REQUIRED} on a column that is missing, {@code TOO_MANY_ROWS}; {@code REQUIRED}
     *     on {@code records} where it has no rows
     */
    static List<StoredRow> rows(byte[] file, boolean forClinic) {
        CsvTable table = CsvTable.read(file, Set.of());
        Map<String, HistoryField> fields = new LinkedHashMap<>();
        for (String column : table.columns()) {
            HistoryField.of(column).ifPresent(field -> fields.put(column, field));
        }
        Set<HistoryField> required = EnumSet.of(HistoryField.KIND, HistoryField.DATE);
        if (forClinic) {
            required.add(HistoryField.DOCTOR);
        }
        for (HistoryField field : required) {
            if (!fields.containsValue(field)) {
                throw Problem.field(field.column(), ProblemCode.REQUIRED);
            }
        }
        if (table.rows().isEmpty()) {
            throw Problem.field("records", ProblemCode.REQUIRED);
        }
        if (table.rows().size() > MOST_ROWS) {
            throw Problem.field("records", ProblemCode.TOO_MANY_ROWS, MOST_ROWS);
        }
        List<StoredRow> rows = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            Map<HistoryField, String> cells = new EnumMap<>(HistoryField.class);
            Map<HistoryField, String> beside = new EnumMap<>(HistoryField.class);
            fields.forEach((column, field) -> {
                // Of several columns for one field the first with a text is it: what another says stays in the text.
                String text = row.text(column);
                if (!text.isEmpty()) {
                    String first = cells.putIfAbsent(field, text);
                    if (first != null && !first.equals(text)) {
                        beside.merge(field, column, (one, two) -> one + ", " + two);
                    }
                }
            });
            String written = table.columns().stream()
                    .distinct()
                    .filter(column -> !row.text(column).isEmpty())
                    .map(column -> column + ": " + row.text(column))
                    .collect(Collectors.joining(" | "));
            rows.add(new StoredRow(
                    row.line(),
                    written.length() > WRITTEN ? written.substring(0, WRITTEN - 1) + "…" : written,
                    cells,
                    Map.of(),
                    beside,
                    false));
        }
        return rows;
    }

    String write(List<StoredRow> rows) {
        try {
            String text = json.writeValueAsString(rows);
            if (text.length() > MOST_CHARACTERS) {
                throw Problem.of(ProblemCode.TOO_LARGE);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<StoredRow> stored(DraftRow draft) {
        try {
            return json.readValue(draft.draftRows(), Argument.listOf(StoredRow.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clinic whose forms may be used. */
    @Nullable
    Long clinicOf(DraftRow draft) {
        Long programmeId = draft.programmeId();
        return programmeId == null
                ? draft.clinicId()
                : programmes.facts(programmeId).clinicId();
    }

    /** What is understood of each row today: a doctor who has come, a form or a record that is new count at once. */
    List<Reading> read(Actor actor, DraftRow draft) {
        Long clinicId = draft.clinicId();
        Long programmeId = draft.programmeId();
        List<DoctorRow> doctors = clinicId != null
                ? drafts.doctorsOf(clinicId, today.date())
                : programmeId != null ? drafts.doctor(programmeId) : List.of();
        DraftDoctors named = new DraftDoctors(doctors, programmeId != null);
        List<AssessmentTemplate> templates = transfers.forms(clinicOf(draft));
        Forms forms = Forms.of(templates);
        Map<Long, Known> known = new HashMap<>();
        doctors.stream()
                .map(DoctorRow::curriculumId)
                .distinct()
                .forEach(id -> known.put(id, transfers.known(actor, id, templates)));
        Map<Long, Set<String>> earlier = new HashMap<>();
        Set<String> transferred = new HashSet<>();
        Set<String> madeHere = new HashSet<>();
        if (!doctors.isEmpty()) {
            List<Long> ids = doctors.stream().map(DoctorRow::programmeId).toList();
            query.events(ids).forEach(event -> (event.transferred() ? transferred : madeHere).add(event.key()));
            drafts.fingerprints(ids)
                    .forEach(one -> earlier.computeIfAbsent(one.programmeId(), id -> new HashSet<>())
                            .add(one.fingerprint()));
        }
        List<Reading> readings = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (StoredRow row : stored(draft)) {
            RowReading reading = new RowReading(row.texts(), forms, today.date());
            Optional<DoctorRow> doctor = named.find(row.texts().getOrDefault(HistoryField.DOCTOR, ""), reading);
            Checked record = reading.check(
                    doctor.orElse(null),
                    doctor.map(one -> known.get(one.curriculumId())).orElse(null));
            row.passedOver().forEach((field, columns) -> reading.remark(field, RowRemark.Code.SECOND_COLUMN, columns));
            if (record != null && doctor.isPresent() && !row.leftOut()) {
                long id = doctor.get().programmeId();
                if (earlier.getOrDefault(id, Set.of()).contains(record.fingerprint())) {
                    reading.remark(HistoryField.KIND, RowRemark.Code.ALREADY_THERE);
                } else {
                    Integer line = seen.putIfAbsent(id + record.fingerprint(), row.line());
                    if (line != null) {
                        reading.remark(HistoryField.KIND, RowRemark.Code.TWICE_IN_FILE, line);
                    }
                    String event = Event.key(
                            id,
                            record.kind().name(),
                            record.date(),
                            reading.understood().templateCode());
                    if (transferred.contains(event)) {
                        reading.remark(HistoryField.DATE, RowRemark.Code.SAME_DAY);
                    }
                    if (madeHere.contains(event)) {
                        reading.remark(HistoryField.DATE, RowRemark.Code.MADE_HERE);
                    }
                }
            }
            readings.add(new Reading(
                    new HistoryDraft.Row(
                            row.line(),
                            row.leftOut(),
                            row.written(),
                            Map.copyOf(row.texts()),
                            !row.corrections().isEmpty(),
                            doctor.map(DoctorRow::programmeId).orElse(null),
                            doctor.map(DoctorRow::name).orElse(null),
                            reading.understood(),
                            reading.remarks()),
                    record));
        }
        return readings;
    }
}
