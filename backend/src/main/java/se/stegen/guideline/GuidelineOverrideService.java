package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.programme.ProgrammeChanges;

/**
 * What a clinic overrides of its guideline, each value from day to day with a reason, and how much time its studierektor
 * has. Read by whoever reads the clinic's figures.
 */
@Singleton
public class GuidelineOverrideService {
    private static final String KIND = "GUIDELINE_OVERRIDE";
    private static final int REASON = 1000;
    private static final BigDecimal WEEK = BigDecimal.valueOf(60);

    private final AccessPolicy access;
    private final AccessLog log;
    private final GuidelineProfiles profiles;
    private final ComplianceQuery facts;
    private final ClinicMeasuring measuring;
    private final OverrideRepository rows;
    private final GuidelineEffects effects;
    private final GuidelineHistory history;
    private final ProgrammeChanges changes;
    private final Today today;

    GuidelineOverrideService(
            AccessPolicy access,
            AccessLog log,
            GuidelineProfiles profiles,
            ComplianceQuery facts,
            ClinicMeasuring measuring,
            OverrideRepository rows,
            GuidelineEffects effects,
            GuidelineHistory history,
            ProgrammeChanges changes,
            Today today) {
        this.access = access;
        this.log = log;
        this.profiles = profiles;
        this.facts = facts;
        this.measuring = measuring;
        this.rows = rows;
        this.effects = effects;
        this.history = history;
        this.changes = changes;
        this.today = today;
    }

    /**
     * What the clinic is judged by on a day.
     *
     * @param date null is today
     * @throws Problem {@code NOT_FOUND}
     */
    @ReadOnly
    public ClinicGuidelineState of(Actor actor, long clinicId, @Nullable LocalDate date) {
        access.requireReadCompliance(actor, clinicId);
        LocalDate day = date == null ? today.date() : date;
        ClinicName clinic = facts.clinicName(clinicId).orElseThrow(Problem::notFound);
        GuidelineBook book = profiles.book(List.of(clinicId));
        Optional<GuidelineProfile> inherited = book.inherited(book.clinics().getFirst(), day);
        Optional<GuidelineProfile> effective = Optional.ofNullable(book.on(day).get(clinicId));
        return new ClinicGuidelineState(
                clinicId,
                clinic.name(),
                day,
                inherited.map(GuidelineProfile::name).orElse(null),
                inherited.map(GuidelineValues::of).orElse(null),
                effective.map(GuidelineValues::of).orElse(null),
                rows.ofClinic(clinicId),
                measuring
                        .read(List.of(clinicId), Days.of(day))
                        .hours(clinicId, day)
                        .orElse(null),
                history.ofClinic(clinicId));
    }

