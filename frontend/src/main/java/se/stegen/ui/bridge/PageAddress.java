package se.stegen.ui.bridge;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;

/** The address at which the browser of the present request reaches the program. */
public final class PageAddress {
    private PageAddress() {}

    /** Scheme, host and port without a path, e.g. {@code https://stegen.example.se}. */
    public static String origin() {
        HttpServletRequest request = ((VaadinServletRequest) VaadinRequest.getCurrent()).getHttpServletRequest();
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }
}
