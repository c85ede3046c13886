package se.stegen.ui;

import com.vaadin.flow.server.VaadinRequest;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.home.HomeService;
import se.stegen.home.TodoItem;

/** "Att göra" for the home page and for the number in the menu, which on the way home are drawn by one request. */
@Singleton
public class WaitingTodos {
    private static final String READ = WaitingTodos.class.getName();

    private final HomeService home;

    WaitingTodos(HomeService home) {
        this.home = home;
    }

    private record Read(long personId, List<TodoItem> todo) {}

    /** What waits now; the menu of the same request counts these. */
    public List<TodoItem> read(Actor actor) {
        List<TodoItem> todo = home.todo(actor);
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null) {
            request.setAttribute(READ, new Read(actor.personId(), todo));
        }
        return todo;
    }

    /** What the home page has just read in this request, once; else what waits now. */
    List<TodoItem> justRead(Actor actor) {
        @Nullable VaadinRequest request = VaadinRequest.getCurrent();
        Object before = request == null ? null : request.getAttribute(READ);
        if (request != null
                && before instanceof Read(long personId, List<TodoItem> todo)
                && personId == actor.personId()) {
            request.removeAttribute(READ);
            return todo;
        }
        return home.todo(actor);
    }
}
