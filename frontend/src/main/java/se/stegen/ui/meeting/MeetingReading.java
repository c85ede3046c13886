package se.stegen.ui.meeting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import se.stegen.common.Messages;
import se.stegen.meeting.Addition;
import se.stegen.meeting.Agreement;
import se.stegen.meeting.Meeting;
import se.stegen.meeting.MeetingChange;
import se.stegen.meeting.MeetingState;
import se.stegen.meeting.Preparation;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;

/** A talk to read: what became of its plan, what was said, agreed and added, and how it was prepared. */
final class MeetingReading {
    private final Meeting meeting;
    private final Locale locale;

    MeetingReading(Meeting meeting, Locale locale) {
        this.meeting = meeting;
        this.locale = locale;
    }

    /** When and why it was moved, cancelled or voided. */
    List<Div> changes() {
        String gone = meeting.state() == MeetingState.VOIDED ? "meeting.voided" : "meeting.cancelled";
        List<Div> notices = new ArrayList<>();
        for (MeetingChange change : meeting.changes()) {
            LocalDate moved = change.movedTo();
            String text = moved == null
                    ? t(gone, change.changedByName(), Dates.moment(change.changedAt(), locale))
                    : t("meeting.moved", day(change.wasOn()), day(moved), change.changedByName());
            notices.add(
                    Html.div(moved == null ? "notice warn" : "notice", new Paragraph(text), prose(change.reason())));
        }
        return notices;
    }

    /** What was said, agreed and added. */
    List<Div> held() {
        List<Div> cards = new ArrayList<>();
        String summary = Objects.requireNonNullElse(meeting.summary(), "");
        cards.add(card(t("meeting.summary")));
        cards.getLast().add(prose(summary.isEmpty() ? t("meeting.summary.none") : summary));
        if (!meeting.agreements().isEmpty()) {
            var list = Html.tag("ul");
            list.addClassName("rows");
            for (Agreement one : meeting.agreements()) {
                LocalDate due = one.due();
                list.add(Html.tag(
                        "li",
                        new Span(one.text()),
                        Html.text("small", due == null ? "" : " " + t("meeting.agreement.until", day(due)))));
            }
            Div agreed = card(t("meeting.agreements"));
            agreed.add(list);
            cards.add(agreed);
        }
        for (Addition one : meeting.additions()) {
            Div added = card(t("meeting.addition", one.addedByName(), Dates.moment(one.addedAt(), locale)));
            added.add(prose(one.text()));
            cards.add(added);
        }
        return cards;
    }

    /** What the others have shared, and the reader's own where it is not written in any more. */
    List<Div> preparations(long readerId) {
        List<Div> cards = new ArrayList<>();
        for (Preparation one : meeting.preparations()) {
            if (one.personId() == readerId && meeting.mayPrepare()) {
                continue;
            }
            Div card = card(t("meeting.prepared.by", one.personName()));
            for (int i = 0; i < meeting.questions().size(); i++) {
                String answer = i < one.answers().size() ? one.answers().get(i) : "";
                card.add(
                        Html.text("h3", meeting.questions().get(i).text(locale)),
                        prose(answer.isEmpty() ? "–" : answer));
            }
            cards.add(card);
        }
        return cards;
    }

    private static Div card(String heading) {
        return Html.div("card", Html.text("h2", heading));
    }

    private static Paragraph prose(String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("prose");
        return words;
    }

    private String day(LocalDate date) {
        return Dates.day(date, locale);
    }

    private String t(String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
