package se.stegen.history;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.history.DraftReader.Reading;
import se.stegen.history.DraftReader.StoredRow;
import se.stegen.history.DraftRepository.DraftRow;
import se.stegen.history.HistoryDraft.Row.State;
import se.stegen.history.Transfers.From;
import se.stegen.history.Transfers.Line;
import se.stegen.instrument.AssessmentTemplate;

/**
 * A file of records becomes a draft: each row with what was understood of it, to be corrected or left out, and only then
 * brought in, all that is left or nothing. The draft stays until then; nothing that was corrected is lost.
 */
@Singleton
public class HistoryImportService {
    private static final int FILE_NAME = 200;
    private static final int ORIGIN = 200;
    private static final int CELL = 2_000;

    private final AccessPolicy access;
    private final DraftRepository drafts;
    private final DraftReader reader;
    private final Transfers transfers;
    private final Today today;

    HistoryImportService(
            AccessPolicy access, DraftRepository drafts, DraftReader reader, Transfers transfers, Today today) {
        this.access = access;
        this.drafts = drafts;
        this.reader = reader;
        this.transfers = transfers;
        this.today = today;
    }

    /** What was brought in from a draft; the batch is 0 where all of it was there already. */
    public record Done(long batchId, TransferResult result) {}

    /**
     * A file for one doctor.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code UNREADABLE}, {@code REQUIRED} on a column that is missing
     *     or on {@code records} where there are no rows, {@code TOO_MANY_ROWS} above 2,000; {@code TOO_LARGE};
     *     {@code TOO_LONG}
     */
    @Transactional
    public HistoryDraft beginForTrainee(
            Actor actor, long programmeId, @Nullable String fileName, @Nullable String origin, byte[] file) {
        access.requireBringHistory(actor, programmeId);
        return begin(actor, null, programmeId, fileName, origin, DraftReader.rows(file, false));
    }

    /** A file for a clinic's doctors, each row naming one; throws as {@link #beginForTrainee}. */
    @Transactional
    public HistoryDraft beginForClinic(
            Actor actor, long clinicId, @Nullable String fileName, @Nullable String origin, byte[] file) {
        access.requireBringClinicHistory(actor, clinicId);
        return begin(actor, clinicId, null, fileName, origin, DraftReader.rows(file, true));
    }

    private HistoryDraft begin(
            Actor actor,
            @Nullable Long clinicId,
            @Nullable Long programmeId,
            @Nullable String fileName,
            @Nullable String origin,
            List<StoredRow> rows) {
        DraftRow row = drafts.save(new DraftRow(
                0,
                clinicId,
                programmeId,
                Texts.optional("fileName", fileName, FILE_NAME),
                Texts.optional("origin", origin, ORIGIN),
                reader.write(rows),
                actor.personId(),
                today.utc(),
                today.utc(),
                0));
        return draft(actor, row);
    }

    /** The actor's drafts for a doctor; {@code NOT_FOUND}, {@code FORBIDDEN}. */
    @Transactional
    public List<HistoryDraftItem> draftsOfTrainee(Actor actor, long programmeId) {
        access.requireBringHistory(actor, programmeId);
        return drafts.ofProgramme(actor.personId(), programmeId);
    }

    /** The actor's drafts for a clinic; {@code NOT_FOUND}, {@code FORBIDDEN}. */
    @Transactional
    public List<HistoryDraftItem> draftsOfClinic(Actor actor, long clinicId) {
        access.requireBringClinicHistory(actor, clinicId);
        return drafts.ofClinic(actor.personId(), clinicId);
    }

    /** A draft of the actor's own; {@code NOT_FOUND}, {@code FORBIDDEN}. */
    @Transactional
    public HistoryDraft get(Actor actor, long draftId) {
        return draft(actor, require(actor, draftId));
    }

    /**
     * Corrects a row.
     *
     * @param texts the cells that are written anew; an empty one is emptied
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STALE_VERSION}; {@code TOO_LONG}
     */
    @Transactional
    public HistoryDraft correct(Actor actor, long draftId, int version, int line, Map<HistoryField, String> texts) {
        DraftRow draft = require(actor, draftId);
        Map<HistoryField, String> checked = new EnumMap<>(HistoryField.class);
        texts.forEach((field, text) -> checked.put(field, Texts.optional(field.name(), text, CELL)));
        return change(actor, draft, version, List.of(line), row -> {
            Map<HistoryField, String> corrected = new EnumMap<>(HistoryField.class);
            corrected.putAll(row.corrections());
            checked.forEach((field, text) -> {
                if (text.equals(row.inFile().getOrDefault(field, ""))) {
                    corrected.remove(field);
                } else {
                    corrected.put(field, text);
                }
            });
            return new StoredRow(row.line(), row.written(), row.cells(), corrected, row.beside(), row.leftOut());
        });
    }

