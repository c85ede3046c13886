package se.stegen;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import se.stegen.database.DatabaseProblem;
import se.stegen.database.DatabaseReader;
import se.stegen.database.DatabaseSettings;
import se.stegen.proof.ProofKeys;
import se.stegen.proof.Verified;
import se.stegen.proof.Verifier;

/**
 * {@code ./stegen verify}: holds everything that was signed against its signature, beside the running program or without
 * it. Ends with 0 where all is as it was signed, 1 where something is not, 2 where it could not be looked at.
 */
public final class VerifyCommand {
    private VerifyCommand() {}

    /** Verifies the database of the environment's settings. */
    public static void main(String[] args) {
        System.exit(run(System.getenv()));
    }

    private static int run(Map<String, String> environment) {
        Path dataDir = Path.of(environment.getOrDefault("STEGEN_DATA", "data")).toAbsolutePath();
        try {
            DatabaseSettings settings = DatabaseSettings.fromEnvironment(dataDir);
            ProofKeys keys = ProofKeys.read(
                    dataDir,
                    settings.outside() == null,
                    environment.getOrDefault("STEGEN_PROOF_KEY", ""),
                    environment.getOrDefault("STEGEN_PROOF_OLD_KEYS", ""),
                    false);
            try (DatabaseReader database = DatabaseReader.open(settings);
                    Connection connection = database.connect()) {
                System.out.println("Key " + keys.currentId() + ", its public half " + keys.currentPublic());
                Verified verified = new Verifier(keys, dataDir)
                        .verify(connection, finding -> System.out.println("WRONG " + finding));
                System.out.println(verified);
                return verified.findings() == 0 ? 0 : 1;
            }
        } catch (DatabaseProblem | IllegalStateException | IllegalArgumentException | SQLException e) {
            System.err.println("Nothing could be verified: " + e.getMessage());
            return 2;
        }
    }
}
