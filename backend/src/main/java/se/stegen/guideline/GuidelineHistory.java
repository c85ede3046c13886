package se.stegen.guideline;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.common.Today;
import se.stegen.programme.ProgrammeChanges;

/** Keeps who changed which value of a guideline when, and tells open screens of it. */
@Singleton
class GuidelineHistory {
    private final HistoryQuery rows;
    private final ProgrammeChanges changes;
    private final ObjectMapper json;
    private final Today today;

    GuidelineHistory(HistoryQuery rows, ProgrammeChanges changes, ObjectMapper json, Today today) {
        this.rows = rows;
        this.changes = changes;
        this.json = json;
        this.today = today;
    }

    void ofOrganisation(Actor actor, long organisationId, GuidelineChange.Kind kind, Entry entry, List<Long> clinics) {
        add(actor, organisationId, null, kind, entry);
        tell(clinics);
    }

    void ofClinic(Actor actor, long clinicId, GuidelineChange.Kind kind, Entry entry) {
        add(actor, null, clinicId, kind, entry);
        tell(List.of(clinicId));
    }

    /** The latest first. */
    List<GuidelineChange> ofOrganisation(long organisationId) {
        return rows.ofOrganisation(organisationId).stream().map(this::change).toList();
    }

    /** The latest first. */
    List<GuidelineChange> ofClinic(long clinicId) {
        return rows.ofClinic(clinicId).stream().map(this::change).toList();
    }

    /** What is written down. */
    record Entry(
            String title,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<GuidelineValues.Difference> differences,
            String reason) {}

    private void add(
            Actor actor,
            @Nullable Long organisationId,
            @Nullable Long clinicId,
            GuidelineChange.Kind kind,
            Entry entry) {
        try {
            rows.add(
                    organisationId,
                    clinicId,
                    kind.name(),
                    entry.title(),
                    entry.validFrom(),
                    entry.validTo(),
                    json.writeValueAsString(entry.differences()),
                    entry.reason(),
                    actor.personId(),
                    today.utc());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One doctor of each clinic stands for all: an open screen of the clinic counts again. */
    private void tell(List<Long> clinics) {
        if (!clinics.isEmpty()) {
            rows.oneDoctorEach(clinics, today.date()).forEach(changes::changed);
        }
    }

    private GuidelineChange change(ChangeRow row) {
        try {
            return new GuidelineChange(
                    GuidelineChange.Kind.valueOf(row.kind()),
                    row.title(),
                    row.validFrom(),
                    row.validTo(),
                    json.readValue(row.content(), Argument.listOf(GuidelineValues.Difference.class)),
                    row.reason(),
                    row.changedBy(),
                    row.changedAt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

/** A line of the history. */
@Introspected
record ChangeRow(
        String kind,
        String title,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String content,
        String reason,
        String changedBy,
        LocalDateTime changedAt) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface HistoryQuery extends GenericRepository<GuidelineProfile, Long> {
    String CHANGES = "SELECT c.kind, c.title, c.valid_from, c.valid_to, c.content, c.reason, p.name AS changed_by,"
            + " c.changed_at FROM guideline_change c JOIN person p ON p.id = c.changed_by WHERE ";

    @Query(CHANGES + "c.organisation_id = :owner ORDER BY c.id DESC LIMIT 200")
    List<ChangeRow> ofOrganisation(long owner);

    @Query(CHANGES + "c.clinic_id = :clinicId ORDER BY c.id DESC LIMIT 200")
    List<ChangeRow> ofClinic(long clinicId);

    @Query(
            "INSERT INTO guideline_change (organisation_id, clinic_id, kind, title, valid_from, valid_to, content, reason,"
                    + " changed_by, changed_at) VALUES (:owner, :clinicId, :kind, :title, :fromDay, :toDay, :content, :reason,"
                    + " :person, :at)")
    void add(
            @Nullable Long owner,
            @Nullable Long clinicId,
            String kind,
            String title,
            LocalDate fromDay,
            @Nullable LocalDate toDay,
            String content,
            String reason,
            long person,
            LocalDateTime at);

    @Query("SELECT MIN(o.programme_id) FROM post o WHERE o.clinic_id IN (:clinicIds) AND o.start_date <= :day"
            + " AND (o.end_date IS NULL OR o.end_date >= :day) GROUP BY o.clinic_id")
    List<Long> oneDoctorEach(List<Long> clinicIds, LocalDate day);
}
