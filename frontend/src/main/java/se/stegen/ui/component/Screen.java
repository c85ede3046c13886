package se.stegen.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;

/** A screen: one main landmark with a title, what went wrong below it, and its content. */
public abstract class Screen extends Main implements HasDynamicTitle {
    /** Id of the main landmark, where the skip link leads. */
    public static final String ID = "content";

    private static final long serialVersionUID = 1L;

    private final ProblemNotice problem = new ProblemNotice();
    private String title = "";

    /** An empty screen. */
    protected Screen() {
        setId(ID);
        addClassName("screen");
        getElement().setAttribute("tabindex", "-1");
    }

    @Override
    public String getPageTitle() {
        return title.isEmpty() ? "STegen" : title + " – STegen";
    }

    /** Empties the screen and begins it with a title; what has been said of a problem goes, too. */
    protected final PageHead begin(String newTitle) {
        removeAll();
        title = newTitle;
        problem.clear();
        PageHead head = new PageHead(newTitle);
        add(head, problem);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        return head;
    }

    /** After a step the screen is read from its top: title and state in view, the keyboard's focus on the title. */
    protected final void top() {
        Component above = getParent().orElse(null);
        while (above != null && !(above instanceof Frame)) {
            above = above.getParent().orElse(null);
        }
        if (above instanceof Frame frame) {
            frame.refresh();
        }
        // A dialog that closes gives the focus back to a button that may be gone: the title takes it afterwards, too.
        getElement()
                .executeJs("const up = () => { scrollTo(0, 0); this.scrollIntoView({block: 'start'});"
                        + " this.querySelector('h1')?.focus({preventScroll: true}); };"
                        + " up(); setTimeout(up, 250);");
    }

    /** Goes to another screen and begins it at its top, with the keyboard's focus on its title. */
    protected final void goTo(String path) {
        getUI().ifPresent(ui -> {
            ui.navigate(path);
            ui.getPage()
                    .executeJs(
                            "setTimeout(() => { scrollTo(0, 0); const screen = document.getElementById($0);"
                                    + " screen?.scrollIntoView({block: 'start'});"
                                    + " screen?.querySelector('h1')?.focus({preventScroll: true}); });",
                            ID);
        });
    }

    /**
     * After the screen has been shown anew: the focus goes to the component of this id, or to the title where there is none
     * any more. Later than that of a dialog that closes and gives it back to a button that is gone.
     */
    protected final void focusLater(String id) {
        getElement().executeJs("""
                        const before = document.activeElement;
                        setTimeout(() => {
                            const now = document.activeElement;
                            // Whoever has begun to write in the meantime goes on writing.
                            if (now === before || !this.contains(now) || !now.matches('input, textarea')) {
                                (document.getElementById($0) ?? this.querySelector('h1'))?.focus();
                            }
                        }, 250);""", id);
    }

    /** After a change within a list the keyboard's focus is on what was changed, even where a dialog has just closed. */
    protected static void focusSoon(Component component) {
        component.getElement().executeJs("this.focus(); setTimeout(() => this.focus(), 250);");
    }

    /** Does something that may be refused; a refusal is shown at the top of the screen and nothing else happens. */
    protected final boolean attempt(Runnable action) {
        try {
            action.run();
            problem.clear();
            return true;
        } catch (Problem refused) {
            problem.show(refused);
            return false;
        }
    }

    /** Where refusals are shown. */
    protected final ProblemNotice problem() {
        return problem;
    }

    /** A text in the reader's language. */
    protected final String t(String key, Object... arguments) {
        return getTranslation(key, arguments);
    }

    /** A day in the reader's language. */
    protected final String day(LocalDate day) {
        return Dates.day(day, getLocale());
    }

    /** A moment in the reader's language. */
    protected final String moment(LocalDateTime utc) {
        return Dates.moment(utc, getLocale());
    }

    /** Says that a list is longer than what is shown; nothing where it is not. */
    protected final Optional<Paragraph> latest(ListPage<?> list) {
        if (list.total() <= list.items().size()) {
            return Optional.empty();
        }
        Paragraph words = new Paragraph(t("list.latest", list.items().size(), list.total()));
        words.addClassName("hint");
        return Optional.of(words);
    }

    /** A card with a heading. */
    protected static Div card(String heading, Component... parts) {
        Div card = Html.div("card", Html.text("h2", heading));
        card.add(parts);
        return card;
    }
}
