package se.stegen.collegium;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.Texts;
import se.stegen.common.Today;

/**
 * The short form before a collegium: specialists with account answer theirs, doctors rate themselves. Nobody reads what
 * another said here; those who plan do in the pack.
 */
@Singleton
public class SpecialistViewService {
    private static final String KIND = "COLLEGIUM_VIEW";

    private final AccessPolicy access;
    private final AccessLog log;
    private final CollegiumRepository collegia;
    private final SpecialistRepository specialists;
    private final SpecialistViews views;
    private final CollegiumReader reader;
    private final CollegiumJson json;
    private final Today today;

    SpecialistViewService(
            AccessPolicy access,
            AccessLog log,
            CollegiumRepository collegia,
            SpecialistRepository specialists,
            SpecialistViews views,
            CollegiumReader reader,
            CollegiumJson json,
            Today today) {
        this.access = access;
        this.log = log;
        this.collegia = collegia;
        this.specialists = specialists;
        this.views = views;
        this.reader = reader;
        this.json = json;
        this.today = today;
    }

    /** The form of one who is asked; {@code NOT_FOUND} for everybody else. */
    @Transactional
    public CollegiumForm form(Actor actor, long id) {
        access.requireSignedIn(actor);
        return views.form(specialist(actor, id));
    }

    /**
     * Keeps what is said of a doctor as it is written; gives when, UTC.
     *
     * @throws Problem {@code NOT_FOUND}, {@code UNKNOWN_ID} also for a doctor in whose matter one takes no part,
     *     {@code UNKNOWN_CODE}, {@code TOO_LONG}, {@code STATE_CONFLICT} once it is closed
     */
    @Transactional
    public LocalDateTime keep(Actor actor, long id, long programmeId, Map<String, String> levels, String comment) {
        access.requireSignedIn(actor);
        LocalDateTime saved = views.keep(specialist(actor, id), programmeId, levels, comment);
        log.portfolio(actor, programmeId, Action.CHANGE, KIND, id);
        return saved;
    }

    /** Says that it is done; throws as {@link #keep}. */
    @Transactional
    public void done(Actor actor, long id) {
        access.requireSignedIn(actor);
        views.done(specialist(actor, id));
    }

    /** The own rating of a doctor on the list; {@code NOT_FOUND} for everybody else. */
    @Transactional
    public CollegiumForm own(Actor actor, long id) {
        access.requireSignedIn(actor);
        CollegiumRepository.OwnRow own = ownRow(actor, id);
        CollegiumRow row = collegia.findById(id).orElseThrow(Problem::notFound);
        return new CollegiumForm(
                id,
                reader.clinicName(row),
                row.meetsOn(),
                reader.competences(row),
                List.of(new CollegiumForm.View(
                        own.programmeId(),
                        own.name(),
                        json.levels(own.ownLevels()),
                        Objects.requireNonNullElse(own.ownComment(), ""))),
                own.ownDone(),
                row.state() == CollegiumState.PLANNED);
    }

    /** Keeps the own rating as it is written; throws as {@link #keep}. */
    @Transactional
    public LocalDateTime rateOwn(Actor actor, long id, Map<String, String> levels, String comment) {
        access.requireSignedIn(actor);
        CollegiumRepository.OwnRow own = ownRow(actor, id);
        CollegiumRow row = collegia.lock(id).orElseThrow(Problem::notFound);
        CollegiumReader.requirePlanned(row);
        collegia.rateOwn(
                id,
                own.programmeId(),
                json.write(CollegiumRules.levels(reader.competences(row), levels)),
                Texts.optional("comment", comment, Texts.LONG),
                today.utc());
        log.portfolio(actor, own.programmeId(), Action.CHANGE, "COLLEGIUM_OWN", id);
        return today.utc();
    }

    /** The doctor says that the own rating is done. */
    @Transactional
    public void ownDone(Actor actor, long id) {
        access.requireSignedIn(actor);
        CollegiumRepository.OwnRow own = ownRow(actor, id);
        CollegiumReader.requirePlanned(collegia.lock(id).orElseThrow(Problem::notFound));
        collegia.ownDone(id, own.programmeId(), today.utc());
    }

    private SpecialistRow specialist(Actor actor, long id) {
        return specialists.findByCollegiumIdAndPersonId(id, actor.personId()).orElseThrow(Problem::notFound);
    }

    private CollegiumRepository.OwnRow ownRow(Actor actor, long id) {
        return collegia.own(id, actor.personId()).orElseThrow(Problem::notFound);
    }
}
