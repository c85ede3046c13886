package se.stegen.ui.bridge;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import se.stegen.feedback.RaterLinkService;

/**
 * Lets nobody past the sign-in page who is not signed in, and leads back to the wanted page afterwards. Screens are open to
 * everybody who is signed in; what they show is decided by the services that they ask.
 */
@Singleton
final class NavigationGuard implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor actor;

    NavigationGuard(CurrentActor actor) {
        this.actor = actor;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> {
            CustomizedSystemMessages messages = new CustomizedSystemMessages();
            messages.setSessionExpiredNotificationEnabled(false);
            // Whoever came by a link comes back to it: what was written is there. Nobody else has a page without
            // sign-in
            // that is worth coming back to.
            messages.setSessionExpiredURL(byLink(info.getRequest()) ? null : "/sign-in?error=NOT_SIGNED_IN");
            return messages;
        });
        event.getSource().addUIInitListener(init -> {
            UI ui = init.getUI();
            actor.find().ifPresent(a -> ui.setLocale(a.locale()));
            // Screen readers choose their voice by it; the page was begun in the browser's language.
            ui.getPage()
                    .executeJs(
                            "document.documentElement.lang = $0", ui.getLocale().toLanguageTag());
            ui.addBeforeEnterListener(this::guard);
        });
    }

    private static boolean byLink(@Nullable VaadinRequest request) {
        String location = request == null ? null : request.getParameter("location");
        return location != null && (location.startsWith("assess/") || location.startsWith(RaterLinkService.PATH + "/"));
    }

    private void guard(BeforeEnterEvent event) {
        if (!actor.isPresent() && !event.getNavigationTarget().isAnnotationPresent(AnonymousAllowed.class)) {
            String path = event.getLocation().getPathWithQueryParameters();
            event.forwardTo("sign-in", path.isEmpty() ? QueryParameters.empty() : QueryParameters.of("to", "/" + path));
        }
    }
}
