package se.stegen.collegium;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

@MappedEntity("collegium_outcome")
record OutcomeRow(
        @Id @GeneratedValue long id,
        long collegiumId,
        long programmeId,
        @Nullable Judgement judgement,
        String levels,
        String strengths,
        String development,
        LocalDateTime updatedAt,
        @Nullable Long updatedBy,
        @Nullable LocalDateTime readAt,
        int version) {}

@MappedEntity("collegium_action")
record ActionRow(
        @Id @GeneratedValue long id,
        long outcomeId,
        String text,
        ActionOwner owner,
        LocalDate due,
        String iupKind,
        @Nullable Long iupItemId,
        @Nullable LocalDate doneOn,
        @Nullable Long doneBy,
        @Nullable LocalDate withdrawnOn,
        @Nullable Long withdrawnBy) {
    /** Whether it stands: no later version has withdrawn it. */
    boolean stands() {
        return withdrawnOn == null;
    }
}

@JdbcRepository(dialect = Dialect.MYSQL)
interface OutcomeRepository extends GenericRepository<OutcomeRow, Long> {
    /** Who wrote an outcome last. */
    @Introspected
    record WriterRow(long id, String name) {}

    /** A version with its writer's name. */
    @Introspected
    record VersionRow(int number, String content, String reason, String writtenBy, LocalDateTime writtenAt) {}

    /** The talk about an outcome. */
    @Introspected
    record TalkRow(String state, LocalDate heldOn, @Nullable LocalTime startsAt, String place) {}

    OutcomeRow save(OutcomeRow row);

    Optional<OutcomeRow> findById(long id);

    @Query("SELECT * FROM collegium_outcome WHERE id = :id FOR UPDATE")
    Optional<OutcomeRow> lock(long id);

    @Query("SELECT * FROM collegium_outcome WHERE collegium_id = :collegiumId AND programme_id = :programmeId")
    Optional<OutcomeRow> find(long collegiumId, long programmeId);

    @Query("SELECT * FROM collegium_outcome WHERE collegium_id = :collegiumId")
    List<OutcomeRow> of(long collegiumId);

    @Query("SELECT o.id, p.name FROM collegium_outcome o JOIN person p ON p.id = o.updated_by"
            + " WHERE o.collegium_id = :collegiumId")
    List<WriterRow> writers(long collegiumId);

    @Query("UPDATE collegium_outcome SET judgement = :judgement, levels = :levels, strengths = :strengths,"
            + " development = :development, updated_at = :now, updated_by = :personId, version = version + 1"
            + " WHERE id = :id")
    void change(
            long id,
            @Nullable String judgement,
            String levels,
            String strengths,
            String development,
            LocalDateTime now,
            long personId);

    @Query("DELETE FROM collegium_outcome WHERE id = :id")
    void remove(long id);

    @Query("UPDATE collegium_outcome SET read_at = :now WHERE id = :id AND read_at IS NULL")
    void read(long id, @Nullable LocalDateTime now);

    @Query("UPDATE collegium_outcome SET read_at = NULL WHERE id = :id")
    void unread(long id);

    @Query("SELECT c.id AS collegium_id, o.id AS outcome_id, c.meets_on AS held_on, k.name AS clinic_name, o.judgement,"
            + " (SELECT t.held_on FROM collegium_talk t WHERE t.outcome_id = o.id AND t.state = 'HELD') AS talk_held_on"
            + " FROM collegium_outcome o JOIN collegium c ON c.id = o.collegium_id AND c.state = 'CLOSED'"
            + " JOIN clinic k ON k.id = c.clinic_id WHERE o.programme_id = :programmeId"
            + " ORDER BY c.meets_on DESC, c.id DESC")
    List<CollegiumHeld> held(long programmeId);

    @Query("INSERT INTO collegium_outcome_version (outcome_id, number, content, reason, written_by, written_at)"
            + " VALUES (:outcomeId, :number, :content, :reason, :personId, :now)")
    void addVersion(long outcomeId, int number, String content, String reason, long personId, LocalDateTime now);

    @Query("SELECT v.number, v.content, v.reason, p.name AS written_by, v.written_at FROM collegium_outcome_version v"
            + " JOIN person p ON p.id = v.written_by WHERE v.outcome_id = :outcomeId ORDER BY v.number DESC")
    List<VersionRow> versions(long outcomeId);

    @Query("SELECT state, held_on, starts_at, place FROM collegium_talk WHERE outcome_id = :outcomeId")
    Optional<TalkRow> talk(long outcomeId);

    @Query("DELETE FROM collegium_talk WHERE outcome_id = :outcomeId")
    void removeTalk(long outcomeId);

    @Query("INSERT INTO collegium_talk (outcome_id, state, held_on, starts_at, place, recorded_by, recorded_at)"
            + " VALUES (:outcomeId, :state, :heldOn, :startsAt, :place, :personId, :now)")
    void addTalk(
            long outcomeId,
            String state,
            LocalDate heldOn,
            @Nullable LocalTime startsAt,
            String place,
            long personId,
            LocalDateTime now);
}

@JdbcRepository(dialect = Dialect.MYSQL)
interface ActionRepository extends GenericRepository<ActionRow, Long> {
    /** The outcome that an activity of a plan comes from. */
    @Introspected
    record OriginRow(long itemId, long outcomeId) {}

    ActionRow save(ActionRow row);

    @Query("SELECT * FROM collegium_action WHERE outcome_id = :outcomeId ORDER BY due, id")
    List<ActionRow> of(long outcomeId);

    @Query("SELECT a.* FROM collegium_action a JOIN collegium_outcome o ON o.id = a.outcome_id"
            + " WHERE o.collegium_id = :collegiumId ORDER BY a.due, a.id")
    List<ActionRow> ofCollegium(long collegiumId);

    @Query("DELETE FROM collegium_action WHERE outcome_id = :outcomeId")
    void clear(long outcomeId);

    @Query("UPDATE collegium_action SET iup_item_id = :itemId WHERE id = :id")
    void link(long id, long itemId);

    @Query("UPDATE collegium_action SET withdrawn_on = :withdrawnOn, withdrawn_by = :personId, iup_item_id = NULL"
            + " WHERE id = :id")
    void withdraw(long id, LocalDate withdrawnOn, long personId);

    /** Where the activities of a plan come from: the outcome by activity. */
    @Query("SELECT a.iup_item_id AS item_id, a.outcome_id FROM collegium_action a JOIN collegium_outcome o"
            + " ON o.id = a.outcome_id WHERE o.programme_id = :programmeId AND a.iup_item_id IS NOT NULL")
    List<OriginRow> origins(long programmeId);

    /** What the outcomes of a doctor still ask for: neither done nor withdrawn, the first due first. */
    @Query("SELECT a.* FROM collegium_action a JOIN collegium_outcome o ON o.id = a.outcome_id"
            + " JOIN collegium c ON c.id = o.collegium_id AND c.state = 'CLOSED'"
            + " WHERE o.programme_id = :programmeId AND a.done_on IS NULL AND a.withdrawn_on IS NULL"
            + " ORDER BY a.due, a.id LIMIT 20")
    List<ActionRow> open(long programmeId);

    @Query("UPDATE collegium_action SET done_on = :doneOn, done_by = :personId WHERE id = :id")
    void done(long id, @Nullable LocalDate doneOn, @Nullable Long personId);
}
