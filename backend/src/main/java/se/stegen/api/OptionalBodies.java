package se.stegen.api;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.bind.ArgumentBinder;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.bind.RequestBinderRegistry;
import io.micronaut.http.bind.binders.RequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A body that may be left out may be left out: the server would read the nothing as broken JSON. */
@Singleton
final class OptionalBodies implements BeanCreatedEventListener<RequestBinderRegistry> {
    @Override
    public RequestBinderRegistry onCreated(BeanCreatedEvent<RequestBinderRegistry> event) {
        RequestBinderRegistry servers = event.getBean();
        return new RequestBinderRegistry() {
            @Override
            public <T> Optional<ArgumentBinder<T, HttpRequest<?>>> findArgumentBinder(Argument<T> argument) {
                Optional<ArgumentBinder<T, HttpRequest<?>>> binder = servers.findArgumentBinder(argument);
                AnnotationMetadata metadata = argument.getAnnotationMetadata();
                return argument.isNullable() && metadata.hasAnnotation(Body.class)
                        ? binder.map(OptionalBodies::orNothing)
                        : binder;
            }
        };
    }

    private static <T> RequestArgumentBinder<T> orNothing(ArgumentBinder<T, HttpRequest<?>> binder) {
        return (ArgumentConversionContext<T> context, HttpRequest<?> request) ->
                isEmpty(request) ? ArgumentBinder.BindingResult.empty() : binder.bind(context, request);
    }

    private static boolean isEmpty(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        return headers.contentLength().orElse(0) == 0 && !headers.contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
