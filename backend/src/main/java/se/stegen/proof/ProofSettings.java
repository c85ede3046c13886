package se.stegen.proof;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Keys and files of the running program. */
@Factory
final class ProofSettings {
    @Bean
    @Singleton
    ProofKeys proofKeys(
            @Property(name = "stegen.database.embedded", defaultValue = "true") boolean embedded,
            @Property(name = "stegen.data-dir", defaultValue = "data") String dataDir,
            @Property(name = "stegen.proof-key", defaultValue = "") String key,
            @Property(name = "stegen.proof-old-keys", defaultValue = "") String oldKeys) {
        return ProofKeys.read(Path.of(dataDir), embedded, key, oldKeys, true);
    }

    @Bean
    @Singleton
    Checkpoints checkpoints(ProofKeys keys, @Property(name = "stegen.data-dir", defaultValue = "data") String dataDir) {
        return new Checkpoints(Checkpoints.file(Path.of(dataDir)), keys);
    }
}
