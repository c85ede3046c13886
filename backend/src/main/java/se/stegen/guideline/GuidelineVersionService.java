package se.stegen.guideline;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;

/**
 * An organisation's own guideline in versions, each from day to day: kept by the overall studierektor. A past day is judged
 * by the version that held then, so a version that is added later changes no day before its first.
 */
@Singleton
public class GuidelineVersionService {
    private static final String KIND = "GUIDELINE";
    private static final int NAME = 200;
    private static final int REMARK = 500;

    private final AccessPolicy access;
    private final AccessLog log;
    private final GuidelineProfiles profiles;
    private final GuidelineRepository rows;
    private final GuidelineEffects effects;
    private final GuidelineHistory history;
    private final ObjectMapper json;
    private final Today today;

    GuidelineVersionService(
            AccessPolicy access,
            AccessLog log,
            GuidelineProfiles profiles,
            GuidelineRepository rows,
            GuidelineEffects effects,
            GuidelineHistory history,
            ObjectMapper json,
            Today today) {
        this.access = access;
        this.log = log;
        this.profiles = profiles;
        this.rows = rows;
        this.effects = effects;
        this.history = history;
        this.json = json;
        this.today = today;
    }

    /** The organisations whose guideline the actor keeps, those above first. */
    @ReadOnly
    public List<GuidelineOwner> kept(Actor actor) {
        access.requireSignedIn(actor);
        Set<Long> ids = access.keptGuidelines(actor);
        return ids.isEmpty() ? List.of() : rows.owners(ids);
    }

    /**
     * What holds at an organisation, its versions and who changed them.
     *
     * @throws Problem {@code FORBIDDEN}, {@code NOT_FOUND}
     */
    @ReadOnly
    public KeptGuideline of(Actor actor, long organisationId) {
        access.requireKeepGuideline(actor, organisationId);
        GuidelineBook book = profiles.book(organisationId);
        return new KeptGuideline(
                organisationId,
                owner(organisationId).name(),
                book.ofOrganisation(organisationId, today.date())
                        .map(profile -> GuidelineVersion.of(profile, organisationId))
                        .orElse(null),
                own(organisationId).stream()
                        .sorted(Comparator.comparing(GuidelineProfile::validFrom)
                                .reversed())
                        .map(profile -> GuidelineVersion.of(profile, organisationId))
                        .toList(),
                history.ofOrganisation(organisationId));
    }

    /**
     * Adds a version. An own version without a last day that began earlier ends the day before.
     *
     * @throws Problem {@code FORBIDDEN}, {@code NOT_FOUND}; {@code REQUIRED}, {@code TOO_LONG}, {@code INVALID_FIELD},
     *     {@code OUT_OF_RANGE}, {@code UNKNOWN_CODE} on a field; {@code END_BEFORE_START}; {@code GUIDELINE_OVERLAP}
     */
    @Transactional
    public GuidelineVersion add(Actor actor, long organisationId, GuidelineVersionData data) {
        access.requireKeepGuideline(actor, organisationId);
        owner(organisationId);
        rows.lock(organisationId);
        GuidelineProfile added = valid(0, organisationId, data, 0);
        List<GuidelineProfile> own = own(organisationId);
        for (GuidelineProfile one : own) {
            if (one.validTo() == null && one.validFrom().isBefore(added.validFrom())) {
                rows.end(one.id(), added.validFrom().minusDays(1));
            } else {
                refuseOverlap(one, added);
            }
        }
        GuidelineProfile saved = rows.save(added);
        GuidelineValues before = profiles.book(organisationId)
                .ofOrganisation(organisationId, added.validFrom().minusDays(1))
                .map(GuidelineValues::of)
                .orElse(new GuidelineValues(Map.of()));
        note(actor, organisationId, GuidelineChange.Kind.VERSION_ADDED, saved, before, GuidelineValues.of(saved));
        log.scope(actor, Action.CREATE, KIND, saved.id(), saved.name());
        rows.dropDraft(organisationId, actor.personId());
        return GuidelineVersion.of(saved, organisationId);
    }

