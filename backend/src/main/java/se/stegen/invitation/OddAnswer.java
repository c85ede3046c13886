package se.stegen.invitation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;

/**
 * An answer without sign-in that nobody has looked at yet though something about it is odd.
 *
 * @param detail the number, the domain, or who reported it; may be empty
 * @param noticedAt UTC
 */
@Introspected
public record OddAnswer(
        long id,
        long assessmentId,
        Oddity.Kind kind,
        String detail,
        LocalDateTime noticedAt,
        String doctorName,
        @Nullable String assessorName,
        @Nullable String assessorEmail) {}
