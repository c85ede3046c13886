package se.stegen.ui.bridge;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;

/** The warning before an idle sign-in ends. What it looks like is not the bridge's business. */
public interface IdleWarning {
    /** Shows it; any click on it is activity, which lets the sign-in live on. */
    Component open(UI ui);

    /** Takes it away, since something was done meanwhile. */
    void close(Component warning);
}
