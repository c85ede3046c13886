package se.stegen.ui.organisation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import se.stegen.common.ReadTogether;
import se.stegen.common.Today;
import se.stegen.guideline.ComplianceFile;
import se.stegen.guideline.ComplianceFormat;
import se.stegen.guideline.GuidelineVersionService;
import se.stegen.guideline.OrganisationCompliance;
import se.stegen.guideline.OrganisationComplianceService;
import se.stegen.guideline.OrganisationComplianceService.Overseen;
import se.stegen.guideline.OrganisationExportService;
import se.stegen.guideline.OrganisationSelection.Show;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;

/**
 * All clinics of an organisation as a heat table. What is chosen lies in the address, so that it can be sent to somebody and
 * the way back leads to it.
 */
@Route(Paths.ORGANISATION)
@Prototype
@PermitAll
class OrganisationView extends Screen implements HasUrlParameter<Long> {
    static final String WHICH = "organisation-which";
    static final String DATE = "organisation-date";
    static final String GROUP = "organisation-group";
    static final String SEARCH = "organisation-search";
    static final String SHOW = "organisation-show";
    static final String SORT = "organisation-sort";
    static final String STATUS = "organisation-status";

    private static final long serialVersionUID = 1L;

    private final transient OrganisationComplianceService compliance;
    private final transient OrganisationExportService exports;
    private final transient ActivityReportCard reports;
    private final transient GuidelineVersionService guidelines;
    private final transient ReadTogether together;
    private final transient CurrentActor current;
    private final transient Today today;
    private final HeatTable heat = new HeatTable();
    private final Span status = new Span();
    /** Each sets a field to what the address says, after a step back for instance. */
    private final transient List<Runnable> follow = new ArrayList<>();

    private final Div more = Html.div("actions");
    private transient @Nullable OrganisationCompliance whole;
    private transient Address address = Address.of(0);

    OrganisationView(
            OrganisationComplianceService compliance,
            OrganisationExportService exports,
            ActivityReportCard reports,
            GuidelineVersionService guidelines,
            ReadTogether together,
            CurrentActor current,
            Today today) {
        this.compliance = compliance;
        this.exports = exports;
        this.reports = reports;
        this.guidelines = guidelines;
        this.together = together;
        this.current = current;
        this.today = today;
        status.setId(STATUS);
        status.getElement().setAttribute("role", "status");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        Address before = address;
        boolean shown = whole != null;
        address = Address.of(id, event.getLocation().getQueryParameters()).until(today.date());
        if (!shown || before.organisationId() != id || !Objects.equals(before.date(), address.date())) {
            together.run(this::build);
            if (shown) {
                focusLater(before.organisationId() == id ? DATE : WHICH);
            }
        } else {
            follow.forEach(Runnable::run);
            rows();
        }
        // A link in the table is made anew with it; a field keeps the focus by itself.
        boolean link = event.getTrigger() == NavigationTrigger.ROUTER_LINK;
        if (shown
                && link
                && !before.selection().order().equals(address.selection().order())) {
            focusLater(HeatTable.sortId(address.selection().sort()));
        } else if (shown && link && before.rows() != address.rows()) {
            focusLater(HeatTable.ID);
        }
    }

    private void build() {
        OrganisationCompliance table = compliance.organisation(current.get(), address.organisationId(), address.date());
        whole = table;
        follow.clear();
        List<Overseen> overseen = compliance.overseen(current.get());
        begin(table.organisationName()).line(status);
        if (table.clinics().isEmpty()) {
            add(which(overseen));
            add(Html.div("card", new EmptyState(t("organisation.empty"))));
            status.setText(t("organisation.clinics", 0));
            add(ways());
            return;
        }
        Div filters = Html.div("filters heat-filters");
        if (overseen.size() > 1) {
            filters.add(which(overseen));
        }
        filters.add(date(table), group(table), show(), sort(table), search());
        Div files = card(t("organisation.files"), Html.div("filters", files()));
        files.addClassName("no-print");
        HtmlContainer why = Html.text("p", t("export.suppressed.why"));
        why.addClassName("muted");
        add(filters, heat, more, why, ways(), files, reports.of(table, getLocale()));
        rows();
    }

    private void rows() {
        OrganisationCompliance table = Objects.requireNonNull(whole);
        OrganisationCompliance chosen = address.selection().of(table, getLocale());
        heat.show(
                chosen,
                address.selection(),
                address.rows(),
                address.date() != null,
                code -> address.sorted(code).path(),
                getLocale());
        int count = chosen.clinics().size();
        status.setText(
                count == table.clinics().size()
                        ? t("organisation.clinics", count)
                        : t("organisation.chosen", count, table.clinics().size()));
        more.removeAll();
        if (count == 0) {
            more.add(new EmptyState(t("organisation.none")));
        }
        if (count > address.rows()) {
            Anchor link = Html.button(
                    address.longer().path(),
                    t("organisation.more", Math.min(Address.STEP, count - address.rows())),
                    false);
            link.setId(HeatTable.MORE);
            more.add(link);
        }
    }

