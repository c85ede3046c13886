package se.stegen.ui.bridge;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;

/** Where the browser reaches the program; a trusted proxy's headers have been put in place before. */
public final class BaseAddress {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private BaseAddress() {}

    /** Scheme, host and port of the present request, e.g. {@code https://st.example.se}; empty outside of one. */
    public static String of() {
        if (!(VaadinRequest.getCurrent() instanceof VaadinServletRequest request)) {
            return "";
        }
        HttpServletRequest http = request.getHttpServletRequest();
        boolean usual = http.getServerPort() == (http.isSecure() ? HTTPS : HTTP);
        return http.getScheme() + "://" + http.getServerName() + (usual ? "" : ":" + http.getServerPort());
    }

    /** The network address of whoever asks; empty outside of a request. */
    public static String ofCaller() {
        VaadinRequest request = VaadinRequest.getCurrent();
        return request == null ? "" : request.getRemoteAddr();
    }
}
