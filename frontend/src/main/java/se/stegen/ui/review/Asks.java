package se.stegen.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.review.Review;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;

/** What areas graded D ask for, with the last day; loud once that has passed. */
final class Asks {
    private Asks() {}

    static List<com.vaadin.flow.component.Component> of(List<Review.Ask> asks, LocalDate today, Locale locale) {
        if (asks.isEmpty()) {
            return List.of();
        }
        boolean late = asks.stream().anyMatch(ask -> ask.due().isBefore(today));
        Div notice = Html.div(late ? "notice bad" : "notice warn");
        notice.setId("review-asks");
        for (Review.Ask ask : asks) {
            String key = ask.plan() ? "review.ask.plan" : "review.ask.follow";
            notice.add(new Paragraph(Messages.get(
                    locale,
                    ask.due().isBefore(today) ? key + ".late" : key,
                    ask.area().name(),
                    Dates.day(ask.due(), locale))));
        }
        return List.of(notice);
    }
}
