package se.stegen.ui.bridge;

import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import io.micronaut.context.BeanContext;
import java.util.regex.Pattern;

/** Vaadin's servlet, whose views come from Micronaut's bean context. */
final class MicronautVaadinServlet extends VaadinServlet {
    private static final long serialVersionUID = 1L;

    private final transient BeanContext beans;

    MicronautVaadinServlet(BeanContext beans) {
        this.beans = beans;
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        VaadinServletService service = new MicronautVaadinServletService(this, configuration, beans);
        service.init();
        return service;
    }

    @Override
    protected StaticFileHandler createStaticFileHandler(VaadinService service) {
        return new LongCachedFiles(service);
    }

    /** A file whose path says its version never changes: browsers may keep it for a year. */
    private static final class LongCachedFiles extends StaticFileServer {
        private static final long serialVersionUID = 1L;
        private static final int YEAR = 365 * 24 * 60 * 60;
        private static final Pattern VERSIONED = Pattern.compile(".*/v?\\d+\\.\\d+[^/]*/.*");

        LongCachedFiles(VaadinService service) {
            super(service);
        }

        @Override
        protected int getCacheTime(String path) {
            return VERSIONED.matcher(path).matches() ? YEAR : super.getCacheTime(path);
        }
    }
}
