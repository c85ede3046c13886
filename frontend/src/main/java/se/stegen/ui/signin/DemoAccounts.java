package se.stegen.ui.signin;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.demo.DemoRegion;

/** The accounts of the demo, where this database holds it. */
@Singleton
class DemoAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

    private final DemoRegion region;
    // A database becomes a demo before the first page is served, and stays what it is.
    private volatile @Nullable Boolean present;

    DemoAccounts(DemoRegion region) {
        this.region = region;
    }

    /** Usernames to show; none where this is no demo. */
    Set<String> usernames() {
        Boolean known = present;
        if (known == null) {
            try {
                known = region.isPresent();
                present = known;
            } catch (RuntimeException e) {
                // Without its database the sign-in page still stands; the next look asks again.
                LOG.debug("Whether this is a demo could not be read", e);
                known = false;
            }
        }
        return known ? DemoRegion.ACCOUNTS.keySet() : Set.of();
    }
}
