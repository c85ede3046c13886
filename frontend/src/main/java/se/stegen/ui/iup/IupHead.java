package se.stegen.ui.iup;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import se.stegen.iup.Iup;
import se.stegen.iup.IupApproval;
import se.stegen.iup.IupVersion;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;

/** Above the board: where the plan stands in words, and what can be done with it. */
final class IupHead extends Div {
    static final String FORM = "iup-form";
    static final String STANDING = "iup-standing";

    private static final long serialVersionUID = 1L;

    private final Paragraph standing = new Paragraph();
    private final Div badge = Html.div("");
    private final Div actions = Html.div("actions");
    private final Div notice = Html.div("notice warn");
    private final Button form = new Button();
    private final transient java.util.function.Function<Iup, java.util.List<Component>> steps;
    private boolean list;

    IupHead(java.util.function.Function<Iup, java.util.List<Component>> steps, Consumer<Boolean> toggle) {
        this.steps = steps;
        addClassName("page-head");
        standing.setId(STANDING);
        form.setId(FORM);
        form.addClickListener(click -> {
            list = !list;
            label();
            toggle.accept(list);
        });
        add(Html.div("words", badge, standing, notice), actions);
    }

    void show(Iup plan, boolean asList) {
        list = asList;
        label();
        badge.removeAll();
        badge.add(new IupBadge(plan.state()));
        standing.setText(words(plan));
        String reason = plan.reason();
        notice.removeAll();
        notice.setVisible(reason != null);
        if (reason != null) {
            Paragraph text = new Paragraph(reason);
            text.addClassName("prose");
            notice.add(Html.text("b", getTranslation("iup.returned")), text);
        }
        actions.removeAll();
        actions.add(form);
        steps.apply(plan).forEach(actions::add);
    }

    private void label() {
        form.setText(getTranslation(list ? "iup.as.board" : "iup.as.list"));
    }

    private String words(Iup plan) {
        String latest = plan.latest().map(this::approved).orElse(getTranslation("iup.never.approved"));
        String now = switch (plan.state()) {
            case DRAFT, RETURNED -> getTranslation("iup.draft", Integer.toString(plan.nextNumber()));
            case SENT ->
                getTranslation(
                        "iup.sent",
                        Integer.toString(plan.nextNumber()),
                        plan.approvers().stream()
                                .filter(one -> plan.approvals().stream().noneMatch(given -> given.approver() == one))
                                .map(one -> getTranslation("iup.approver." + one))
                                .collect(Collectors.joining(" " + getTranslation("iup.and") + " ")));
            case APPROVED -> "";
        };
        String given = plan.approvals().isEmpty()
                ? ""
                : getTranslation(
                        "iup.given",
                        plan.approvals().stream().map(IupApproval::personName).collect(Collectors.joining(", ")));
        var deadline = plan.deadline();
        String due = deadline == null || !plan.versions().isEmpty()
                ? ""
                : getTranslation("iup.deadline", Dates.day(deadline, getLocale()));
        return java.util.stream.Stream.of(now, given, latest, due)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String approved(IupVersion version) {
        return getTranslation(
                "iup.approved",
                Integer.toString(version.number()),
                Dates.day(version.approvedOn(), getLocale()),
                version.approvals().stream()
                        .map(IupApproval::personName)
                        .distinct()
                        .collect(Collectors.joining(" " + getTranslation("iup.and") + " ")));
    }
}
