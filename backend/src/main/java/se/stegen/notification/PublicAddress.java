package se.stegen.notification;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;

/** Where people reach the program from outside, for links in mail: {@code STEGEN_PUBLIC_URL}. */
@Singleton
public final class PublicAddress {
    private final String base;

    PublicAddress(
            @Nullable @Property(name = "stegen.public-url") String url,
            @Property(name = "micronaut.server.port", defaultValue = "8080") int port) {
        base = url == null || url.isBlank() ? "http://127.0.0.1:" + port : url.replaceFirst("/+$", "");
    }

    /** The address of a path that begins with a slash. */
    public String of(String path) {
        return base + path;
    }
}
