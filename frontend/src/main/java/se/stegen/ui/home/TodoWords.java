package se.stegen.ui.home;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.home.TodoItem;
import se.stegen.home.TodoKind;
import se.stegen.ui.component.Dates;

/** The list "Att göra" in words: what, with whom, since when. */
final class TodoWords {
    private final Locale locale;
    private final LocalDate today;

    TodoWords(Locale locale, LocalDate today) {
        this.locale = locale;
        this.today = today;
    }

    String title(TodoItem item) {
        String who = or(item.personName());
        if (item.kind() == TodoKind.NOTICE) {
            return Messages.get(locale, or(item.title()), who);
        }
        if (item.kind() == TodoKind.MEETING_TO_PREPARE || item.kind() == TodoKind.MEETING_TO_CLOSE) {
            String kind = Messages.get(locale, "meeting.kind." + or(item.title()));
            return Messages.get(locale, "todo." + item.kind(), who, kind);
        }
        String form = "en".equals(locale.getLanguage()) ? or(item.titleEn()) : or(item.title());
        return Messages.get(locale, "todo." + item.kind(), who, form);
    }

    String detail(TodoItem item) {
        LocalDate date = item.date();
        String since = Dates.ago(Today.dayOf(item.since()), today, locale);
        if (date == null) {
            return since;
        }
        String day = Dates.day(date, locale);
        return switch (item.kind()) {
            case SUPERVISION_TO_SIGN, SUPERVISION_WAITING -> Messages.get(locale, "todo.detail.held", day, since);
            case ASSESSMENT_TO_CONFIRM -> Messages.get(locale, "todo.detail.signed", day, since);
            case ASSESSMENT_TO_SIGN, ASSESSMENT_WAITING -> Messages.get(locale, "todo.detail.observed", day, since);
            case SUPERVISION_RETURNED, ASSESSMENT_RETURNED, SUPERVISION_DRAFT, ASSESSMENT_DRAFT ->
                Messages.get(locale, "todo.detail.since", day, since);
            case FEEDBACK_TO_ANSWER, SURVEY_TO_ANSWER -> Messages.get(locale, "todo.detail.until", day, since);
            case REVIEW_ACTION, REVIEW_ASKS ->
                Messages.get(locale, date.isBefore(today) ? "todo.detail.late" : "todo.detail.due", day);
            case COLLEGIUM_VIEWS, COLLEGIUM_OWN -> Messages.get(locale, "todo.detail.collegium", day);
            case COLLEGIUM_OUTCOME, COLLEGIUM_TALK -> Messages.get(locale, "todo.detail.collegium.held", day);
            case SUPERVISION_DUE,
                    IUP_TO_APPROVE,
                    IUP_RETURNED,
                    IUP_WAITING,
                    NOTICE,
                    SELF_EVALUATION,
                    MEETING_TO_CLOSE,
                    MEETING_TO_PREPARE,
                    ANNUAL_REPORT_TO_COMMENT,
                    REPORTS_TO_READ,
                    SUPPORT_FOLLOW_UP -> day;
        };
    }

    String verb(TodoItem item) {
        return Messages.get(
                locale,
                switch (item.kind()) {
                    case SUPERVISION_TO_SIGN -> "todo.action.sign";
                    case ASSESSMENT_TO_SIGN -> "todo.action.answer";
                    case SUPERVISION_DUE, FEEDBACK_TO_ANSWER, SURVEY_TO_ANSWER, COLLEGIUM_VIEWS, COLLEGIUM_OWN ->
                        "todo.action.report";
                    case NOTICE -> "todo.action.dismiss";
                    default -> "todo.action.open";
                });
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
