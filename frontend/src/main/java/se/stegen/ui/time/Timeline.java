package se.stegen.ui.time;

import static se.stegen.ui.time.Editing.day;
import static se.stegen.ui.time.Editing.t;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import se.stegen.programme.EmploymentRate;
import se.stegen.programme.Leave;
import se.stegen.programme.Post;
import se.stegen.time.ProgrammeTime;
import se.stegen.ui.component.Html;

/** Posts, rates and leaves as bars over the years, with today and the end; the tables below say the same. */
final class Timeline extends Div {
    private static final long serialVersionUID = 1L;
    /** The part of the whole below which there is no room for words. */
    private static final double NARROW = 0.07;

    private final LocalDate first;
    private final LocalDate last;
    private final double days;

    Timeline(ProgrammeTime time, List<Post> posts, List<EmploymentRate> rates, List<Leave> leaves) {
        first = time.start();
        LocalDate end = time.projectedEnd();
        LocalDate until = end == null || end.isBefore(time.nominalEnd()) ? time.nominalEnd() : end;
        last = until.isBefore(time.date()) ? time.date() : until;
        days = ChronoUnit.DAYS.between(first, last) + 1.0;
        addClassName("timeline");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", said(time));
        add(years());
        HtmlContainer postLane = lane(t("time.lane.posts"));
        posts.forEach(post -> bar(postLane, "post", post.startDate(), post.endDate(), post.clinicName()));
        HtmlContainer rateLane = lane(t("time.lane.rates"));
        for (int i = 0; i < rates.size(); i++) {
            EmploymentRate rate = rates.get(i);
            LocalDate to = i + 1 < rates.size() ? rates.get(i + 1).validFrom().minusDays(1) : null;
            bar(rateLane, rate.rate() == 100 ? "rate" : "rate part", rate.validFrom(), to, rate.rate() + " %");
        }
        HtmlContainer leaveLane = lane(t("time.lane.leaves"));
        leaves.forEach(leave -> bar(leaveLane, "leave", leave.from(), leave.to(), leave.extent() + " %"));
        mark("now", time.date());
        if (end != null) {
            mark("end", end);
        }
    }

    private static String said(ProgrammeTime time) {
        LocalDate end = time.projectedEnd();
        return t(
                "time.picture",
                day(time.start()),
                end == null ? t("time.end.none") : t("time.picture.end", day(end)),
                day(time.date()));
    }

    private Div years() {
        Div axis = Html.div("years");
        for (int year = first.getYear() + 1; year <= last.getYear(); year++) {
            LocalDate day = LocalDate.of(year, 1, 1);
            boolean room = ChronoUnit.DAYS.between(day, last) / days > NARROW;
            Span tick = new Span(room ? Integer.toString(year) : "");
            tick.getStyle().set("left", percent(day));
            axis.add(tick);
        }
        return axis;
    }

    private HtmlContainer lane(String name) {
        Div bars = Html.div("bars");
        add(Html.div("lane", Html.text("small", name), bars));
        return bars;
    }

    private void bar(HtmlContainer lane, String kind, LocalDate from, @Nullable LocalDate to, String text) {
        LocalDate start = from.isBefore(first) ? first : from;
        LocalDate end = to == null || to.isAfter(last) ? last : to;
        if (end.isBefore(start)) {
            return;
        }
        double length = ChronoUnit.DAYS.between(start, end) + 1.0;
        Span bar = new Span(length / days > NARROW ? text : "");
        bar.addClassNames(kind.split(" "));
        bar.getStyle().set("left", percent(start)).set("width", share(length));
        lane.add(bar);
    }

    private void mark(String kind, LocalDate on) {
        Div mark = Html.div("mark " + kind);
        mark.getStyle().set("left", percent(on));
        add(mark);
    }

    private String percent(LocalDate on) {
        return share((double) ChronoUnit.DAYS.between(first, on));
    }

    private String share(double part) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * part / days);
    }
}