    private Select<Overseen> which(List<Overseen> overseen) {
        Select<Overseen> which = select(WHICH, t("organisation.which"));
        which.setItems(overseen);
        // Two no-break spaces for each step down: a plain list that still shows what lies below what.
        which.setItemLabelGenerator(one -> "\u00a0\u00a0".repeat(one.depth()) + one.name());
        overseen.stream()
                .filter(one -> one.id() == address.organisationId())
                .findFirst()
                .ifPresent(which::setValue);
        which.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(address.at(change.getValue().id()));
            }
        });
        return which;
    }

    private DatePicker date(OrganisationCompliance table) {
        DatePicker date = Dates.field(t("clinic.date"), getLocale());
        date.setId(DATE);
        date.setMax(today.date());
        date.setValue(table.date());
        follow.add(() -> date.setValue(Objects.requireNonNull(whole).date()));
        date.addValueChangeListener(change -> {
            LocalDate day = change.getValue();
            if (change.isFromClient()) {
                attempt(() -> {
                    if (day != null && day.isAfter(today.date())) {
                        compliance.organisation(current.get(), address.organisationId(), day);
                    }
                    go(address.on(today.date().equals(day) ? null : day));
                });
            }
        });
        return date;
    }

    private Select<String> group(OrganisationCompliance table) {
        Select<String> group = select(GROUP, t("organisation.group"));
        List<String> groups = new ArrayList<>(List.of(""));
        table.clinics().stream()
                .map(OrganisationCompliance.Line::group)
                .filter(one -> !one.isEmpty())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .forEach(groups::add);
        group.setItems(groups);
        group.setItemLabelGenerator(one -> one.isEmpty() ? t("organisation.group.all") : one);
        Runnable says = () -> group.setValue(
                groups.contains(address.selection().group())
                        ? address.selection().group()
                        : "");
        says.run();
        follow.add(says);
        group.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(address.group(change.getValue()));
            }
        });
        return group;
    }

    private Select<Show> show() {
        Select<Show> show = select(SHOW, t("organisation.show"));
        show.setItems(Show.values());
        show.setItemLabelGenerator(one -> t("organisation.show." + one));
        Runnable says = () -> show.setValue(address.selection().show());
        says.run();
        follow.add(says);
        show.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(address.show(change.getValue()));
            }
        });
        return show;
    }

    /** What the heads of the columns do, for a phone, where there are none. */
    private Select<String> sort(OrganisationCompliance table) {
        Select<String> sort = select(SORT, t("organisation.sort"));
        sort.setItemLabelGenerator(this::order);
        Runnable says = () -> {
            List<String> orders = new ArrayList<>(List.of("name"));
            table.asked().forEach(code -> orders.add(code.name()));
            if (!orders.contains(address.selection().order())) {
                orders.add(address.selection().order());
            }
            sort.setItems(orders);
            sort.setValue(address.selection().order());
        };
        says.run();
        follow.add(says);
        sort.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(address.order(change.getValue()));
            }
        });
        return sort;
    }

    private String order(String order) {
        String by = order.startsWith("-") ? order.substring(1) : order;
        String text = by.equals("name") ? t("organisation.sort.name") : t("indicator.short." + by);
        return order.equals(by) ? text : t("organisation.sort.down", text);
    }

    private TextField search() {
        TextField search = new TextField(t("organisation.search"));
        search.setId(SEARCH);
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        Runnable says = () -> search.setValue(address.selection().text());
        says.run();
        follow.add(says);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                // Not a step of its own for every few letters: the address follows, the way back does not grow.
                address = address.text(change.getValue());
                UI.getCurrent().getPage().getHistory().replaceState(null, new Location(address.path()));
                rows();
            }
        });
        return search;
    }

    private Component ways() {
        HtmlContainer ways = Html.tag("nav");
        ways.addClassName("ways");
        ways.getElement().setAttribute("aria-label", t("organisation.ways"));
        guidelines.kept(current.get()).stream()
                .filter(owner -> owner.id() == address.organisationId())
                .forEach(owner ->
                        ways.add(Html.link(Paths.of(Paths.GUIDELINE, owner.id()), t("guideline.title", owner.name()))));
        ways.add(Html.link(Paths.REVIEW_REGISTER, t("review.register")));
        return ways;
    }

    private static <T> Select<T> select(String id, String label) {
        Select<T> select = new Select<>();
        select.setId(id);
        select.setLabel(label);
        return select;
    }

    private void go(Address to) {
        UI.getCurrent().navigate(Paths.of(Paths.ORGANISATION, to.organisationId()), to.parameters());
    }

    private Component[] files() {
        List<Component> files = new ArrayList<>();
        Arrays.stream(ComplianceFormat.values()).forEach(format -> {
            Anchor link = new Anchor(
                    DownloadHandler.fromInputStream(event -> {
                        ComplianceFile file = exports.export(
                                current.get(), address.organisationId(), address.date(), address.selection(), format);
                        return new DownloadResponse(
                                new ByteArrayInputStream(file.content()),
                                file.name(),
                                file.contentType(),
                                file.content().length);
                    }),
                    t("outlook.file." + format));
            link.setId("organisation-" + format.ending());
            link.addClassName("button");
            files.add(link);
        });
        Button print = new Button(
                t("organisation.print"), click -> UI.getCurrent().getPage().executeJs("setTimeout(() => print(), 0)"));
        files.add(print);
        return files.toArray(Component[]::new);
    }
}
