package se.stegen.invitation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Reads what digests tell, and keeps when they went and whether they were stopped. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface DigestQuery extends GenericRepository<DigestQuery.DigestRow, String> {
    /** One address. */
    @MappedEntity("digest")
    record DigestRow(
            @Id String addressHash,
            @Nullable LocalDateTime lastSentAt,
            @Nullable LocalDateTime stoppedAt) {}

    /** An open request of somebody without an account. */
    @Introspected
    record OpenRow(
            String email,
            long assessmentId,
            long doctorId,
            String doctorName,
            String templateName,
            LocalDate observedOn,
            LocalDateTime sentAt) {}

    String OPEN = "SELECT a.assessor_email AS email, a.id AS assessment_id, d.id AS doctor_id, d.name AS doctor_name,"
            + " t.name AS template_name, a.observed_on, a.sent_at FROM assessment a"
            + " JOIN programme p ON p.id = a.programme_id JOIN person d ON d.id = p.person_id"
            + " JOIN assessment_template t ON t.id = a.template_id WHERE a.state = 'SENT'"
            + " AND a.assessor_id IS NULL AND a.assessor_email IS NOT NULL";
    String LONGEST_FIRST = " ORDER BY email, a.sent_at, a.id";

    /** Everything open, by address, the longest waiting first. */
    @Query(OPEN + LONGEST_FIRST)
    List<OpenRow> open();

    /** What of these is still open, as it stands now. */
    @Query(OPEN + " AND a.id IN (:ids)" + LONGEST_FIRST)
    List<OpenRow> open(List<Long> ids);

    /** Locks the requests until the transaction ends: nobody withdraws, forwards or signs meanwhile. */
    @Query("SELECT id FROM assessment WHERE id IN (:ids) ORDER BY id FOR UPDATE")
    List<Long> hold(List<Long> ids);

    Optional<DigestRow> findByAddressHash(String addressHash);

    @Query("INSERT INTO digest (address_hash, last_sent_at) VALUES (:addressHash, :now)"
            + " ON DUPLICATE KEY UPDATE last_sent_at = :now")
    void sent(String addressHash, LocalDateTime now);

    @Query("INSERT INTO digest_stop (token_hash, address_hash, created_at) VALUES (:tokenHash, :addressHash, :now)")
    void addStop(String tokenHash, String addressHash, LocalDateTime now);

    @Query("SELECT d.address_hash, d.last_sent_at, d.stopped_at FROM digest_stop s"
            + " JOIN digest d ON d.address_hash = s.address_hash WHERE s.token_hash = :tokenHash")
    Optional<DigestRow> byStop(String tokenHash);

    @Query("UPDATE digest SET stopped_at = :now WHERE address_hash = :addressHash")
    void stop(String addressHash, @Nullable LocalDateTime now);

    @Query("UPDATE person SET wants_digest = FALSE WHERE SHA2(LOWER(email), 256) = :addressHash")
    void stopPerson(String addressHash);

    @Query("SELECT wants_digest FROM person WHERE id = :personId")
    boolean wants(long personId);

    @Query("SELECT email FROM person WHERE id = :personId")
    Optional<String> emailOf(long personId);

    @Query("UPDATE person SET wants_digest = :wanted WHERE id = :personId")
    void want(long personId, boolean wanted);
}
