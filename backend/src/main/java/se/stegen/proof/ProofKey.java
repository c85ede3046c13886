package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** An Ed25519 key: with its private half it signs, without it verifies. */
final class ProofKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int SEED = 32;
    private static final int ID_BYTES = 8;

    private final String id;
    private final PublicKey publicKey;
    private final @Nullable PrivateKey privateKey;

    private ProofKey(PublicKey publicKey, @Nullable PrivateKey privateKey) throws GeneralSecurityException {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey.getEncoded());
        this.id = HexFormat.of().formatHex(hash, 0, ID_BYTES);
    }

    /** The key of a seed: 32 random bytes as base64. */
    static ProofKey ofSeed(String base64) {
        byte[] seed;
        try {
            seed = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The proof key is no base64", e);
        }
        if (seed.length != SEED) {
            throw new IllegalArgumentException("The proof key must be 32 bytes as base64 (openssl rand -base64 32)");
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(255, new Given(seed));
            KeyPair pair = generator.generateKeyPair();
            return new ProofKey(pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key that only verifies: its public half (X.509) as base64. */
    static ProofKey ofPublic(String base64) {
        try {
            return new ProofKey(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(base64.strip()))),
                    null);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Not the public half of an Ed25519 key: " + base64, e);
        }
    }

    static String newSeed() {
        byte[] seed = new byte[SEED];
        new SecureRandom().nextBytes(seed);
        return Base64.getEncoder().encodeToString(seed);
    }

    String id() {
        return id;
    }

    /** The public half (X.509) as base64; no secret. */
    String publicText() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /** The signature of a text, as base64. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean verifies(String text, String base64) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = Base64.getDecoder().decode(base64);
            // Decoding passes over some bits of the last character: only the one spelling counts.
            return signature.verify(bytes)
                    && Base64.getEncoder().encodeToString(bytes).equals(base64);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Tells nothing of the private half. */
    @Override
    public String toString() {
        return "ProofKey[" + id + "]";
    }

    /** The JDK derives the public half of a seed only when it makes a pair: then the seed is what it draws. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
