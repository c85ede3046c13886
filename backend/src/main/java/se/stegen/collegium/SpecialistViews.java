package se.stegen.collegium;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.collegium.SpecialistRepository.ConflictRow;
import se.stegen.collegium.SpecialistRepository.ViewRow;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;

/** What specialists do, however they were let in. */
@Singleton
class SpecialistViews {
    private final CollegiumRepository collegia;
    private final SpecialistRepository specialists;
    private final CollegiumReader reader;
    private final CollegiumJson json;
    private final Today today;

    SpecialistViews(
            CollegiumRepository collegia,
            SpecialistRepository specialists,
            CollegiumReader reader,
            CollegiumJson json,
            Today today) {
        this.collegia = collegia;
        this.specialists = specialists;
        this.reader = reader;
        this.json = json;
        this.today = today;
    }

    /** All doctors in whose matter the specialist takes part, by name. */
    @Transactional
    CollegiumForm form(SpecialistRow specialist) {
        CollegiumRow row = collegia.findById(specialist.collegiumId()).orElseThrow(Problem::notFound);
        Map<Long, ViewRow> views = new HashMap<>();
        specialists.viewsOf(specialist.id()).forEach(view -> views.put(view.programmeId(), view));
        return new CollegiumForm(
                row.id(),
                reader.clinicName(row),
                row.meetsOn(),
                reader.competences(row),
                asked(specialist, row).stream()
                        .map(one -> {
                            ViewRow view = views.get(one.programmeId());
                            return new CollegiumForm.View(
                                    one.programmeId(),
                                    one.name(),
                                    view == null ? Map.of() : json.levels(view.levels()),
                                    view == null ? "" : view.comment());
                        })
                        .toList(),
                specialist.answeredAt() != null,
                row.state() == CollegiumState.PLANNED);
    }

    /** Keeps what is said of a doctor; gives when, UTC. {@code UNKNOWN_ID} for one in whose matter one has no part. */
    @Transactional
    LocalDateTime keep(SpecialistRow specialist, long programmeId, Map<String, String> levels, String comment) {
        // Another tab of the same person waits here, and so does the clinic head who closes it.
        CollegiumRow row = collegia.lock(specialist.collegiumId()).orElseThrow(Problem::notFound);
        CollegiumReader.requirePlanned(row);
        if (asked(specialist, row).stream().noneMatch(one -> one.programmeId() == programmeId)) {
            throw Problem.field("traineeId", ProblemCode.UNKNOWN_ID);
        }
        String kept = json.write(CollegiumRules.levels(reader.competences(row), levels));
        specialists.removeView(specialist.id(), programmeId);
        specialists.addView(
                specialist.id(), programmeId, kept, Texts.optional("comment", comment, Texts.LONG), today.utc());
        return today.utc();
    }

    /** Says that it is done; it can be changed until the meeting is closed by who has an account. */
    @Transactional
    void done(SpecialistRow specialist) {
        CollegiumRow row = collegia.lock(specialist.collegiumId()).orElseThrow(Problem::notFound);
        CollegiumReader.requirePlanned(row);
        specialists.answered(specialist.id(), today.utc());
    }

    private List<CollegiumRepository.TraineeRow> asked(SpecialistRow specialist, CollegiumRow row) {
        Set<Long> without = specialists.conflicts(row.id()).stream()
                .filter(conflict -> conflict.specialistId() == specialist.id())
                .map(ConflictRow::programmeId)
                .collect(Collectors.toSet());
        return collegia.trainees(row.id(), row.meetsOn()).stream()
                .filter(one -> !without.contains(one.programmeId()))
                .filter(one -> one.offReason() == null && CollegiumReader.isHere(row, one))
                .toList();
    }
}
