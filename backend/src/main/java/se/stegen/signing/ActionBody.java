package se.stegen.signing;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Body of an action call: a reason, and the version where the caller wants it checked. The whole body may be left out.
 */
@Serdeable
public record ActionBody(@Nullable String reason, @Nullable Integer version) {
    /** The reason of a body that may be missing. */
    public static @Nullable String reasonOf(@Nullable ActionBody body) {
        return body == null ? null : body.reason();
    }

    /** The version of a body that may be missing. */
    public static @Nullable Integer versionOf(@Nullable ActionBody body) {
        return body == null ? null : body.version();
    }
}
