package se.stegen.history;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.history.BatchRepository.BatchDoctor;
import se.stegen.history.BatchRepository.SourceRow;
import se.stegen.programme.ProgrammeChanges;

/** The times that records were brought in at a clinic: who, when, how many, from where; taken back as a whole. */
@Singleton
public class HistoryBatchService {
    /** The greatest scanned file, in bytes. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /** Most scanned files of one doctor in one batch. */
    public static final int MOST_SOURCES = 20;

    private static final Set<String> SCANS = Set.of("application/pdf", "image/jpeg", "image/png");
    private static final String SOURCE = "TRANSFER_SOURCE";

    private final AccessPolicy access;
    private final AccessLog log;
    private final BatchRepository batches;
    private final TransferRepository records;
    private final ProgrammeChanges changes;
    private final Today today;

    HistoryBatchService(
            AccessPolicy access,
            AccessLog log,
            BatchRepository batches,
            TransferRepository records,
            ProgrammeChanges changes,
            Today today) {
        this.access = access;
        this.log = log;
        this.batches = batches;
        this.records = records;
        this.changes = changes;
        this.today = today;
    }

    /** A doctor of a batch, with the number of records. */
    public record Doctor(long programmeId, String name, int records) {}

    /** Whether the actor brings in what a clinic's doctors have elsewhere. */
    public boolean mayBringAt(Actor actor, long clinicId) {
        return access.mayBringClinicHistory(actor, clinicId);
    }

    /**
     * The latest 200 of a clinic.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}
     */
    @Transactional
    public List<TransferBatch> ofClinic(Actor actor, long clinicId) {
        access.requireBringClinicHistory(actor, clinicId);
        log.scope(actor, Action.READ, "TRANSFER_BATCH", null, "clinic " + clinicId);
        return batches.ofClinic(clinicId);
    }

    /** One batch; {@code NOT_FOUND} to who reads none of the portfolios that it is about. */
    @Transactional
    public TransferBatch get(Actor actor, long batchId) {
        doctors(actor, batchId);
        return batches.one(batchId).orElseThrow(Problem::notFound);
    }

    /** Whether the actor may take back any of it. */
    public boolean mayVoid(Actor actor, long batchId) {
        long broughtBy = get(actor, batchId).broughtById();
        return doctors(actor, batchId).stream()
                .anyMatch(doctor -> access.mayVoidHistory(actor, doctor.programmeId(), broughtBy));
    }

    /** The doctors of a batch whose portfolios the actor reads, by name; {@code NOT_FOUND} where there is none. */
    @Transactional
    public List<Doctor> doctors(Actor actor, long batchId) {
        List<BatchDoctor> found = batches.doctors(batchId);
        Set<Long> readable = access.readable(
                actor, found.stream().map(BatchDoctor::programmeId).toList(), PortfolioAccess.ALL);
        List<Doctor> doctors = found.stream()
                .filter(one -> readable.contains(one.programmeId()))
                .map(one -> new Doctor(one.programmeId(), one.name(), one.records()))
                .toList();
        if (doctors.isEmpty()) {
            throw Problem.notFound();
        }
        return doctors;
    }

