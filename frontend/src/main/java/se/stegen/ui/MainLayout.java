package se.stegen.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.stegen.access.Actor;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Frame;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;

/** The frame around the screens of somebody who is signed in: the way to everything that person may open. */
@Prototype
@Layout
@AnonymousAllowed
public class MainLayout extends AppLayout implements AfterNavigationObserver, Frame {
    /** Id of the link that signs out. */
    public static final String SIGN_OUT = "sign-out";
    /** Id of the button that opens the menu on a phone. */
    public static final String MENU = "menu";

    private static final long serialVersionUID = 1L;

    /** Who only goes from screen to screen sees a number no older than this; after a step it is counted anew. */
    private static final Duration COUNTED = Duration.ofSeconds(10);

    private static final Set<NavigationTrigger> LINKS =
            EnumSet.of(NavigationTrigger.ROUTER_LINK, NavigationTrigger.CLIENT_SIDE, NavigationTrigger.HISTORY);

    private final transient CurrentActor current;
    private final transient NavigationItems items;
    private final Nav nav = new Nav();
    private final HtmlContainer waits = Html.tag("b");
    private final Map<String, Anchor> links = new LinkedHashMap<>();
    private Instant counted = Instant.MIN;

    MainLayout(CurrentActor current, NavigationItems items) {
        this.current = current;
        this.items = items;
        setPrimarySection(Section.DRAWER);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setId(MENU);
        toggle.setAriaLabel(getTranslation("nav.menu"));
        HtmlContainer bar = Html.tag("header", toggle, logo());
        bar.addClassName("navbar");
        addToNavbar(bar);
        nav.setAriaLabel(getTranslation("nav.label"));
        nav.add(skipLink(), logo());
        addToDrawer(Html.div("drawer", nav));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Optional<Actor> actor = current.find();
        String path = event.getLocation().getPath();
        boolean byLink =
                !path.isEmpty() && LINKS.contains(event.getLocationChangeEvent().getTrigger());
        actor.ifPresent(reader -> fill(reader, byLink));
        String here = items.closest(path, links.keySet());
        links.forEach((to, link) -> {
            if (to.equals(here)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        // After a link in the old screen the focus would be nowhere: it goes to the new title.
        getElement()
                .executeJs("setTimeout(() => { const a = document.activeElement;"
                        + " if (!a || a === document.body) document.querySelector('main h1')?.focus({preventScroll: true});"
                        + " }, 50); if (window.innerWidth < 1024) this.drawerOpened = false;");
    }

    /** The menu is made once per page; how much waits is counted at home, after each step, and now and then between. */
    private void fill(Actor actor, boolean byLink) {
        if (links.isEmpty()) {
            items.of(actor).forEach(item -> {
                Anchor link = Html.link(item.path(), "");
                link.add(new Span(item.text(getLocale())));
                link.setId(item.id());
                links.put(item.path(), link);
                nav.add(link);
            });
            nav.add(foot(actor));
        }
        if (!byLink || counted.plus(COUNTED).isBefore(Instant.now())) {
            count(actor);
        }
    }

    @Override
    public void refresh() {
        current.find().ifPresent(this::count);
    }

    private void count(Actor actor) {
        Anchor home = links.get(Paths.HOME);
        counted = Instant.now();
        int waiting = items.waiting(actor);
        waits.setText(Integer.toString(waiting));
        waits.setVisible(waiting > 0);
        if (home != null) {
            home.add(waits);
        }
    }

    private Div foot(Actor actor) {
        Anchor settings = Html.link(Paths.SETTINGS, getTranslation("nav.settings"));
        settings.setId("nav-settings");
        links.put(Paths.SETTINGS, settings);
        HtmlContainer out = Html.text("button", getTranslation("nav.signout"));
        out.setId(SIGN_OUT);
        HtmlContainer leave = Html.tag("form", out);
        leave.getElement().setAttribute("method", "post").setAttribute("action", "/api/sign-out");
        Div who = Html.div("who");
        who.setText(actor.name());
        return Html.div("foot", who, settings, leave);
    }

    private HtmlContainer logo() {
        Span steps = new Span(Html.tag("i"), Html.tag("i"), Html.tag("i"));
        steps.addClassName("steps");
        steps.getElement().setAttribute("aria-hidden", "true");
        Anchor logo = Html.link(Paths.HOME, "");
        logo.add(steps, new Span("STegen"));
        logo.addClassName("logo");
        return logo;
    }

    private Anchor skipLink() {
        Anchor skip = new Anchor("#" + Screen.ID, getTranslation("nav.skip"));
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        skip.getElement()
                .executeJs("this.addEventListener('click', e => { e.preventDefault();" + " document.getElementById('"
                        + Screen.ID + "')?.focus(); })");
        return skip;
    }
}