    /** Leaves rows out, or takes them in again; throws as {@link #correct}. */
    @Transactional
    public HistoryDraft leaveOut(Actor actor, long draftId, int version, Collection<Integer> lines, boolean leftOut) {
        return change(
                actor,
                require(actor, draftId),
                version,
                lines,
                row -> new StoredRow(row.line(), row.written(), row.cells(), row.corrected(), row.beside(), leftOut));
    }

    /** Throws a draft away; {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STALE_VERSION}. */
    @Transactional
    public void discard(Actor actor, long draftId, int version) {
        require(actor, draftId);
        requireOne(drafts.remove(draftId, version));
    }

    /**
     * Brings in what is not left out.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STALE_VERSION}; {@code ROWS_WITH_ERRORS}; {@code REQUIRED}
     *     on {@code records} where everything is left out
     */
    @Transactional
    public Done apply(Actor actor, long draftId, int version) {
        DraftRow draft = require(actor, draftId);
        requireOne(drafts.remove(draftId, version));
        List<Line> lines = new ArrayList<>();
        int wrong = 0;
        for (Reading reading : reader.read(actor, draft)) {
            HistoryDraft.Row row = reading.row();
            if (row.state() == State.ERROR) {
                wrong++;
            } else if (row.state() != State.LEFT_OUT) {
                lines.add(new Line(
                        Objects.requireNonNull(row.programmeId()),
                        row.line(),
                        row.written(),
                        Objects.requireNonNull(reading.record())));
            }
        }
        if (wrong > 0) {
            throw Problem.of(ProblemCode.ROWS_WITH_ERRORS, wrong);
        }
        if (lines.isEmpty()) {
            throw Problem.field("records", ProblemCode.REQUIRED);
        }
        From from = new From(reader.clinicOf(draft), draft.programmeId(), draft.origin(), draft.fileName());
        Transfers.Written written = transfers.write(actor, from, lines);
        return new Done(written.batchId(), written.result());
    }

    /** The forms that an assessment of a draft may be on; {@code NOT_FOUND}, {@code FORBIDDEN}. */
    @Transactional
    public List<AssessmentTemplate> forms(Actor actor, long draftId) {
        return transfers.forms(reader.clinicOf(require(actor, draftId)));
    }

    /** The file to fill in: names of columns, as a spreadsheet reads them. */
    public byte[] template(Actor actor, boolean forClinic) {
        access.requireSignedIn(actor);
        String header = Arrays.stream(HistoryField.values())
                .filter(field -> forClinic || field != HistoryField.DOCTOR)
                .map(HistoryField::column)
                .collect(Collectors.joining(";"));
        return ("\ufeff" + header + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private HistoryDraft change(
            Actor actor, DraftRow draft, int version, Collection<Integer> lines, UnaryOperator<StoredRow> how) {
        List<StoredRow> rows = reader.stored(draft).stream()
                .map(row -> lines.contains(row.line()) ? how.apply(row) : row)
                .toList();
        requireOne(drafts.change(draft.id(), version, reader.write(rows), today.utc()));
        return draft(actor, require(actor, draft.id()));
    }

    private DraftRow require(Actor actor, long draftId) {
        DraftRow draft = drafts.findById(draftId)
                .filter(row -> row.createdBy() == actor.personId())
                .orElseThrow(Problem::notFound);
        Long clinicId = draft.clinicId();
        Long programmeId = draft.programmeId();
        if (clinicId != null) {
            access.requireBringClinicHistory(actor, clinicId);
        } else if (programmeId != null) {
            access.requireBringHistory(actor, programmeId);
        }
        return draft;
    }

    private HistoryDraft draft(Actor actor, DraftRow row) {
        return new HistoryDraft(
                row.id(),
                row.clinicId(),
                row.programmeId(),
                row.fileName(),
                row.origin(),
                reader.read(actor, row).stream().map(Reading::row).toList(),
                row.updatedAt(),
                row.version());
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }
}
