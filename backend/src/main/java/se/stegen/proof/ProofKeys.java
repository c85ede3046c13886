package se.stegen.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that signs, which is never in the database, and the public halves of those before it. Given as
 * {@code STEGEN_PROOF_KEY}; without that, for the embedded database, in {@code DIR/secrets/proof-key}.
 */
public final class ProofKeys {
    private static final Logger LOG = LoggerFactory.getLogger(ProofKeys.class);

    private final ProofKey current;
    private final Map<String, ProofKey> known = new LinkedHashMap<>();

    private ProofKeys(ProofKey current, List<ProofKey> old) {
        this.current = current;
        old.forEach(key -> known.put(key.id(), key));
        known.put(current.id(), current);
    }

    /**
     * What is wrong with the settings; empty where nothing is.
     *
     * @param embedded whether the database is the program's own
     * @param key the value of {@code STEGEN_PROOF_KEY}
     */
    public static String complaint(boolean embedded, String key) {
        return embedded || !key.isBlank()
                ? ""
                : "With an outside database STEGEN_PROOF_KEY must be set: the key that signs what people sign, 32 random"
                        + " bytes as base64 (openssl rand -base64 32), the same for all instances. Keep a copy of it in a"
                        + " safe place that is not the database's.";
    }

    /**
     * Reads the keys; for the embedded database the first start makes one.
     *
     * @param key {@code STEGEN_PROOF_KEY}, or empty
     * @param oldKeys {@code STEGEN_PROOF_OLD_KEYS}: public halves, separated by commas
     * @param make whether to make the key where there is none
     */
    public static ProofKeys read(Path dataDir, boolean embedded, String key, String oldKeys, boolean make) {
        String complaint = complaint(embedded, key);
        if (!complaint.isEmpty()) {
            throw new IllegalStateException(complaint);
        }
        try {
            Path secrets = dataDir.resolve("secrets");
            String seed = key.isBlank() ? ofFile(secrets.resolve("proof-key"), make) : key;
            Path olds = secrets.resolve("proof-old-keys");
            String old = oldKeys.replace(',', '\n')
                    + (Files.exists(olds) ? "\n" + Files.readString(olds, StandardCharsets.US_ASCII) : "");
            return new ProofKeys(
                    ProofKey.ofSeed(seed),
                    old.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(ProofKey::ofPublic)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ofFile(Path file, boolean make) throws IOException {
        if (!Files.exists(file)) {
            if (!make) {
                throw new IllegalStateException("There is no proof key " + file);
            }
            String seed = ProofKey.newSeed();
            write(file, seed + "\n");
            LOG.info(
                    "A proof key was made: {} (public half {})",
                    file,
                    ProofKey.ofSeed(seed).publicText());
        }
        return Files.readString(file, StandardCharsets.US_ASCII);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        try {
            if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            return;
        }
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    /** The id of the key that signs. */
    public String currentId() {
        return current.id();
    }

    /** The public half of the key that signs; no secret. */
    public String currentPublic() {
        return current.publicText();
    }

    ProofKey current() {
        return current;
    }

    /** Whether a known key of this id signed the text. */
    boolean verifies(String keyId, String text, String signature) {
        ProofKey key = known.get(keyId);
        return key != null && key.verifies(text, signature);
    }
}
