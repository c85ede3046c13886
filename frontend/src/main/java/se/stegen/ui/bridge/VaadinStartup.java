package se.stegen.ui.bridge;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.startup.ErrorNavigationTargetInitializer;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.RouteRegistryInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import io.micronaut.context.BeanContext;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs Vaadin's initializers with the types that Micronaut knows as beans: no class path is scanned. A view is found when
 * it carries {@code @Route} and a Micronaut scope ({@code @Prototype}).
 */
@Singleton
final class VaadinStartup {
    private final BeanContext beans;

    VaadinStartup(BeanContext beans) {
        this.beans = beans;
    }

    void initialize(ServletContext context) throws ServletException {
        new LookupServletContainerInitializer().process(new LinkedHashSet<>(Set.of(LookupInitializer.class)), context);
        Set<Class<?>> routes = annotated(Route.class);
        routes.addAll(annotated(Layout.class));
        new RouteRegistryInitializer().process(routes, context);
        new ErrorNavigationTargetInitializer().process(implementing(HasErrorParameter.class), context);
        new VaadinAppShellInitializer().process(implementing(AppShellConfigurator.class), context);
    }

    private Set<Class<?>> annotated(Class<? extends Annotation> annotation) {
        return beans.getBeanDefinitions(Qualifiers.byStereotype(annotation)).stream()
                .map(BeanDefinition::getBeanType)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<Class<?>> implementing(Class<?> type) {
        return beans.getBeanDefinitions(type).stream()
                .map(BeanDefinition::getBeanType)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
