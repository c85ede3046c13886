package se.stegen.access;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;

/** Tells people who they are here, and keeps the language they chose. */
@Singleton
public class MeService {
    /** Languages that there are texts in. */
    public static final List<String> LANGUAGES = List.of("sv", "en");

    private final RelationQuery relations;
    private final AccessLog log;
    private final Today today;

    MeService(RelationQuery relations, AccessLog log, Today today) {
        this.relations = relations;
        this.log = log;
        this.today = today;
    }

    /**
     * The actor's screens and messages are in this language from now on.
     *
     * @param language {@code sv} or {@code en}
     * @throws Problem {@code UNKNOWN_CODE} on {@code language} for any other
     */
    @Transactional
    public void changeLanguage(Actor actor, String language) {
        if (!LANGUAGES.contains(language)) {
            throw Problem.field("language", ProblemCode.UNKNOWN_CODE, language);
        }
        relations.saveLocale(actor.personId(), language);
        log.person(actor, actor.personId(), AccessLog.Action.CHANGE, "LANGUAGE", null);
    }

    /** The actor with the roles in force today. */
    @ReadOnly
    public Me me(Actor actor) {
        String email = relations.emailOf(actor.personId()).orElseThrow(Problem::notFound);
        return new Me(
                Long.toString(actor.personId()),
                actor.name(),
                email,
                relations.myRoles(actor.personId(), today.date()));
    }
}
