package se.stegen.ui.bridge;

import io.micronaut.context.BeanContext;
import jakarta.inject.Singleton;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.Set;

/** Starts Vaadin in the servlet context and maps its servlet to everything that is not under {@code /api}. */
@Singleton
final class VaadinServletInitializer implements ServletContainerInitializer {
    private final BeanContext beans;
    private final VaadinStartup startup;
    private final SignInFilter signIn;
    private final IdempotencyFilter idempotency;

    VaadinServletInitializer(
            BeanContext beans, VaadinStartup startup, SignInFilter signIn, IdempotencyFilter idempotency) {
        this.beans = beans;
        this.startup = startup;
        this.signIn = signIn;
        this.idempotency = idempotency;
    }

    @Override
    public void onStartup(Set<Class<?>> types, ServletContext context) throws ServletException {
        startup.initialize(context);
        ServletRegistration.Dynamic servlet = context.addServlet("vaadin", new MicronautVaadinServlet(beans));
        servlet.addMapping("/*");
        servlet.setAsyncSupported(true);
        servlet.setLoadOnStartup(1);
        servlet.setInitParameter("productionMode", "true");
        FilterRegistration.Dynamic screens = context.addFilter("sign-in", signIn);
        screens.setAsyncSupported(true);
        screens.addMappingForServletNames(EnumSet.of(DispatcherType.REQUEST), false, "vaadin");
        FilterRegistration.Dynamic calls = context.addFilter("idempotency", idempotency);
        calls.setAsyncSupported(true);
        calls.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/api/v1/*");
    }
}
