package se.stegen.ui.feedback;

import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDateTime;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.feedback.FeedbackForm;
import se.stegen.ui.assessment.AnswerForm;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.RecordScreen;

/** What a colleague answers, however she or he was let in. */
abstract class RaterScreen extends RecordScreen {
    static final String SEND = "feedback-send";

    private static final long serialVersionUID = 1L;

    /** What is asked; refused with {@code LINK_INVALID} where it is over. */
    abstract FeedbackForm form();

    /** Keeps what is being written; gives when, UTC. */
    abstract LocalDateTime keep(AssessmentAnswer answer);

    /** Answers, once. */
    abstract void answer(AssessmentAnswer answer);

    final void show() {
        draft(null);
        FeedbackForm asked;
        try {
            asked = form();
        } catch (Problem refused) {
            if (refused.code() == ProblemCode.TOO_MANY_ATTEMPTS) {
                say(t("link.many.title"), refused.text(getLocale()));
            } else if (refused.code() == ProblemCode.LINK_INVALID) {
                say(t("feedback.over.title"), t("feedback.over"));
            } else {
                throw refused;
            }
            return;
        }
        if (asked.answered()) {
            say(t("feedback.thanks.title"), t("feedback.thanks", asked.doctorName()));
        } else {
            ask(asked);
        }
    }

    private void say(String title, String text) {
        begin(title);
        Paragraph words = new Paragraph(text);
        words.addClassName("prose");
        add(Html.div("card", words));
    }

    private void ask(FeedbackForm asked) {
        begin(t("feedback.rater.title", asked.doctorName())).line(t("feedback.rater.line", day(asked.closesOn())));
        add(Html.div("notice", new Paragraph(t("feedback.rater.pooled", asked.doctorName()))));
        AnswerForm form = AnswerForm.feedback(asked.template(), asked.draft());
        AutoSave saving = new AutoSave(savedAt(), problem(), () -> keep(form.answer()), this::show);
        form.watch(saving, problem());
        add(form);
        draft(saving);
        actions(true, primary(SEND, t("feedback.send"), () -> send(asked, form)));
        add(Html.text("small", t("feedback.once")));
    }

    private void send(FeedbackForm asked, AnswerForm form) {
        if (saved() && attempt(() -> answer(form.answer()))) {
            draft(null);
            say(t("feedback.thanks.title"), t("feedback.thanks", asked.doctorName()));
            top();
        }
    }
}
