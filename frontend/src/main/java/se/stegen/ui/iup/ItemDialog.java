package se.stegen.ui.iup;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.curriculum.Goal;
import se.stegen.iup.IupItem;
import se.stegen.iup.IupItemData;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.Conflict;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.SavedAt;

/** One planned activity, edited where it stands: saved as it is written, a new one from the moment that it has a title. */
final class ItemDialog extends Dialog {
    static final String ID = "item-dialog";
    static final String DONE = "item-done";
    static final String REMOVE = "item-remove";

    private static final long serialVersionUID = 1L;

    /** What the dialog does; each throws a {@link Problem} where it is refused. */
    interface Work {
        /** Saves the activity; a null one is new. */
        IupItem save(@Nullable IupItem before, IupItemData data);

        /** The activity as it stands in the plan now. */
        IupItem latest(long itemId);

        /** Takes it away. */
        void remove(IupItem item);
    }

    private final SavedAt savedAt = new SavedAt();
    private final ProblemNotice problem = new ProblemNotice();
    private final ItemForm form;
    private final AutoSave saving;
    private final transient Work work;
    private final transient Supplier<LocalDateTime> now;
    private transient @Nullable IupItem item;

    /**
     * The dialog.
     *
     * @param given an activity of the plan; null is a new one
     * @param data what stands in the fields at first
     * @param origin what the activity comes from, above its fields; null where it was written here
     * @param closed called with the activity, if there is one, once the dialog is closed
     */
    @SuppressWarnings("this-escape")
    ItemDialog(
            List<Goal> goals,
            @Nullable IupItem given,
            IupItemData data,
            boolean mayEdit,
            @Nullable Component origin,
            Work work,
            Supplier<LocalDateTime> now,
            java.util.function.Consumer<@Nullable IupItem> closed) {
        this.work = work;
        this.now = now;
        this.item = given;
        form = new ItemForm(goals);
        saving = new AutoSave(savedAt, problem, this::save, this::stale);
        setId(ID);
        problem.setId("item-problem");
        savedAt.setId("item-saved");
        setHeaderTitle(getTranslation(given == null ? "iup.item.new" : mayEdit ? "iup.item.edit" : "iup.item.read"));
        setWidth("min(620px, 100%)");
        add(problem);
        if (origin != null) {
            add(origin);
        }
        add(form);
        saving.quietly(() -> form.fill(data));
        if (mayEdit) {
            saving.when(form::hasTitle);
            form.watch(saving, problem);
            if (given != null && given.placementId() == null) {
                Button remove = new Button(getTranslation("iup.item.remove"), click -> removeItem());
                remove.setId(REMOVE);
                remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
                getFooter().add(remove);
            }
            getFooter().add(savedAt);
        } else {
            form.readOnly();
        }
        Button done = new Button(getTranslation("iup.item.done"), click -> leave());
        done.setId(DONE);
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
        addDialogCloseActionListener(close -> leave());
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                form.focusTitle();
            } else {
                closed.accept(item);
            }
        });
    }

    private LocalDateTime save() {
        item = work.save(item, form.data(item == null ? null : item.id()));
        return now.get();
    }

    /** Somebody else changed this activity: both are shown, and what is chosen is saved. */
    private void stale() {
        IupItem base = item;
        if (base == null) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        IupItem theirs = work.latest(base.id());
        Runnable goOn = () -> {
            item = theirs;
            saving.goOn();
        };
        List<Conflict.Difference> differences = form.differences(base, theirs);
        if (differences.isEmpty()) {
            goOn.run();
        } else {
            new Conflict(differences, goOn, saving::later).open();
        }
    }

    private void removeItem() {
        IupItem gone = item;
        if (gone == null) {
            close();
            return;
        }
        try {
            work.remove(gone);
            item = null;
            close();
        } catch (Problem refused) {
            problem.show(refused);
        }
    }

    /** Nothing typed is lost in silence: what is refused is told, and one is asked. */
    private void leave() {
        if (saving.flush() && !saving.isChanged()) {
            close();
        } else {
            new Confirm(
                            getTranslation("leave.title"),
                            getTranslation("leave.text"),
                            getTranslation("leave.verb"),
                            this::close)
                    .open();
        }
    }
}
