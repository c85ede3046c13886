package se.stegen.ui.iup;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.stegen.access.Actor;
import se.stegen.history.TransferredKind;
import se.stegen.iup.Iup;
import se.stegen.iup.IupApproval;
import se.stegen.iup.IupApprovalService;
import se.stegen.iup.IupComparison;
import se.stegen.iup.IupItem;
import se.stegen.iup.IupService;
import se.stegen.iup.IupState;
import se.stegen.iup.IupVersion;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;
import se.stegen.ui.history.TransferredCards;

/** The approved versions of a plan, two of them side by side. */
@Route(Paths.IUP_VERSIONS)
@Prototype
@PermitAll
class IupVersionsView extends Screen implements HasUrlParameter<Long> {
    static final String EARLIER = "iup-earlier";
    static final String LATER = "iup-later";

    private static final long serialVersionUID = 1L;

    /** The plan as it is now, among the versions. */
    private static final int NOW = 0;

    private final transient IupService plans;
    private final transient IupApprovalService approvals;
    private final transient TransferredCards transferred;
    private final transient CurrentActor current;
    private final Div comparison = new Div();

    IupVersionsView(
            IupService plans, IupApprovalService approvals, TransferredCards transferred, CurrentActor current) {
        this.plans = plans;
        this.approvals = approvals;
        this.transferred = transferred;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long programmeId) {
        Actor actor = current.get();
        Iup plan = plans.get(actor, programmeId);
        begin(t("iup.versions"))
                .line(new Span(plan.doctorName() + " · "), Html.link(Paths.of(Paths.IUP, programmeId), t("iup.title")));
        transferred.of(programmeId, getLocale(), TransferredKind.IUP_APPROVAL).ifPresent(this::add);
        if (plan.versions().isEmpty()) {
            add(new EmptyState(t("iup.versions.empty")));
            return;
        }
        FactCard card = new FactCard(t("iup.versions"));
        for (IupVersion version : plan.versions()) {
            card.fact(
                    t("iup.version", Integer.toString(version.number())),
                    t(
                            "iup.version.approved",
                            day(version.approvedOn()),
                            version.approvals().stream()
                                    .map(IupApproval::personName)
                                    .distinct()
                                    .collect(Collectors.joining(", "))));
        }
        List<Integer> choices =
                new ArrayList<>(plan.versions().stream().map(IupVersion::number).toList());
        if (plan.state() != IupState.APPROVED) {
            choices.addFirst(NOW);
        }
        Select<Integer> earlier = chooser(EARLIER, "iup.compare.earlier", choices);
        Select<Integer> later = chooser(LATER, "iup.compare.later", choices);
        later.setValue(choices.getFirst());
        earlier.setValue(choices.size() > 1 ? choices.get(1) : choices.getFirst());
        Function<Integer, List<IupItem>> items = number -> number == NOW
                ? plan.items()
                : approvals.version(current.get(), programmeId, number).items();
        Runnable compare = () -> attempt(() -> compare(items.apply(earlier.getValue()), items.apply(later.getValue())));
        earlier.addValueChangeListener(change -> compare.run());
        later.addValueChangeListener(change -> compare.run());
        add(
                card,
                Html.div(
                        "card",
                        Html.text("h2", t("iup.compare.title")),
                        Html.div("fields two", earlier, later),
                        comparison));
        compare.run();
    }

    private Select<Integer> chooser(String id, String label, List<Integer> choices) {
        Select<Integer> chooser = new Select<>();
        chooser.setId(id);
        chooser.setLabel(t(label));
        chooser.setItems(choices);
        chooser.setItemLabelGenerator(
                number -> number == NOW ? t("iup.version.now") : t("iup.version", Integer.toString(number)));
        return chooser;
    }

    private void compare(List<IupItem> before, List<IupItem> after) {
        comparison.removeAll();
        IupComparison compared = IupComparison.of(before, after);
        HtmlContainer summary = Html.text("p", t("iup.compare.changes", Integer.toString(compared.changes())));
        summary.setId("iup-changes");
        Sheet sheet = new Sheet(
                t("iup.compare.title"),
                List.of(t("iup.compare.what"), t("iup.compare.earlier"), t("iup.compare.later")));
        for (IupComparison.Row row : compared.rows()) {
            if (row.change() != IupComparison.Change.SAME) {
                sheet.row(tag(row.change()), words(row.before(), row.after()), words(row.after(), row.before()));
            }
        }
        comparison.add(summary, sheet);
    }

    private Component tag(IupComparison.Change change) {
        Span tag = new Span(
                Html.sign(
                        switch (change) {
                            case ADDED -> "+";
                            case REMOVED -> "−";
                            case CHANGED -> "≠";
                            case SAME -> "=";
                        }),
                new Span(t("iup.change." + change)));
        tag.addClassNames(
                "tag",
                change == IupComparison.Change.ADDED
                        ? "good"
                        : change == IupComparison.Change.REMOVED ? "bad" : "warn");
        return tag;
    }

    /** What a plan says of an activity; what the other says otherwise is set in bold. */
    private Component words(@Nullable IupItem item, @Nullable IupItem other) {
        if (item == null) {
            return new Span("–");
        }
        Div words = new Div();
        words.add(part(item, other, IupItem::title));
        words.add(part(item, other, one -> t("iup.kind." + one.kind())));
        words.add(part(item, other, one -> ItemWords.period(one, getLocale())));
        words.add(part(
                item, other, one -> one.goalCodes().isEmpty() ? t("iup.no.goal") : String.join(", ", one.goalCodes())));
        words.add(part(item, other, IupItem::assessmentMethod));
        words.add(part(item, other, IupItem::leader));
        words.add(part(item, other, IupItem::note));
        return words;
    }

    private static Component part(IupItem item, @Nullable IupItem other, Function<IupItem, String> of) {
        String text = of.apply(item);
        boolean differs = other != null && !text.equals(of.apply(other));
        if (text.isEmpty()) {
            return differs ? Html.text("div", "–") : new Span();
        }
        return Html.tag("div", Html.text(differs ? "mark" : "span", text));
    }
}
