package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;

/** Makes signatures: for services, once what is signed stands in the database, in the same transaction. */
@Singleton
public class Signatures {
    private static final int PAGE = 500;

    private final TransactionOperations<Connection> transactions;
    private final ProofKeys keys;
    private final KnownHeads heads;
    private final Today today;
    private final Facts facts = new Facts();
    private final SecureRandom random = new SecureRandom();

    Signatures(TransactionOperations<Connection> transactions, ProofKeys keys, Today today) {
        this.transactions = transactions;
        this.keys = keys;
        this.heads = new KnownHeads(keys);
        this.today = today;
    }

    /**
     * Freezes, chains and signs a record as it now stands in the database, with who signed it as its row says.
     *
     * @throws Problem {@code CHAIN_BROKEN} where somebody tampered with the head of the portfolio's chain
     */
    public void add(SignatureKind kind, long recordId) {
        add(kind, recordId, "");
    }

    /** The same for one of several rows with that key. */
    public void add(SignatureKind kind, long recordId, String part) {
        transactions.executeWrite(status -> {
            try {
                Connection connection = status.getConnection();
                add(
                        connection,
                        List.of(Claims.of(connection, SignedTables.of(kind), new RecordKey(recordId, part))),
                        false);
                return null;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /**
     * Signs everything that says it is signed and has no signature, marked as signed before there were proofs. Only for
     * the first start with proofs and for the demo, whose rows nobody signed.
     *
     * @return how many
     */
    public int transfer() {
        return transactions.executeWrite(status -> {
            try {
                Connection connection = status.getConnection();
                List<Claims.Claim> claims = new ArrayList<>();
                for (SignedTable table : SignedTables.all()) {
                    claims.addAll(Claims.unsigned(connection, table));
                }
                claims.sort(Comparator.comparingLong(Claims.Claim::programmeId)
                        .thenComparing(Claims.Claim::signedAt)
                        .thenComparing(claim -> claim.table().kind())
                        .thenComparingLong(claim -> claim.key().id())
                        .thenComparing(claim -> claim.key().part()));
                for (int i = 0; i < claims.size(); i += PAGE) {
                    add(connection, claims.subList(i, Math.min(i + PAGE, claims.size())), true);
                }
                return claims.size();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void add(Connection connection, List<Claims.Claim> claims, boolean transferred) throws SQLException {
        Map<Claims.Claim, Facts.Content> contents = contents(connection, claims);
        Map<Claims.Claim, String> frozen = contents.entrySet().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        Map.Entry::getKey, entry -> entry.getValue().json()));
        Map<Long, ChainRow> chains = new LinkedHashMap<>();
        List<SignatureRow> rows = new ArrayList<>();
        for (Claims.Claim claim : claims) {
            Facts.Content content = contents.get(claim);
            String text = frozen.get(claim);
            if (content == null || text == null || content.programmeId() != claim.programmeId()) {
                throw new IllegalStateException(
                        "Nothing to freeze of " + claim.table().kind() + " " + claim.key());
            }
            ChainRow chain = chains.get(claim.programmeId());
            if (chain == null) {
                chain = locked(connection, claim.programmeId());
            }
            SignatureRow row = row(claim, text, chain, transferred);
            rows.add(row);
            chains.put(
                    claim.programmeId(),
                    new ChainRow(claim.programmeId(), row.number(), row.hash(), keys.currentId(), ""));
        }
        try (PreparedStatement insert = connection.prepareStatement(SignatureRow.INSERT)) {
            for (SignatureRow row : signed(rows)) {
                row.into(insert);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE signature_chain SET length = ?, head_hash = ?, key_id = ?, signature = ? WHERE programme_id = ?")) {
            for (ChainRow head : chains.values()) {
                ChainRow chain = ChainRow.signed(head.programmeId(), head.length(), head.headHash(), keys.current());
                heads.remember(chain);
                update.setInt(1, chain.length());
                update.setString(2, chain.headHash());
                update.setString(3, chain.keyId());
                update.setString(4, chain.signature());
                update.setLong(5, chain.programmeId());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private List<SignatureRow> signed(List<SignatureRow> rows) {
        return rows.parallelStream().map(row -> row.signedBy(keys.current())).toList();
    }

    private Map<Claims.Claim, Facts.Content> contents(Connection connection, List<Claims.Claim> claims)
            throws SQLException {
        Map<SignedTable, Set<Long>> ids = new LinkedHashMap<>();
        claims.forEach(claim -> ids.computeIfAbsent(claim.table(), table -> new HashSet<>())
                .add(claim.key().id()));
        Map<SignedTable, Map<RecordKey, Facts.Content>> read = new HashMap<>();
        for (Map.Entry<SignedTable, Set<Long>> one : ids.entrySet()) {
            read.put(one.getKey(), facts.read(connection, one.getKey(), one.getValue()));
        }
        Map<Claims.Claim, Facts.Content> contents = new HashMap<>();
        for (Claims.Claim claim : claims) {
            Facts.Content content = read.getOrDefault(claim.table(), Map.of()).get(claim.key());
            if (content != null) {
                contents.put(claim, content);
            }
        }
        return contents;
    }

    private SignatureRow row(Claims.Claim claim, String content, ChainRow chain, boolean transferred) {
        byte[] name = new byte[16];
        random.nextBytes(name);
        return new SignatureRow(
                        claim.programmeId(),
                        chain.length() + 1,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(name),
                        claim.table().kind().name(),
                        claim.key().id(),
                        claim.key().part(),
                        content,
                        Canonical.sha256(content),
                        claim.signerId(),
                        claim.signerName(),
                        claim.role(),
                        claim.method(),
                        claim.signedAt(),
                        now(),
                        transferred ? 1 : 0,
                        chain.headHash(),
                        "",
                        keys.currentId(),
                        "")
                .hashed();
    }

    private LocalDateTime now() {
        return today.utc();
    }

    /** The chain, locked until the transaction ends: only those who sign in the same portfolio wait. */
    private ChainRow locked(Connection connection, long programmeId) throws SQLException {
        // Whatever touches a programme locks it before its chain: then nobody waits in a circle.
        try (PreparedStatement query =
                connection.prepareStatement("SELECT id FROM programme WHERE id = ? LOCK IN SHARE MODE")) {
            query.setLong(1, programmeId);
            query.execute();
        }
        ChainRow chain = lock(connection, programmeId);
        if (chain == null) {
            ChainRow first = ChainRow.signed(programmeId, 0, Canonical.NO_HASH, keys.current());
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO signature_chain (programme_id, length, head_hash, key_id, signature)"
                            + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE length = length")) {
                insert.setLong(1, programmeId);
                insert.setInt(2, first.length());
                insert.setString(3, first.headHash());
                insert.setString(4, first.keyId());
                insert.setString(5, first.signature());
                insert.executeUpdate();
            }
            chain = lock(connection, programmeId);
        }
        // Signing on top of a head that somebody set back would make it good.
        if (chain == null || !heads.holds(chain)) {
            throw Problem.of(ProblemCode.CHAIN_BROKEN);
        }
        return chain;
    }

    private static @Nullable ChainRow lock(Connection connection, long programmeId) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT programme_id, length, head_hash, key_id, signature"
                        + " FROM signature_chain WHERE programme_id = ? FOR UPDATE")) {
            query.setLong(1, programmeId);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? ChainRow.of(rows) : null;
            }
        }
    }
}
