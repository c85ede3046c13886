package se.stegen.api;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.ErrorExceptionHandler;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.DatabaseContention;
import se.stegen.common.DatabaseOutage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** Answers what nobody else does. The caller gets an id that finds the failure in the log, and nothing of its inside. */
@Singleton
@Replaces(ErrorExceptionHandler.class)
final class FailureHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
        Locale locale = AcceptLanguage.of(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return answer(ProblemAnswer.of(problem, locale));
            }
            List<String> fields = ServerProblems.fields(cause);
            if (!fields.isEmpty()) {
                return answer(ProblemAnswer.of(ProblemCode.INVALID_FIELD, 400, fields, locale));
            }
            if (cause instanceof URISyntaxException) {
                return answer(ProblemAnswer.of(ProblemCode.UNREADABLE, 400, List.of(), locale));
            }
            if (cause instanceof ContentLengthExceededException
                    || cause.getClass().getName().contains("LimitExceeded")) {
                return answer(ProblemAnswer.of(ProblemCode.TOO_LARGE, 413, List.of(), locale));
            }
            if (cause instanceof JsonSyntaxException
                    || cause instanceof SerdeException
                    || cause instanceof CodecException) {
                return answer(ProblemAnswer.of(ProblemCode.UNREADABLE, 400, List.of(), locale));
            }
            if (cause instanceof HttpStatusException status
                    && status.getStatus().getCode() < 500) {
                int code = status.getStatus().getCode();
                return answer(ProblemAnswer.of(
                        code == 404 ? ProblemCode.NOT_FOUND : ProblemCode.UNREADABLE, code, List.of(), locale));
            }
        }
        if (DatabaseContention.is(failure)) {
            LOG.warn(
                    "{} {}: others were at the same rows: {}",
                    request.getMethod(),
                    request.getPath(),
                    failure.toString());
            return answer(ProblemAnswer.of(Problem.of(ProblemCode.SAME_MOMENT), locale));
        }
        String id = UUID.randomUUID().toString().substring(0, 8);
        if (DatabaseOutage.is(failure)) {
            LOG.warn(
                    "{} {} {}: the database does not answer: {}",
                    id,
                    request.getMethod(),
                    request.getPath(),
                    failure.getMessage());
            return answer(ProblemAnswer.of(ProblemCode.DATABASE_UNAVAILABLE, 503, List.of(), locale));
        }
        LOG.error("{} {} {}", id, request.getMethod(), request.getPath(), failure);
        return answer(ProblemAnswer.of(ProblemCode.INTERNAL, 500, List.of(), locale, id));
    }

    private static HttpResponse<?> answer(ProblemAnswer answer) {
        return HttpResponse.status(answer.status(), answer.title()).body(answer).contentType(ProblemHandler.TYPE);
    }
}
