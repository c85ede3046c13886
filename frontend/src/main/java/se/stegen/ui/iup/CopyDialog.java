package se.stegen.ui.iup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import se.stegen.common.Problem;
import se.stegen.generalprogramme.ProposedItem;
import se.stegen.iup.IupItemData;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;

/** The clinic's general programme on the doctor's own days: what is ticked is added to the plan. */
final class CopyDialog extends Dialog {
    static final String COPY = "iup-copy-add";

    private static final long serialVersionUID = 1L;

    private final CheckboxGroup<ProposedItem> items = new CheckboxGroup<>();
    private final ProblemNotice problem = new ProblemNotice();

    CopyDialog(List<ProposedItem> proposed, Consumer<List<IupItemData>> add) {
        setHeaderTitle(getTranslation("iup.copy.title"));
        setWidth("min(720px, 100%)");
        problem.setId("iup-copy-problem");
        items.addClassName("stacked");
        items.setLabel(getTranslation("iup.copy.items"));
        items.setItems(proposed);
        items.setItemLabelGenerator(this::words);
        items.select(proposed);
        Checkbox all = new Checkbox(getTranslation("iup.copy.all"), true);
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                items.deselectAll();
                if (Boolean.TRUE.equals(change.getValue())) {
                    items.select(proposed);
                }
            }
        });
        List<String> missing = proposed.stream()
                .flatMap(one -> one.missingGoals().stream())
                .distinct()
                .toList();
        add(problem, new Paragraph(getTranslation("iup.copy.text")));
        if (!missing.isEmpty()) {
            add(Html.div("notice warn", new Paragraph(getTranslation("iup.copy.missing", String.join(", ", missing)))));
        }
        add(all, items);
        Button copy = new Button(getTranslation("iup.copy.add"), click -> {
            try {
                add.accept(proposed.stream()
                        .filter(items.getValue()::contains)
                        .map(CopyDialog::data)
                        .toList());
                close();
            } catch (Problem refused) {
                problem.show(refused);
            } finally {
                click.getSource().setEnabled(true);
            }
        });
        copy.setId(COPY);
        copy.setDisableOnClick(true);
        copy.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        items.addValueChangeListener(
                change -> copy.setEnabled(!change.getValue().isEmpty()));
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), copy);
    }

    private static IupItemData data(ProposedItem one) {
        return new IupItemData(
                null,
                one.kind().name(),
                one.title(),
                one.from(),
                one.to(),
                one.goalCodes(),
                one.assessmentMethod(),
                null,
                null);
    }

    private String words(ProposedItem one) {
        return one.title() + " · " + getTranslation("iup.kind." + one.kind()) + " · "
                + Dates.day(one.from(), getLocale()) + "–" + Dates.day(one.to(), getLocale())
                + one.goalCodes().stream().collect(Collectors.joining(", ", " · ", ""));
    }
}
