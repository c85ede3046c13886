package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.Map;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.signin.LinkTokens;
import se.stegen.access.signin.Throttle;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/**
 * What specialists without account do with the link in their mail: the token says who in which meeting. Looking uses
 * nothing up, since mail scanners look; saying that it is done does.
 */
@Singleton
public class CollegiumLinkService {
    /** Where a link leads; its random part follows. */
    public static final String PATH = "collegium-link";

    private final CollegiumRepository collegia;
    private final SpecialistRepository specialists;
    private final SpecialistViews views;
    private final AccessLog log;
    private final Throttle throttle;

    CollegiumLinkService(
            CollegiumRepository collegia,
            SpecialistRepository specialists,
            SpecialistViews views,
            AccessLog log,
            Throttle throttle) {
        this.collegia = collegia;
        this.specialists = specialists;
        this.views = views;
        this.log = log;
        this.throttle = throttle;
    }

    /**
     * What the link is for.
     *
     * @param signedInAs who is signed in to that browser; null for nobody
     * @throws Problem {@code LINK_INVALID} where it is unknown, used or over, {@code TOO_MANY_ATTEMPTS}, {@code OWN_RECORD}
     *     for a doctor on the list
     */
    public CollegiumForm form(String token, String address, @Nullable Long signedInAs) {
        CollegiumForm form = views.form(specialist(token, address, signedInAs));
        if (form.done() || !form.open()) {
            throw Problem.of(ProblemCode.LINK_INVALID);
        }
        return form;
    }

    /** Keeps what is said of a doctor; refusals as of {@link SpecialistViewService#keep}. */
    public LocalDateTime keep(
            String token,
            String address,
            @Nullable Long signedInAs,
            long programmeId,
            Map<String, String> levels,
            String comment) {
        SpecialistRow specialist = specialist(token, address, signedInAs);
        LocalDateTime saved = views.keep(specialist, programmeId, levels, comment);
        log.portfolioWithoutAccount(programmeId, Action.CHANGE, "COLLEGIUM_VIEW", specialist.collegiumId());
        return saved;
    }

    /** Says that it is done; the link is used up. */
    public void done(String token, String address, @Nullable Long signedInAs) {
        views.done(specialist(token, address, signedInAs));
    }

    /** Counted before any transaction is open: many scanners at once must not wait for each other's connections. */
    private SpecialistRow specialist(String token, String address, @Nullable Long signedInAs) {
        throttle.countLink(address);
        SpecialistRow specialist = specialists
                .findByTokenHash(LinkTokens.hash(token))
                .filter(one -> one.answeredAt() == null)
                .orElseThrow(() -> Problem.of(ProblemCode.LINK_INVALID));
        throttle.forgiveLink(address);
        if (signedInAs != null
                && collegia.own(specialist.collegiumId(), signedInAs).isPresent()) {
            // A doctor on the list answers in nobody's name, whosever mail is at hand.
            throw Problem.of(ProblemCode.OWN_RECORD);
        }
        return specialist;
    }
}
