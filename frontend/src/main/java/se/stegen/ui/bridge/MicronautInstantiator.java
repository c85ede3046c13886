package se.stegen.ui.bridge;

import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.micronaut.context.BeanContext;
import java.util.stream.Stream;

/**
 * Makes views, layouts and error views from Micronaut's bean context, so that their constructors are injected. What is no
 * bean is made by Vaadin. View tests without a browser use it, too.
 */
public final class MicronautInstantiator extends DefaultInstantiator {
    private static final long serialVersionUID = 1L;

    private final transient BeanContext beans;
    private final transient I18NProvider texts;

    /** An instantiator for the service, with the beans of the context. */
    public MicronautInstantiator(VaadinService service, BeanContext beans) {
        super(service);
        this.beans = beans;
        // Asked for with every text of a screen.
        this.texts = beans.getBean(I18NProvider.class);
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        return beans.containsBean(type) ? beans.getBean(type) : super.getOrCreate(type);
    }

    @Override
    public Stream<VaadinServiceInitListener> getServiceInitListeners() {
        return Stream.concat(
                super.getServiceInitListeners(), beans.getBeansOfType(VaadinServiceInitListener.class).stream());
    }

    @Override
    public I18NProvider getI18NProvider() {
        return texts;
    }
}
