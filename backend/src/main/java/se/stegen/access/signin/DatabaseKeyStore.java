package se.stegen.access.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keys in table {@code signing_key}, each encrypted (AES-256-GCM) with {@code STEGEN_MASTER_KEY}: for an outside database. */
final class DatabaseKeyStore implements SigningKeyStore {
    /** The fewest characters of a master key. */
    static final int SHORTEST_MASTER_KEY = 32;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SigningKeyRepository rows;
    private final SecretKeySpec master;
    private final SecureRandom random = new SecureRandom();

    DatabaseKeyStore(SigningKeyRepository rows, String masterKey) {
        if (masterKey.length() < SHORTEST_MASTER_KEY) {
            throw new IllegalStateException(
                    "With an outside database STEGEN_MASTER_KEY must be set, to at least " + SHORTEST_MASTER_KEY
                            + " random characters (openssl rand -base64 32), the same for all instances.");
        }
        this.rows = rows;
        try {
            master = new SecretKeySpec(
                    MessageDigest.getInstance("SHA-256").digest(masterKey.getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<SigningKey> load() {
        return rows.all().stream().map(this::decrypted).toList();
    }

    @Override
    public void replace(SigningKey added, List<SigningKey> forgotten) {
        rows.save(new SigningKeyRepository.Row(
                added.kid(), encrypted(added), LocalDateTime.ofInstant(added.createdAt(), ZoneOffset.UTC)));
        forgotten.forEach(key -> rows.remove(key.kid()));
    }

    private String encrypted(SigningKey key) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key.kid(), nonce, key.secret());
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    private SigningKey decrypted(SigningKeyRepository.Row row) {
        ByteBuffer buffer = ByteBuffer.wrap(Base64.getDecoder().decode(row.secret()));
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return new SigningKey(
                row.kid(),
                cipher(Cipher.DECRYPT_MODE, row.kid(), nonce, sealed),
                row.createdAt().toInstant(ZoneOffset.UTC));
    }

    private byte[] cipher(int mode, String kid, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, master, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The keys in table signing_key were not encrypted with this STEGEN_MASTER_KEY. Give the right one, or"
                            + " empty the table: everybody then signs in anew.",
                    e);
        }
    }
}
