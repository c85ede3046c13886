package se.stegen.proof;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.Today;

/**
 * Begins proofs once in the life of a database: what was signed before gets its signature then, and never again, so that
 * nobody can put a signed row in and start anew. It writes checkpoints, too: at the start, each hour and at the end.
 */
@Singleton
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProofStart implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(ProofStart.class);

    private final TransactionOperations<Connection> transactions;
    private final Signatures signatures;
    private final Checkpoints checkpoints;
    private final ProofKeys keys;
    private final Today today;

    ProofStart(
            TransactionOperations<Connection> transactions,
            Signatures signatures,
            Checkpoints checkpoints,
            ProofKeys keys,
            Today today) {
        this.transactions = transactions;
        this.signatures = signatures;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.today = today;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        begin();
    }

    /** Begins proofs where neither the database nor the data folder knows of any. */
    public void begin() {
        int transferred = transactions.executeWrite(status -> {
            try {
                return mark(status.getConnection()) ? signatures.transfer() : 0;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        if (transferred > 0) {
            LOG.info("{} records that were signed before have their signature now", transferred);
        }
        checkpoint();
    }

    /** Whether proofs begin with this call; of several instances that start at once, with one of them. */
    private boolean mark(Connection connection) throws SQLException {
        if (checkpoints.exists() || any(connection, "signature_start") || any(connection, "signature_chain")) {
            return false;
        }
        LocalDateTime now = today.utc();
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT IGNORE INTO signature_start (name, started_at, key_id, signature) VALUES ('start', ?, ?, ?)")) {
            insert.setObject(1, now);
            insert.setString(2, keys.currentId());
            insert.setString(3, keys.current().sign(statement("start", now, keys.currentId())));
            return insert.executeUpdate() == 1;
        }
    }

    static String statement(String name, LocalDateTime startedAt, String keyId) {
        return Canonical.json(Map.of("name", name, "started_at", Canonical.instant(startedAt), "key_id", keyId));
    }

    private static boolean any(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM " + table + " LIMIT 1");
                ResultSet rows = query.executeQuery()) {
            return rows.next();
        }
    }

    /** Writes a checkpoint where any chain grew. */
    @Scheduled(initialDelay = "1h", fixedDelay = "1h")
    public void checkpoint() {
        transactions.executeRead(status -> {
            try {
                return checkpoints.write(status.getConnection(), today.utc());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @PreDestroy
    void end() {
        try {
            checkpoint();
        } catch (RuntimeException e) {
            // An outside database may be away; the next start writes it.
            LOG.info("No checkpoint at the end: {}", e.getMessage());
        }
    }
}