    /**
     * Overrides a value. An override of the same value without a last day that began earlier ends the day before.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}, {@code REASON_REQUIRED}, {@code TOO_LONG},
     *     {@code INVALID_FIELD}, {@code OUT_OF_RANGE} on a field; {@code END_BEFORE_START}; {@code GUIDELINE_OVERLAP};
     *     {@code STATE_CONFLICT} where the clinic has no guideline
     */
    @Transactional
    public GuidelineOverride add(Actor actor, long clinicId, GuidelineOverrideData data) {
        access.requireOverrideGuideline(actor, clinicId);
        OverrideValue added = valid(clinicId, data);
        String reason = Texts.optional("reason", data.reason(), REASON);
        if (reason.isEmpty()) {
            throw Problem.field("reason", ProblemCode.REASON_REQUIRED);
        }
        rows.lock(clinicId);
        GuidelineBook book = profiles.book(List.of(clinicId));
        GuidelineProfile holding = Optional.ofNullable(
                        book.on(added.validFrom()).get(clinicId))
                .orElseThrow(() -> Problem.of(ProblemCode.STATE_CONFLICT));
        for (GuidelineOverride one : rows.ofClinic(clinicId)) {
            if (!one.field().equals(added.field())) {
                continue;
            }
            if (one.validTo() == null && one.validFrom().isBefore(added.validFrom())) {
                rows.end(one.id(), one.version(), added.validFrom().minusDays(1));
            } else if (new Period(one.validFrom(), one.validTo())
                    .overlaps(new Period(added.validFrom(), added.validTo()))) {
                throw Problem.field("validFrom", ProblemCode.GUIDELINE_OVERLAP, one.validFrom());
            }
        }
        GuidelineField field = GuidelineField.valueOf(added.field());
        GuidelineValues before = GuidelineValues.of(holding);
        GuidelineValues after = before.with(field, added.fieldValue()).checked();
        rows.add(
                clinicId,
                added.field(),
                added.fieldValue(),
                added.validFrom(),
                added.validTo(),
                reason,
                actor.personId(),
                today.utc());
        history.ofClinic(
                actor,
                clinicId,
                GuidelineChange.Kind.OVERRIDE_ADDED,
                new GuidelineHistory.Entry(
                        added.field(), added.validFrom(), added.validTo(), before.differences(after), reason));
        GuidelineOverride saved = rows.ofClinic(clinicId).stream()
                .filter(one ->
                        one.field().equals(added.field()) && one.validFrom().equals(added.validFrom()))
                .findFirst()
                .orElseThrow();
        log.scope(actor, Action.CREATE, KIND, saved.id(), "clinic " + clinicId + ": " + added.field());
        return saved;
    }

    /**
     * Ends an override after a day; one that would end before it began is taken away, and stays in the history.
     *
     * @param lastDay null is yesterday: from today on the guideline's value holds again
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STALE_VERSION}
     */
    @Transactional
    public void end(Actor actor, long overrideId, int version, @Nullable LocalDate lastDay) {
        GuidelineOverride one = rows.one(overrideId).orElseThrow(Problem::notFound);
        access.requireOverrideGuideline(actor, one.clinicId());
        LocalDate last = lastDay == null ? today.date().minusDays(1) : lastDay;
        LocalDate until = one.validTo();
        boolean gone = last.isBefore(one.validFrom());
        LocalDate ends = until != null && until.isBefore(last) ? until : last;
        int changed = gone ? rows.remove(overrideId, version) : rows.end(overrideId, version, ends);
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        history.ofClinic(
                actor,
                one.clinicId(),
                GuidelineChange.Kind.OVERRIDE_ENDED,
                new GuidelineHistory.Entry(
                        one.field(),
                        one.validFrom(),
                        gone ? null : ends,
                        List.of(new GuidelineValues.Difference(
                                GuidelineField.valueOf(one.field()), one.fieldValue(), null)),
                        ""));
        log.scope(actor, Action.DELETE, KIND, overrideId, "clinic " + one.clinicId() + ": " + one.field());
    }

    /** What an override would do to today's lights, as if it held today; throws as {@link #add} but needs no reason. */
    @ReadOnly
    public GuidelineEffect preview(Actor actor, long clinicId, GuidelineOverrideData data) {
        access.requireOverrideGuideline(actor, clinicId);
        OverrideValue value = valid(clinicId, data);
        GuidelineBook now = profiles.book(List.of(clinicId));
        OverrideValue held = new OverrideValue(clinicId, value.field(), value.fieldValue(), today.date(), null);
        GuidelineBook then = now.asIf(held);
        GuidelineProfile would = then.on(today.date()).get(clinicId);
        if (would == null) {
            throw Problem.of(ProblemCode.STATE_CONFLICT);
        }
        Objects.requireNonNull(GuidelineValues.of(would).checked());
        return effects.between(actor, now, then);
    }

