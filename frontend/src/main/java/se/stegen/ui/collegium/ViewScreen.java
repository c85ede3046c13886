package se.stegen.ui.collegium;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.stegen.collegium.CollegiumForm;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.RecordScreen;

/** The short form before a collegium, however one was let in: all doctors in one list, saved as it is answered. */
abstract class ViewScreen extends RecordScreen {
    static final String DONE = "collegium-views-done";

    private static final long serialVersionUID = 1L;

    /** What is asked; refused with {@code LINK_INVALID} where it is over. */
    abstract CollegiumForm form();

    /** Keeps what is said of one doctor; gives when, UTC. */
    abstract LocalDateTime keep(long programmeId, Map<String, String> levels, String comment);

    /** Says that it is done. */
    abstract void done();

    /** Key of the texts: {@code collegium.view} or {@code collegium.own}. */
    abstract String texts();

    /** Whether each card names its doctor. */
    boolean named() {
        return true;
    }

    final void show() {
        draft(null);
        CollegiumForm asked;
        try {
            asked = form();
        } catch (Problem refused) {
            if (refused.code() == ProblemCode.TOO_MANY_ATTEMPTS) {
                say(t("link.many.title"), refused.text(getLocale()));
            } else if (refused.code() == ProblemCode.LINK_INVALID || refused.code() == ProblemCode.OWN_RECORD) {
                say(t("collegium.view.over.title"), t("collegium.view.over"));
            } else {
                throw refused;
            }
            return;
        }
        if (!asked.open()) {
            say(t("collegium.view.over.title"), t("collegium.view.over"));
        } else if (asked.doctors().isEmpty()) {
            say(t("collegium.view.nobody.title"), t("collegium.view.nobody"));
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

    private void ask(CollegiumForm asked) {
        begin(t(texts() + ".title")).line(t(texts() + ".line", asked.clinicName(), day(asked.date())));
        Div help = Html.div("notice", new Paragraph(t(asked.done() ? texts() + ".done.before" : texts() + ".help")));
        Paragraph keys = new Paragraph(t("collegium.view.keys"));
        keys.addClassName("by-keys");
        help.add(keys);
        add(help);
        List<ViewCard> cards = asked.doctors().stream()
                .map(view -> new ViewCard(view, asked.competences(), named(), getLocale()))
                .toList();
        AutoSave saving = new AutoSave(savedAt(), problem(), () -> save(cards), this::show);
        cards.forEach(card -> {
            card.watch(saving);
            add(card);
        });
        draft(saving);
        actions(true, primary(DONE, t(texts() + ".done"), this::finish));
    }

    private LocalDateTime save(List<ViewCard> cards) {
        LocalDateTime at = null;
        for (ViewCard card : cards) {
            if (card.isChanged()) {
                at = keep(card.programmeId(), card.levels(), card.comment());
                card.saved();
            }
        }
        return Objects.requireNonNullElseGet(at, () -> LocalDateTime.now(ZoneOffset.UTC));
    }

    private void finish() {
        if (saved() && attempt(this::done)) {
            draft(null);
            say(t(texts() + ".thanks.title"), t(texts() + ".thanks"));
            top();
        }
    }
}