    /**
     * Takes back what is left of a batch: from now on it counts on no date. Records of doctors who have moved to another
     * clinic since are left to the studierektor there.
     *
     * @return how many records
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN} where none of its records is the actor's to take back;
     *     {@code REASON_REQUIRED}, {@code TOO_LONG}; {@code STATE_CONFLICT} where nothing was left
     */
    @Transactional
    public int voidBatch(Actor actor, long batchId, @Nullable String reason) {
        List<Doctor> doctors = doctors(actor, batchId);
        long broughtBy = batches.one(batchId).orElseThrow(Problem::notFound).broughtById();
        List<Long> mine = doctors.stream()
                .map(Doctor::programmeId)
                .filter(id -> access.mayVoidHistory(actor, id, broughtBy))
                .sorted()
                .toList();
        if (mine.isEmpty()) {
            throw Problem.forbidden();
        }
        String why = HistoryService.reason(reason);
        mine.forEach(records::hold);
        int voided = batches.voidRecords(batchId, mine, actor.personId(), today.utc(), why);
        if (voided == 0) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, "VOIDED", "VOIDED");
        }
        for (long programmeId : mine) {
            log.portfolio(actor, programmeId, Action.VOID, "TRANSFER_BATCH", batchId);
            changes.changed(programmeId);
        }
        return voided;
    }

    /**
     * Attaches the scanned pages that one doctor's records of a batch were read from. What the file is is told by its bytes,
     * never by its name.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED} on {@code file} where it is empty,
     *     {@code TOO_LARGE}, {@code SCAN_KIND}; {@code TOO_MANY_ROWS} with more than 20 files
     */
    @Transactional
    public TransferSource attach(Actor actor, long batchId, long programmeId, @Nullable String fileName, byte[] file) {
        access.requireBringHistory(actor, programmeId);
        if (doctors(actor, batchId).stream().noneMatch(doctor -> doctor.programmeId() == programmeId)) {
            throw Problem.notFound();
        }
        if (file.length == 0) {
            throw Problem.field("file", ProblemCode.REQUIRED);
        }
        if (file.length > MOST_BYTES) {
            throw Problem.of(ProblemCode.TOO_LARGE);
        }
        String type = kind(file);
        if (!SCANS.contains(type)) {
            throw Problem.of(ProblemCode.SCAN_KIND);
        }
        records.hold(programmeId);
        if (batches.countSources(batchId, programmeId) >= MOST_SOURCES) {
            throw Problem.field("file", ProblemCode.TOO_MANY_ROWS, MOST_SOURCES);
        }
        batches.addSource(
                batchId,
                programmeId,
                name(fileName),
                type,
                file.length,
                sha256(file),
                file,
                actor.personId(),
                today.utc());
        long id = batches.lastSource(batchId, actor.personId());
        log.portfolio(actor, programmeId, Action.CREATE, SOURCE, id);
        return source(batches.source(id).orElseThrow());
    }

    /** The scanned pages of a portfolio, the latest first; for those who read the whole portfolio. */
    @Transactional
    public List<TransferSource> sources(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        if (access.portfolioAccess(actor, programmeId).compareTo(PortfolioAccess.ALL) < 0) {
            return List.of();
        }
        return batches.sources(programmeId).stream()
                .map(HistoryBatchService::source)
                .toList();
    }

    /**
     * Opens scanned pages. A binder has more in it than what was brought in, hence for those who read the whole portfolio.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}
     */
    @Transactional
    public TransferSource.Content open(Actor actor, long sourceId) {
        SourceRow row = batches.source(sourceId).orElseThrow(Problem::notFound);
        access.requirePortfolio(actor, row.programmeId(), PortfolioAccess.ALL);
        log.portfolio(actor, row.programmeId(), Action.READ, SOURCE, sourceId);
        return new TransferSource.Content(
                source(row),
                batches.content(sourceId).orElseThrow(Problem::notFound).content());
    }

    /** By the first bytes alone: nothing of the file is opened. */
    private static String kind(byte[] file) {
        try (TikaInputStream in = TikaInputStream.get(file)) {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(in, new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last part of the name, without what could be read as a path or a header. */
    private static String name(@Nullable String given) {
        String last = given == null ? "" : given.replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{Cntrl}\"]", "_");
        return Texts.required("file", last.isBlank() ? "skannad" : last, 200);
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TransferSource source(SourceRow row) {
        return new TransferSource(
                row.id(),
                row.batchId(),
                row.programmeId(),
                row.doctorName(),
                row.fileName(),
                row.contentType(),
                row.sizeBytes(),
                row.sha256(),
                row.addedBy(),
                row.addedAt());
    }
}