    /** Changes a version, or its days; throws as {@link #add}, and {@code STALE_VERSION}. */
    @Transactional
    public GuidelineVersion change(Actor actor, long versionId, int version, GuidelineVersionData data) {
        GuidelineProfile before = ownVersion(actor, versionId);
        long organisationId = organisation(before);
        rows.lock(organisationId);
        GuidelineProfile after = valid(versionId, organisationId, data, version + 1);
        own(organisationId).stream().filter(one -> one.id() != versionId).forEach(one -> refuseOverlap(one, after));
        if (rows.claim(versionId, version) == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        rows.update(after);
        note(
                actor,
                organisationId,
                GuidelineChange.Kind.VERSION_CHANGED,
                after,
                GuidelineValues.of(before),
                GuidelineValues.of(after));
        log.scope(actor, Action.CHANGE, KIND, versionId, after.name());
        return GuidelineVersion.of(after, organisationId);
    }

    /**
     * Takes away a version that has not begun.
     *
     * @throws Problem {@code FORBIDDEN}, {@code NOT_FOUND}, {@code STALE_VERSION}; {@code GUIDELINE_BEGUN}
     */
    @Transactional
    public void remove(Actor actor, long versionId, int version) {
        GuidelineProfile gone = ownVersion(actor, versionId);
        if (!gone.validFrom().isAfter(today.date())) {
            throw Problem.of(ProblemCode.GUIDELINE_BEGUN);
        }
        if (rows.remove(versionId, version) == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        long organisationId = organisation(gone);
        note(
                actor,
                organisationId,
                GuidelineChange.Kind.VERSION_REMOVED,
                gone,
                GuidelineValues.of(gone),
                GuidelineValues.of(gone));
        log.scope(actor, Action.DELETE, KIND, versionId, gone.name());
    }

    /**
     * What the values would do to today's lights, as if the version held today.
     *
     * @throws Problem {@code FORBIDDEN}, {@code NOT_FOUND}; a field of the values as in {@link #add}
     */
    @ReadOnly
    public GuidelineEffect preview(Actor actor, long organisationId, GuidelineVersionData data) {
        access.requireKeepGuideline(actor, organisationId);
        owner(organisationId);
        LocalDate day = today.date();
        GuidelineProfile would = GuidelineValues.typed(data.values())
                .profile(0, GuidelineBook.codeOf(organisationId), day, "", "", null, organisationId, null, 0);
        GuidelineBook now = profiles.book(organisationId);
        return effects.between(actor, now, now.asIf(would, day));
    }

    /** What the actor is writing; empty where nothing is. */
    @ReadOnly
    public Optional<GuidelineDraft> draft(Actor actor, long organisationId) {
        access.requireKeepGuideline(actor, organisationId);
        return rows.draft(organisationId, actor.personId()).map(row -> {
            try {
                return new GuidelineDraft(
                        json.readValue(row.content(), Argument.mapOf(String.class, String.class)), row.savedAt());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Keeps what the actor is writing, whatever it is; gives the time, in UTC. */
    @Transactional
    public LocalDateTime saveDraft(Actor actor, long organisationId, Map<String, String> fields) {
        access.requireKeepGuideline(actor, organisationId);
        owner(organisationId);
        LocalDateTime now = today.utc();
        try {
            String content = json.writeValueAsString(fields);
            Texts.optional("fields", content, Texts.LONG);
            rows.saveDraft(organisationId, actor.personId(), content, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return now;
    }

    /** Throws the draft away. */
    @Transactional
    public void dropDraft(Actor actor, long organisationId) {
        access.requireKeepGuideline(actor, organisationId);
        rows.dropDraft(organisationId, actor.personId());
    }

    private GuidelineOwner owner(long organisationId) {
        return rows.owners(Set.of(organisationId)).stream().findFirst().orElseThrow(Problem::notFound);
    }

    private GuidelineProfile ownVersion(Actor actor, long versionId) {
        GuidelineProfile found = rows.findById(versionId).orElseThrow(Problem::notFound);
        access.requireKeepGuideline(actor, organisation(found));
        return found;
    }

    /** Whose version it is; what comes with the program is nobody's, and cannot be changed. */
    private static long organisation(GuidelineProfile profile) {
        Long organisationId = profile.organisationId();
        if (organisationId == null) {
            throw Problem.notFound();
        }
        return organisationId;
    }

    private List<GuidelineProfile> own(long organisationId) {
        return rows.ofOrganisation(organisationId);
    }

    private static GuidelineProfile valid(long id, long organisationId, GuidelineVersionData data, int version) {
        String name = Texts.required("name", data.name(), NAME);
        LocalDate from = data.validFrom();
        if (from == null) {
            throw Problem.field("validFrom", ProblemCode.REQUIRED);
        }
        LocalDate to = data.validTo();
        if (to != null && to.isBefore(from)) {
            throw Problem.field("validTo", ProblemCode.END_BEFORE_START);
        }
        String remark = Texts.optional("remark", data.remark(), REMARK);
        return GuidelineValues.typed(data.values())
                .profile(
                        id,
                        GuidelineBook.codeOf(organisationId),
                        from,
                        name,
                        Texts.optional("source", data.source(), NAME),
                        remark.isEmpty() ? null : remark,
                        organisationId,
                        to,
                        version);
    }

    private static void refuseOverlap(GuidelineProfile one, GuidelineProfile other) {
        if (new Period(one.validFrom(), one.validTo()).overlaps(new Period(other.validFrom(), other.validTo()))) {
            throw Problem.field("validFrom", ProblemCode.GUIDELINE_OVERLAP, one.name());
        }
    }

    private void note(
            Actor actor,
            long organisationId,
            GuidelineChange.Kind kind,
            GuidelineProfile what,
            GuidelineValues before,
            GuidelineValues after) {
        GuidelineBook book = profiles.book(organisationId);
        history.ofOrganisation(
                actor,
                organisationId,
                kind,
                new GuidelineHistory.Entry(
                        what.name(), what.validFrom(), what.validTo(), before.differences(after), ""),
                book.clinics().stream().map(ClinicGuideline::id).toList());
    }
}
