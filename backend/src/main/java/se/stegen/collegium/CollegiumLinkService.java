package se.stegen.collegium;

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

    private final SpecialistRepository specialists;
    private final SpecialistViews views;
    private final AccessLog log;
    private final Throttle throttle;

    CollegiumLinkService(SpecialistRepository specialists, SpecialistViews views, AccessLog log, Throttle throttle) {
        this.specialists = specialists;
        this.views = views;
        this.log = log;
        this.throttle = throttle;
    }

    /** What the link is for; {@code LINK_INVALID} where it is unknown, used or over, {@code TOO_MANY_ATTEMPTS}. */
    public CollegiumForm form(String token, String address) {
        CollegiumForm form = views.form(specialist(token, address));
        if (form.done() || !form.open()) {
            throw Problem.of(ProblemCode.LINK_INVALID);
        }
        return form;
    }

    /** Keeps what is said of a doctor; refusals as of {@link SpecialistViewService#keep}. */
    public LocalDateTime keep(
            String token, String address, long programmeId, Map<String, String> levels, String comment) {
        SpecialistRow specialist = specialist(token, address);
        LocalDateTime saved = views.keep(specialist, programmeId, levels, comment);
        log.portfolioWithoutAccount(programmeId, Action.CHANGE, "COLLEGIUM_VIEW", specialist.collegiumId());
        return saved;
    }

    /** Says that it is done; the link is used up. */
    public void done(String token, String address) {
        views.done(specialist(token, address));
    }

    /** Counted before any transaction is open: many scanners at once must not wait for each other's connections. */
    private SpecialistRow specialist(String token, String address) {
        throttle.countLink(address);
        SpecialistRow specialist = specialists
                .findByTokenHash(LinkTokens.hash(token))
                .filter(one -> one.answeredAt() == null)
                .orElseThrow(() -> Problem.of(ProblemCode.LINK_INVALID));
        throttle.forgiveLink(address);
        return specialist;
    }
}
