package se.stegen.history;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.Actor;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.history.BatchRepository.BatchRow;
import se.stegen.history.TransferRepository.RecordRow;
import se.stegen.history.TransferRules.Checked;
import se.stegen.history.TransferRules.Known;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.Templates;
import se.stegen.programme.ProgrammeChanges;

/** Writes what was checked, in the caller's transaction; who may has been asked. */
@Singleton
class Transfers {
    /** What the log calls it. */
    static final String KIND = "TRANSFERRED";

    private final TransferRepository records;
    private final BatchRepository batches;
    private final CurriculumService curricula;
    private final Templates templates;
    private final ProgrammeChanges changes;
    private final AccessLog log;
    private final Today today;

    Transfers(
            TransferRepository records,
            BatchRepository batches,
            CurriculumService curricula,
            Templates templates,
            ProgrammeChanges changes,
            AccessLog log,
            Today today) {
        this.records = records;
        this.batches = batches;
        this.curricula = curricula;
        this.templates = templates;
        this.changes = changes;
        this.log = log;
        this.today = today;
    }

    /** A checked record with its place in the call or file. */
    record Line(long programmeId, int number, String asWritten, Checked record) {}

    /** Where it comes from. */
    record From(@Nullable Long clinicId, @Nullable Long programmeId, String origin, String fileName) {}

    /** What came of it, with the key of the batch. */
    record Written(long batchId, TransferResult result) {}

    /** What records of a doctor with this curriculum are held against. */
    Known known(Actor actor, long curriculumId, List<AssessmentTemplate> forms) {
        Set<String> goals =
                curricula.goalsOf(actor, curriculumId).stream().map(Goal::code).collect(Collectors.toSet());
        return new Known(
                today.date(),
                goals,
                forms.stream()
                        .collect(
                                Collectors.toMap(AssessmentTemplate::code, AssessmentTemplate::id, (one, two) -> one)));
    }

    /** The forms that an assessment may be on: what comes with the program, and the clinic's own. */
    List<AssessmentTemplate> forms(@Nullable Long clinicId) {
        return Stream.concat(templates.builtIn().stream(), templates.offered(clinicId).stream())
                .distinct()
                .toList();
    }

    /** Of an earlier time, and counting still. */
    Set<String> earlier(long programmeId) {
        return new HashSet<>(records.fingerprints(programmeId));
    }

    /** Writes the lines; those that an earlier time has brought in are skipped, while within one time each counts. */
    Written write(Actor actor, From from, List<Line> lines) {
        Map<Long, Set<String>> earlier = new HashMap<>();
        // In the order of the keys, so that two who bring in the same doctors do not wait for each other in a ring.
        lines.stream().map(Line::programmeId).distinct().sorted().forEach(id -> {
            records.hold(id);
            earlier.put(id, earlier(id));
        });
        List<Line> fresh = lines.stream()
                .filter(line -> !earlier.getOrDefault(line.programmeId(), Set.of())
                        .contains(line.record().fingerprint()))
                .toList();
        int skipped = lines.size() - fresh.size();
        if (fresh.isEmpty()) {
            return new Written(0, new TransferResult(0, skipped));
        }
        BatchRow batch = batches.save(new BatchRow(
                0,
                from.clinicId(),
                from.programmeId(),
                from.origin(),
                from.fileName(),
                fresh.size(),
                skipped,
                actor.personId(),
                today.utc()));
        List<RecordRow> rows = records.saveAll(
                fresh.stream().map(line -> row(batch.id(), line)).toList());
        for (int i = 0; i < rows.size(); i++) {
            for (String goal : fresh.get(i).record().goalCodes()) {
                records.addGoal(rows.get(i).id(), goal);
            }
        }
        fresh.stream().map(Line::programmeId).distinct().forEach(id -> {
            log.portfolio(actor, id, Action.CREATE, KIND, batch.id());
            changes.changed(id);
        });
        return new Written(batch.id(), new TransferResult(fresh.size(), skipped));
    }

    private static RecordRow row(long batchId, Line line) {
        Checked record = line.record();
        return new RecordRow(
                0,
                batchId,
                line.programmeId(),
                record.kind().name(),
                record.date(),
                record.signedBy(),
                record.templateId(),
                record.hours(),
                record.note(),
                line.asWritten(),
                line.number(),
                record.fingerprint());
    }
}
