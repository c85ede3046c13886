package se.stegen.ui.bridge;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import io.micronaut.context.BeanContext;

/** Vaadin's service, which asks Micronaut for every object it needs. */
final class MicronautVaadinServletService extends VaadinServletService {
    private static final long serialVersionUID = 1L;

    private final transient BeanContext beans;

    MicronautVaadinServletService(VaadinServlet servlet, DeploymentConfiguration configuration, BeanContext beans) {
        super(servlet, configuration);
        this.beans = beans;
    }

    @Override
    protected Instantiator createInstantiator() {
        return new MicronautInstantiator(this, beans);
    }
}
