package se.stegen.guideline;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;

/** Which guideline profiles there are. */
@Singleton
public class GuidelineService {
    private final AccessPolicy access;
    private final GuidelineProfiles profiles;

    GuidelineService(AccessPolicy access, GuidelineProfiles profiles) {
        this.access = access;
        this.profiles = profiles;
    }

    /** Every profile by name, whatever its versions; they are public documents, open to everybody who is signed in. */
    @ReadOnly
    public List<GuidelineName> profiles(Actor actor) {
        access.requireSignedIn(actor);
        return profiles.names();
    }
}
