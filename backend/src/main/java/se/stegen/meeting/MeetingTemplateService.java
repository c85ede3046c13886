package se.stegen.meeting;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;

/** The questions by which a clinic prepares its talks. */
@Singleton
public class MeetingTemplateService {
    private static final int MOST = 20;
    private static final int LENGTH = 500;

    private final AccessPolicy access;
    private final AccessLog log;
    private final MeetingTemplates templates;

    MeetingTemplateService(AccessPolicy access, AccessLog log, MeetingTemplates templates) {
        this.access = access;
        this.log = log;
        this.templates = templates;
    }

    /** The questions in use at a clinic; open to everybody who is signed in. */
    @Transactional
    public List<MeetingQuestion> questions(Actor actor, long clinicId, MeetingKind kind) {
        access.requireSignedIn(actor);
        return templates.questions(clinicId, kind);
    }

    /** Whether they are the clinic's own. */
    @Transactional
    public boolean own(Actor actor, long clinicId, MeetingKind kind) {
        access.requireSignedIn(actor);
        return templates.own(clinicId, kind);
    }

    /** Whether the actor may change them. */
    public boolean mayKeep(Actor actor, long clinicId, MeetingKind kind) {
        return access.mayKeepTalkQuestions(actor, clinicId, kind.holder());
    }

    /**
     * The clinic's own questions from now on; meetings that are planned keep theirs. None at all goes back to those that
     * come with the program.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code TOO_LONG}; {@code OUT_OF_RANGE} above twenty
     */
    @Transactional
    public List<MeetingQuestion> save(Actor actor, long clinicId, MeetingKind kind, List<String> questions) {
        access.requireKeepTalkQuestions(actor, clinicId, kind.holder());
        List<String> kept = questions.stream()
                .map(question -> Texts.optional("questions", question, LENGTH))
                .filter(question -> !question.isEmpty())
                .toList();
        if (kept.size() > MOST) {
            throw Problem.field("questions", ProblemCode.OUT_OF_RANGE);
        }
        templates.save(
                clinicId,
                kind,
                kept.stream()
                        .map(question -> new MeetingQuestion(question, question))
                        .toList(),
                actor.personId());
        log.scope(actor, Action.CHANGE, "MEETING_TEMPLATE", clinicId, kind.name());
        return templates.questions(clinicId, kind);
    }
}
