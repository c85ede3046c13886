package se.stegen.ui.bridge;

import io.micronaut.context.BeanContext;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.util.Set;

/** Starts Vaadin in the servlet context and maps its servlet to everything that is not under {@code /api}. */
@Singleton
final class VaadinServletInitializer implements ServletContainerInitializer {
    private final BeanContext beans;
    private final VaadinStartup startup;

    VaadinServletInitializer(BeanContext beans, VaadinStartup startup) {
        this.beans = beans;
        this.startup = startup;
    }

    @Override
    public void onStartup(Set<Class<?>> types, ServletContext context) throws ServletException {
        startup.initialize(context);
        ServletRegistration.Dynamic servlet = context.addServlet("vaadin", new MicronautVaadinServlet(beans));
        servlet.addMapping("/*");
        servlet.setAsyncSupported(true);
        servlet.setLoadOnStartup(1);
        servlet.setInitParameter("productionMode", "true");
    }
}