    /**
     * Records how many hours a week the clinic's studierektor has from a day on; the same day once more corrects it.
     *
     * @param from null is today
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED} or {@code OUT_OF_RANGE} on {@code hours}
     */
    @Transactional
    public void recordHours(Actor actor, long clinicId, @Nullable BigDecimal hours, @Nullable LocalDate from) {
        access.requireOverrideGuideline(actor, clinicId);
        if (hours == null) {
            throw Problem.field("hours", ProblemCode.REQUIRED);
        }
        if (hours.signum() < 0
                || hours.compareTo(WEEK) > 0
                || hours.stripTrailingZeros().scale() > 2) {
            throw Problem.field("hours", ProblemCode.OUT_OF_RANGE);
        }
        LocalDate day = from == null ? today.date() : from;
        String before = measuring
                .read(List.of(clinicId), Days.of(day))
                .hours(clinicId, day)
                .map(one -> one.stripTrailingZeros().toPlainString())
                .orElse(null);
        rows.recordHours(clinicId, day, hours, actor.personId(), today.utc());
        history.ofClinic(
                actor,
                clinicId,
                GuidelineChange.Kind.HOURS,
                new GuidelineHistory.Entry(
                        GuidelineField.STUDIEREKTOR_HOURS.name(),
                        day,
                        null,
                        List.of(new GuidelineValues.Difference(
                                GuidelineField.STUDIEREKTOR_HOURS,
                                before,
                                hours.stripTrailingZeros().toPlainString())),
                        ""));
        log.scope(actor, Action.CHANGE, "STUDIEREKTOR_TIME", clinicId, "clinic " + clinicId);
        changes.clinicChanged(clinicId);
    }

    private OverrideValue valid(long clinicId, GuidelineOverrideData data) {
        GuidelineField field = data.field();
        if (field == null) {
            throw Problem.field("field", ProblemCode.REQUIRED);
        }
        LocalDate from = Objects.requireNonNullElse(data.validFrom(), today.date());
        LocalDate to = data.validTo();
        if (to != null && to.isBefore(from)) {
            throw Problem.field("validTo", ProblemCode.END_BEFORE_START);
        }
        try {
            return new OverrideValue(clinicId, field.name(), field.canonical(data.value()), from, to);
        } catch (Problem refused) {
            // In the call it is the one value.
            throw Problem.field("value", refused.code(), refused.arguments().toArray());
        }
    }
}

/** Overrides and hours of clinics. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OverrideRepository extends GenericRepository<GuidelineProfile, Long> {
    String OVERRIDES = "SELECT o.id, o.clinic_id, o.field, o.field_value, o.valid_from, o.valid_to, o.reason,"
            + " p.name AS entered_by, o.entered_at, o.version FROM guideline_override o"
            + " JOIN person p ON p.id = o.entered_by WHERE ";

    @Query(OVERRIDES + "o.clinic_id = :clinicId ORDER BY o.valid_from DESC, o.id DESC")
    List<GuidelineOverride> ofClinic(long clinicId);

    @Query(OVERRIDES + "o.id = :override")
    Optional<GuidelineOverride> one(long override);

    @Query("INSERT INTO guideline_override (clinic_id, field, field_value, valid_from, valid_to, reason, entered_by,"
            + " entered_at) VALUES (:clinicId, :field, :fieldValue, :fromDay, :toDay, :reason, :person, :at)")
    void add(
            long clinicId,
            String field,
            @Nullable String fieldValue,
            LocalDate fromDay,
            @Nullable LocalDate toDay,
            String reason,
            long person,
            LocalDateTime at);

    @Query("UPDATE guideline_override SET valid_to = :lastDay, version = version + 1"
            + " WHERE id = :override AND version = :expected")
    int end(long override, int expected, LocalDate lastDay);

    @Query("DELETE FROM guideline_override WHERE id = :override AND version = :expected")
    int remove(long override, int expected);

    @Query("SELECT id FROM clinic WHERE id = :clinicId FOR UPDATE")
    Optional<Long> lock(long clinicId);

    @Query("INSERT INTO studierektor_time (clinic_id, valid_from, hours, entered_by, entered_at)"
            + " VALUES (:clinicId, :fromDay, :hours, :person, :at)"
            + " ON DUPLICATE KEY UPDATE hours = :hours, entered_by = :person, entered_at = :at")
    void recordHours(long clinicId, LocalDate fromDay, BigDecimal hours, long person, LocalDateTime at);
}
