package se.stegen.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** Answers refusals. */
@Singleton
final class ProblemHandler implements ExceptionHandler<Problem, HttpResponse<?>> {
    /** Media type of every error. */
    static final MediaType TYPE = MediaType.of("application/problem+json");

    private static final int SECONDS = 60;

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, Problem problem) {
        ProblemAnswer answer =
                ProblemAnswer.of(problem, AcceptLanguage.of(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE)));
        MutableHttpResponse<ProblemAnswer> response = HttpResponse.<ProblemAnswer>status(
                        problem.code().status(), answer.title())
                .body(answer)
                .contentType(TYPE);
        if (problem.code() == ProblemCode.TOO_MANY_ATTEMPTS
                && !problem.arguments().isEmpty()
                && problem.arguments().getFirst() instanceof Number minutes) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(minutes.longValue() * SECONDS));
        }
        return response;
    }
}
