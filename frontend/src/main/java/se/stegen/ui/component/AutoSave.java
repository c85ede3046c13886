package se.stegen.ui.component;

import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** Saves a draft a second after typing stops and when a field is left, and says so. */
public final class AutoSave implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAUSE_MILLIS = 1000;

    private final SavedAt savedAt;
    private final ProblemNotice problem;
    private final transient Supplier<LocalDateTime> save;
    private final transient Runnable stale;
    private transient BooleanSupplier ready = () -> true;
    private boolean changed;
    private boolean asking;
    private boolean paused;

    /**
     * A draft that saves itself.
     *
     * @param save saves and gives the time, in UTC; a refusal is shown and the text stays in the fields
     * @param stale called where somebody else saved in the meantime: asks what holds and then calls {@link #goOn} or
     *     {@link #later}; until then nothing is saved
     */
    public AutoSave(SavedAt savedAt, ProblemNotice problem, Supplier<LocalDateTime> save, Runnable stale) {
        this.savedAt = savedAt;
        this.problem = problem;
        this.save = save;
        this.stale = stale;
    }

    /** Saves only once this holds, such as that a new thing has a name; until then what is written counts as changed. */
    public void when(BooleanSupplier holds) {
        ready = holds;
    }

    /** Saves when this field changes. */
    public void watch(HasValue<?, ?> field) {
        if (field instanceof HasValueChangeMode text) {
            text.setValueChangeMode(ValueChangeMode.LAZY);
            text.setValueChangeTimeout(PAUSE_MILLIS);
        }
        if (field instanceof BlurNotifier<?> leaving) {
            // The browser sends what was typed before it tells that the field was left.
            leaving.addBlurListener(left -> flush());
        }
        field.addValueChangeListener(change -> {
            changed = true;
            if (change.isFromClient()) {
                flush();
            }
        });
    }

    /** While the program fills the fields nothing is saved. */
    public void quietly(Runnable filling) {
        paused = true;
        try {
            filling.run();
        } finally {
            paused = false;
            changed = false;
        }
    }

    /** Marks the draft as changed and saves it: for what is no field. */
    public void touch() {
        changed = true;
        flush();
    }

    /** Whether something is on the screen that was not saved. */
    public boolean isChanged() {
        return changed;
    }

    /** What holds has been chosen: it is saved. */
    public void goOn() {
        asking = false;
        touch();
    }

    /** Nothing has been chosen: the next change asks again. */
    public void later() {
        asking = false;
    }

    /** Saves what was changed; false where that was refused. */
    public boolean flush() {
        if (!changed || paused || !ready.getAsBoolean()) {
            return true;
        }
        if (asking) {
            return false;
        }
        try {
            savedAt.saved(save.get());
            problem.clear();
            changed = false;
            return true;
        } catch (Problem refused) {
            if (refused.code() == ProblemCode.STALE_VERSION) {
                return ask();
            }
            refused(refused);
            return false;
        }
    }

    /** Whether the question solved itself: what the other saved stands elsewhere than what was written here. */
    private boolean ask() {
        asking = true;
        problem.clear();
        savedAt.waiting();
        try {
            stale.run();
        } catch (Problem refused) {
            asking = false;
            refused(refused);
        }
        return !changed;
    }

    private void refused(Problem refused) {
        savedAt.failed(refused.text(savedAt.locale()));
        problem.show(refused);
    }
}
