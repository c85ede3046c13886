package se.stegen.api;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.exceptions.UnsatisfiedArgumentException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.List;
import se.stegen.common.ProblemCode;

/** Puts the errors that the server makes by itself (unknown path, unreadable body, no token) into the same form. */
@Singleton
@Primary
final class ServerProblems implements ErrorResponseProcessor<ProblemAnswer> {
    @Override
    public MutableHttpResponse<ProblemAnswer> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Throwable cause = context.getRootCause().orElse(null);
        int status = response.code();
        List<String> fields = fields(cause);
        ProblemCode code = code(status, !fields.isEmpty());
        ProblemAnswer answer = ProblemAnswer.of(
                code,
                status,
                fields,
                AcceptLanguage.of(context.getRequest().getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE)),
                "-");
        return response.body(answer).contentType(ProblemHandler.TYPE);
    }

    private static ProblemCode code(int status, boolean field) {
        return switch (status) {
            case 401 -> ProblemCode.NOT_SIGNED_IN;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 413 -> ProblemCode.TOO_LARGE;
            case 406, 415 -> ProblemCode.UNSUPPORTED_TYPE;
            default -> {
                if (status >= 500) {
                    yield ProblemCode.INTERNAL;
                }
                yield field ? ProblemCode.INVALID_FIELD : ProblemCode.UNREADABLE;
            }
        };
    }

    /** The fields that a failure of reading the request is about; none where it is another failure. */
    static List<String> fields(@Nullable Throwable cause) {
        return switch (cause) {
            case ConversionErrorException e -> List.of(e.getArgument().getName());
            case UnsatisfiedArgumentException e -> List.of(e.getArgument().getName());
            case UnsatisfiedRouteException e -> List.of(e.getArgument().getName());
            case ConstraintViolationException e ->
                e.getConstraintViolations().stream()
                        .map(v -> last(v.getPropertyPath()))
                        .toList();
            case null, default -> List.of();
        };
    }

    private static String last(Path path) {
        String name = "";
        for (Path.Node node : path) {
            name = String.valueOf(node.getName());
        }
        return name;
    }
}
