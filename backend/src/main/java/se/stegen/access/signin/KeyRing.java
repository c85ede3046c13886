package se.stegen.access.signin;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.stegen.common.Today;

/**
 * The keys that sign tokens. The newest signs; each thirty days a new one is made, and the one before verifies until its
 * tokens have ended. Other instances read the store again when they meet a key id that they do not know.
 */
final class KeyRing {
    private static final Duration ROTATION = Duration.ofDays(30);
    /** An unknown key id makes us read the store at most this often: it may be a forged one. */
    private static final Duration RELOAD_PAUSE = Duration.ofSeconds(5);

    private final SigningKeyStore store;
    private final Today today;
    /** How long after a newer key came an older one's tokens can be alive. */
    private final Duration overlap;

    private List<SigningKey> keys = List.of();
    private Instant loadedAt = Instant.MIN;

    KeyRing(SigningKeyStore store, Today today, Duration overlap) {
        this.store = store;
        this.today = today;
        this.overlap = overlap;
    }

    /** The key to sign with; made where there is none or the newest is too old. */
    synchronized SigningKey current() {
        if (needsNew()) {
            load();
            if (needsNew()) {
                byte[] secret = new byte[32];
                new SecureRandom().nextBytes(secret);
                SigningKey key = new SigningKey(
                        UUID.randomUUID().toString(), secret, today.instant().truncatedTo(ChronoUnit.MICROS));
                store.replace(key, keys.stream().filter(this::over).toList());
                load();
            }
        }
        return keys.getLast();
    }

    /** The key with an id, unless its tokens have ended. */
    synchronized Optional<SigningKey> find(String kid) {
        Optional<SigningKey> known = known(kid);
        if (known.isEmpty() && !today.instant().isBefore(loadedAt.plus(RELOAD_PAUSE))) {
            load();
            known = known(kid);
        }
        return known.filter(key -> !over(key));
    }

    private Optional<SigningKey> known(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    private boolean needsNew() {
        return keys.isEmpty()
                || !today.instant().isBefore(keys.getLast().createdAt().plus(ROTATION));
    }

    private boolean over(SigningKey key) {
        int next = keys.indexOf(key) + 1;
        return next < keys.size()
                && today.instant().isAfter(keys.get(next).createdAt().plus(overlap));
    }

    private void load() {
        keys = store.load().stream()
                .sorted(Comparator.comparing(SigningKey::createdAt))
                .toList();
        loadedAt = today.instant();
    }

    @Factory
    static final class Ring {
        @Bean
        @Singleton
        KeyRing keyRing(
                SigningKeyRepository rows,
                Today today,
                SignInSettings settings,
                @Property(name = "stegen.database.embedded", defaultValue = "true") boolean embedded,
                @Property(name = "stegen.data-dir", defaultValue = "data") String dataDir,
                @Property(name = "stegen.master-key", defaultValue = "") String masterKey) {
            SigningKeyStore store =
                    embedded ? new FolderKeyStore(Path.of(dataDir)) : new DatabaseKeyStore(rows, masterKey);
            // An instance that has not met the new key yet signs with the old one until it is thirty days old, too.
            return new KeyRing(
                    store, today, settings.token().plus(settings.idle()).plusMinutes(5));
        }
    }
}
