package se.stegen.ui.assessment;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;
import java.util.Map;
import se.stegen.access.Actor;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.assessment.AssessorDetails;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.invitation.Invitation;
import se.stegen.invitation.InvitationService;
import se.stegen.ui.bridge.Browsers;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.ReasonDialog;
import se.stegen.ui.component.RecordScreen;

/** Where a one-time link leads: an assessor without account answers, declines or hands on. Opening uses nothing up. */
@Route(value = "assess/:token", autoLayout = false)
@Prototype
@AnonymousAllowed
class LinkView extends RecordScreen implements BeforeEnterObserver {
    static final String SIGN = "link-sign";
    static final String DECLINE = "link-decline";
    static final String FORWARD = "link-forward";
    static final String EMAIL = "link-forward-email";

    private static final long serialVersionUID = 1L;

    private final transient InvitationService invitations;
    private final transient CurrentActor current;
    private final transient Today today;
    private String token = "";
    private @Nullable AnswerForm answer;
    private @Nullable AboutYou you;
    private transient @Nullable LocalDateTime seen;
    private transient AssessmentAnswer base = new AssessmentAnswer(Map.of(), null, null, null);
    private transient AssessorDetails details = new AssessorDetails("", "", "", "");

    LinkView(InvitationService invitations, CurrentActor current, Today today) {
        this.invitations = invitations;
        this.current = current;
        this.today = today;
        addClassName("outside");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        show();
    }

    private void show() {
        draft(null);
        try {
            switch (invitations.look(token, Browsers.address())) {
                case Invitation.Open open -> ask(open);
                case Invitation.Over over ->
                    say(
                            t("link.over." + over.why() + ".title"),
                            t("link.over." + over.why(), day(Today.dayOf(over.at()))));
                case Invitation.Unknown unknown -> say(t("link.unknown.title"), t("link.unknown"));
            }
        } catch (Problem refused) {
            // Too many unknown links from here, or somebody else is asked since a moment ago.
            boolean many = refused.code() == ProblemCode.TOO_MANY_ATTEMPTS;
            say(
                    t(many ? "link.many.title" : "link.unknown.title"),
                    many ? refused.text(getLocale()) : t("link.unknown"));
        }
    }

    private void say(String title, String text) {
        begin(title);
        Paragraph words = new Paragraph(text);
        words.addClassName("prose");
        add(Html.div("card", words));
    }

    private void ask(Invitation.Open open) {
        Assessment asked = open.assessment();
        PageHead head = begin(t("link.title.page", asked.doctorName()));
        head.line(t(
                "link.asks",
                TemplateTexts.name(asked.template(), getLocale()),
                asked.specialtyName().toLowerCase(getLocale()),
                day(asked.observedOn())));
        add(Html.div("notice", new Paragraph(t("link.once", day(open.lastDay())))));
        if (!asked.context().isEmpty() || !open.goals().isEmpty()) {
            add(AssessmentReading.situation(asked, open.goals(), getLocale()));
        }
        AnswerForm fields = new AnswerForm(asked.template(), asked.answer());
        AboutYou about = new AboutYou(open.details());
        answer = fields;
        you = about;
        seen = asked.updatedAt();
        base = asked.answer();
        details = about.details();
        AutoSave saving = new AutoSave(savedAt(), problem(), this::save, this::stale);
        fields.watch(saving, problem());
        about.watch(saving, problem());
        about.recall(() -> {
            // Remembered on the device; saved with the next word.
        });
        add(fields, about);
        draft(saving);
        actions(
                true,
                primary(SIGN, t("assessment.sign"), () -> sign(asked)),
                other(DECLINE, t("assessment.decline"), () -> decline(asked)),
                other(FORWARD, t("link.forward"), this::forward));
        Paragraph law = new Paragraph(t("link.after"));
        law.addClassName("hint");
        add(law);
    }

    private LocalDateTime save() {
        AnswerForm written = answer;
        AboutYou about = you;
        if (written == null || about == null) {
            return today.utc();
        }
        AssessmentAnswer mine = written.answer();
        AssessorDetails me = about.details();
        LocalDateTime saved = invitations.save(token, me, mine, seen);
        seen = saved;
        base = mine;
        details = me;
        return saved;
    }

    /** Another tab or device saved: what stands there is shown beside what is written here. */
    private void stale() {
        AnswerForm written = answer;
        AboutYou about = you;
        if (written == null
                || about == null
                || !(invitations.look(token, Browsers.address()) instanceof Invitation.Open theirs)) {
            throw Problem.of(ProblemCode.LINK_INVALID);
        }
        Assessment there = theirs.assessment();
        merge(written.differences(base, there.answer()), () -> {
            if (about.details().equals(details)) {
                about.fill(theirs.details());
            }
            seen = there.updatedAt();
            base = there.answer();
            details = theirs.details();
        });
    }

    private void sign(Assessment asked) {
        AnswerForm written = answer;
        AboutYou about = you;
        if (written == null || about == null) {
            return;
        }
        if (!written.judged()) {
            written.askForJudgement();
            return;
        }
        // What is missing is said before the question, not after it.
        if (!attempt(() -> about.details().complete())) {
            return;
        }
        // What another tab saved meanwhile is looked at before anything is signed.
        if (!saved()) {
            return;
        }
        AssessmentAnswer given = written.answer().signed();
        new Confirm(
                        t("assessment.sign.title"),
                        t("link.sign.text", about.details().name()),
                        t("assessment.sign"),
                        () -> attempt(() -> {
                            Long signedInAs =
                                    current.find().map(Actor::personId).orElse(null);
                            invitations.sign(token, about.details(), given, signedInAs);
                            about.keep();
                            done(t("link.signed.title"), t("link.signed", asked.doctorName()));
                        }))
                .open();
    }

    private void decline(Assessment asked) {
        new ReasonDialog(
                        t("assessment.decline.title"),
                        t("assessment.decline.text", asked.doctorName()),
                        t("assessment.decline"),
                        reason -> {
                            AboutYou about = you;
                            invitations.decline(
                                    token, about == null ? "" : about.details().name(), reason);
                            done(t("link.declined.title"), t("assessment.decline.done", asked.doctorName()));
                        })
                .open();
    }

    private void forward() {
        EmailField email = new EmailField(t("link.forward.email"));
        email.setId(EMAIL);
        TextField note = new TextField(t("link.forward.note"));
        new FormDialog(t("link.forward"), t("link.forward"), () -> {
                    invitations.forward(token, email.getValue(), note.getValue());
                    done(t("link.forwarded.title"), t("link.forwarded", email.getValue()));
                })
                .field("email", email)
                .field("note", note)
                .open();
    }

    private void done(String title, String text) {
        draft(null);
        answer = null;
        you = null;
        say(title, text);
        top();
    }
}
