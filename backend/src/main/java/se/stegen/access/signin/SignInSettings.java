package se.stegen.access.signin;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long a sign-in lasts: {@code stegen.sign-in.*}.
 *
 * @param idleMinutes without activity it ends after this
 * @param maxHours it ends after this in any case
 * @param tokenMinutes life of one access token
 * @param linkHours life of a one-time link
 */
@ConfigurationProperties("stegen.sign-in")
public record SignInSettings(
        @Bindable(defaultValue = "30") int idleMinutes,
        @Bindable(defaultValue = "12") int maxHours,
        @Bindable(defaultValue = "15") int tokenMinutes,
        @Bindable(defaultValue = "24") int linkHours) {

    /** Time without activity after which a sign-in ends. */
    public Duration idle() {
        return Duration.ofMinutes(idleMinutes);
    }

    /** The longest that a sign-in lasts. */
    public Duration longest() {
        return Duration.ofHours(maxHours);
    }

    /** Life of one access token. */
    public Duration token() {
        return Duration.ofMinutes(tokenMinutes);
    }
}
