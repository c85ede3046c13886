package se.stegen.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import se.stegen.common.Today;
import se.stegen.review.Register;
import se.stegen.review.RegisterService;
import se.stegen.spur.Area;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** The register: which clinic was reviewed when, which is due, and how the grades are in the mean. */
@Route(Paths.REVIEW_REGISTER)
@Prototype
@PermitAll
class RegisterView extends Screen implements BeforeEnterObserver {
    static final String YEAR = "register-year";
    static final String SHOW = "register-show";
    static final String SUMMARY = "register-summary";

    private static final long serialVersionUID = 1L;
    private static final int YEARS = 10;

    private final transient RegisterService register;
    private final transient CurrentActor current;
    private final transient Today today;
    private final Div table = new Div();

    RegisterView(RegisterService register, CurrentActor current, Today today) {
        this.register = register;
        this.current = current;
        this.today = today;
    }

    /** Which clinics are shown. */
    private enum Filter {
        ALL,
        OVERDUE,
        ACTIONS
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(today.date().getYear());
    }

    private void show(int year) {
        Register found = register.mine(current.get(), year);
        Span summary = new Span(t("register.summary", found.made(), Integer.toString(year), found.overdue()));
        summary.setId(SUMMARY);
        Select<Integer> years = new Select<>();
        years.setId(YEAR);
        years.setLabel(t("register.year"));
        int last = today.date().getYear();
        years.setItems(IntStream.rangeClosed(0, YEARS).mapToObj(n -> last - n).toList());
        years.setValue(year);
        Select<Filter> filter = new Select<>();
        filter.setId(SHOW);
        filter.setLabel(t("register.show"));
        filter.setItems(Filter.values());
        filter.setItemLabelGenerator(one -> t("register.show." + one));
        filter.setValue(Filter.ALL);
        begin(t("review.register")).line(summary).actions(years, filter);
        years.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                show(change.getValue());
                focusLater(YEAR);
            }
        });
        filter.addValueChangeListener(change -> rows(found, change.getValue()));
        rows(found, Filter.ALL);
        Div card = Html.div("card", Html.text("h2", t("register.clinics")), table);
        add(card);
        if (!found.means().isEmpty()) {
            add(means(found));
        }
    }

    private void rows(Register found, Filter filter) {
        Sheet sheet = new Sheet(
                t("register.clinics"),
                List.of(
                        t("register.clinic"),
                        t("register.external"),
                        t("register.next"),
                        t("register.internal"),
                        t("action.list")));
        List<Register.Line> shown = found.lines().stream()
                .filter(line -> switch (filter) {
                    case ALL -> true;
                    case OVERDUE -> line.externalOverdue() || line.internalOverdue();
                    case ACTIONS -> line.open() > 0;
                })
                .toList();
        for (Register.Line line : shown) {
            sheet.row(
                    Html.link(Paths.of(Paths.REVIEWS, line.clinicId()), line.clinicName()),
                    text(line.external()),
                    due(line.externalDue(), line.externalOverdue()),
                    due(line.internal(), line.internalOverdue()),
                    new Span(line.open() == 0 ? "–" : t("action.count", line.open(), line.overdue())));
        }
        table.removeAll();
        table.add(shown.isEmpty() ? new EmptyState(t("register.none")) : sheet);
    }

    private Span text(@Nullable LocalDate day) {
        return new Span(day == null ? "–" : day(day));
    }

    private Component due(@Nullable LocalDate due, boolean late) {
        if (!late) {
            return text(due);
        }
        Span tag = new Span(Html.sign("!"), new Span(due == null ? t("register.never") : t("register.late", day(due))));
        tag.addClassNames("tag", "bad", "wrap");
        return tag;
    }

    /** Means with the sample's deviation, area by area. */
    private Div means(Register found) {
        Div card = card(t("register.means"));
        card.add(Html.text("p", t("register.means.help")));
        List<String> columns = new ArrayList<>(List.of(t("register.group")));
        for (Area area : Area.values()) {
            columns.add(area.name());
        }
        Sheet sheet = new Sheet(t("register.means"), columns);
        for (Register.Mean mean : found.means()) {
            List<Component> cells = new ArrayList<>();
            cells.add(new Span(
                    t("register.units", mean.group().isEmpty() ? t("register.all") : mean.group(), mean.units())));
            for (Area area : Area.values()) {
                BigDecimal value = mean.means().get(area);
                BigDecimal deviation = mean.deviations().get(area);
                cells.add(new Span(
                        value == null
                                ? "–"
                                : decimal(value) + (deviation == null ? "" : " (" + decimal(deviation) + ")")));
            }
            sheet.row(cells.toArray(Component[]::new));
        }
        card.add(sheet);
        return card;
    }

    private String decimal(BigDecimal value) {
        Locale locale = getLocale();
        return String.format(locale, "%.1f", value);
    }
}
