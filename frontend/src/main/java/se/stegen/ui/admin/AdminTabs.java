package se.stegen.ui.admin;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;

/** The parts of administration. */
final class AdminTabs extends Nav {
    private static final long serialVersionUID = 1L;
    private static final List<String> PLACES = List.of(Paths.ADMIN, Paths.PEOPLE, Paths.PROGRAMMES, Paths.CURRICULA);

    AdminTabs(String here) {
        setAriaLabel(getTranslation("nav.admin"));
        HtmlContainer list = Html.tag("ul");
        list.addClassName("steps-tabs");
        for (String place : PLACES) {
            Anchor link = Html.link(place, getTranslation("admin.tab." + place.substring(place.indexOf('/') + 1)));
            if (place.equals(here)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            list.add(Html.tag("li", link));
        }
        add(list);
    }
}
