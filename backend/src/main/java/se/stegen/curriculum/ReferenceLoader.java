package se.stegen.curriculum;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.ReferenceData;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumRepository.EditionRow;
import se.stegen.curriculum.CurriculumRepository.GoalRow;

/**
 * Brings the specialties and goals that come with the program into the database. Does nothing where the files are those
 * of the last time. An edition is never changed: where its goals have, the next number is made, unless an admin has
 * completed that curriculum, which is then left alone.
 */
@Singleton
public class ReferenceLoader implements ReferenceData {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceLoader.class);
    private static final String NAME = "curriculum";

    private final CurriculumRepository curricula;
    private final EditionWriter writer;
    private final Today today;

    ReferenceLoader(CurriculumRepository curricula, EditionWriter writer, Today today) {
        this.curricula = curricula;
        this.writer = writer;
        this.today = today;
    }

    /** Loads what changed; safe to call again and from several instances at once. */
    @Override
    @Transactional
    public void load() {
        String hash = ReferenceFiles.contentHash();
        if (curricula.loaded(NAME).filter(hash::equals).isPresent()) {
            return;
        }
        curricula.ensureLoad(NAME, today.utc());
        if (curricula.lockLoad(NAME).filter(hash::equals).isPresent()) {
            return;
        }
        ReferenceFiles files = ReferenceFiles.read();
        for (ReferenceFiles.SpecialtyLine line : files.specialties()) {
            Specialty s = line.specialty();
            curricula.upsertSpecialty(s.code(), s.name(), s.kind().name(), s.group(), line.in2015(), line.in2021());
        }
        int made = 0;
        for (Regulation regulation : Regulation.values()) {
            made += loadEditions(regulation, files);
        }
        curricula.recordLoad(NAME, files.hash(), today.utc());
        LOG.info(
                "Reference data: {} specialties, {} new editions of curricula",
                files.specialties().size(),
                made);
    }

    private int loadEditions(Regulation regulation, ReferenceFiles files) {
        Map<String, EditionRow> latest = new HashMap<>();
        curricula.latestOf(regulation.code()).forEach(row -> latest.put(row.specialtyCode(), row));
        Map<Long, List<Goal>> goals = new HashMap<>();
        for (GoalRow row : curricula.latestGoalsOf(regulation.code())) {
            goals.computeIfAbsent(row.curriculumId(), id -> new ArrayList<>()).add(row.goal());
        }
        int made = 0;
        for (ReferenceFiles.Edition edition : files.editions()) {
            if (edition.regulation() != regulation) {
                continue;
            }
            EditionRow before = latest.get(edition.specialtyCode());
            if (before != null
                    && (CurriculumService.ADMIN.equals(before.source())
                            || (before.checked() == edition.checked()
                                    && Objects.equals(before.remark(), edition.remark())
                                    && goals.getOrDefault(before.id(), List.of())
                                            .equals(edition.goals())))) {
                continue;
            }
            writer.write(
                    regulation.code(),
                    edition.specialtyCode(),
                    before == null ? 1 : before.number() + 1,
                    CurriculumService.REFERENCE,
                    edition.checked(),
                    edition.remark(),
                    today.utc(),
                    null,
                    edition.goals());
            made++;
        }
        return made;
    }
}
