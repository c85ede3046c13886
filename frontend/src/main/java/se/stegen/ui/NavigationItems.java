package se.stegen.ui;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Messages;
import se.stegen.guideline.ClinicCompliance;
import se.stegen.guideline.ComplianceService;
import se.stegen.home.HomeService;
import se.stegen.home.TodoItem;
import se.stegen.home.TodoKind;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.component.Paths;

/** What stands in the menu: what the reader may open, and how much waits there. */
@Singleton
class NavigationItems {
    private static final Set<TodoKind> MINE = Set.of(
            TodoKind.SUPERVISION_TO_SIGN,
            TodoKind.ASSESSMENT_TO_SIGN,
            TodoKind.SUPERVISION_RETURNED,
            TodoKind.ASSESSMENT_RETURNED,
            TodoKind.SUPERVISION_DUE);

    private final HomeService home;
    private final ProgrammeService programmes;
    private final ComplianceService compliance;

    NavigationItems(HomeService home, ProgrammeService programmes, ComplianceService compliance) {
        this.home = home;
        this.programmes = programmes;
        this.compliance = compliance;
    }

    /**
     * One way to go.
     *
     * @param key of the text, or the text itself where it is a name
     * @param count how much waits there; 0 shows nothing
     */
    record Item(String id, String path, String key, boolean name, int count) {
        String text(Locale locale) {
            return name ? key : Messages.get(locale, key);
        }
    }

    List<Item> of(Actor actor) {
        List<Item> items = new ArrayList<>();
        items.add(new Item("nav-home", Paths.HOME, "nav.home", false, waiting(home.todo(actor))));
        return items;
    }

    /** The item whose path the reader is at or below; the home page where none is. */
    String closest(String path, Collection<String> paths) {
        return paths.stream()
                .filter(item -> !item.isEmpty() && (path.equals(item) || path.startsWith(item + "/")))
                .max(Comparator.comparingInt(String::length))
                .orElse(path.isEmpty() ? Paths.HOME : "-");
    }

    private static int waiting(List<TodoItem> todo) {
        return (int) todo.stream().filter(item -> MINE.contains(item.kind())).count();
    }
}
