package se.stegen.ui.bridge;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.stegen.access.signin.AccessToken;
import se.stegen.access.signin.Client;
import se.stegen.access.signin.SignInService;
import se.stegen.api.AcceptLanguage;
import se.stegen.api.IdempotentCalls;
import se.stegen.api.ProblemAnswer;
import se.stegen.common.DatabaseOutage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/**
 * Answers a call that carries an {@code Idempotency-Key} once. It works on the servlet's level, where the body of request
 * and answer can be had whole. A JSON body is part of what must be equal; of an upload only its length is.
 */
@Singleton
final class IdempotencyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String HEADER = "Idempotency-Key";
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_KEY = 200;
    private static final int LARGEST_BODY = 2_000_000;
    private static final Pattern ANONYMOUS = Pattern.compile("/api/v1/surveys/[^/]+/answers/?");
    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");

    private final transient SignInService signIn;
    private final transient IdempotentCalls calls;
    private final transient JsonMapper json;

    IdempotencyFilter(SignInService signIn, IdempotentCalls calls, JsonMapper json) {
        this.signIn = signIn;
        this.calls = calls;
        this.json = json;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String key = request.getHeader(HEADER);
        if (key == null || !METHODS.contains(request.getMethod()) || anonymous(request)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            Optional<AccessToken> caller = caller(request.getHeader("Authorization"));
            if (caller.isEmpty()) {
                chain.doFilter(request, response);
                return;
            }
            once(caller.get().personId(), key, request, response, chain);
        } catch (Problem e) {
            refuse(request, response, e);
        } catch (RuntimeException e) {
            if (!DatabaseOutage.is(e)) {
                throw e;
            }
            refuse(request, response, Problem.of(ProblemCode.DATABASE_UNAVAILABLE));
        }
    }

    private Optional<AccessToken> caller(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(BEARER)
                ? signIn.verify(authorization.substring(BEARER.length()), Client.Channel.API, true)
                : Optional.empty();
    }

    private void once(
            long personId, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.field(HEADER, ProblemCode.TOO_LONG, LONGEST_KEY);
        }
        boolean isJson = String.valueOf(request.getContentType()).contains("json");
        byte[] body = isJson ? request.getInputStream().readNBytes(LARGEST_BODY + 1) : new byte[0];
        if (body.length > LARGEST_BODY) {
            throw Problem.of(ProblemCode.TOO_LARGE);
        }
        Optional<IdempotentCalls.Answer> first = calls.begin(personId, key, hash(request, body));
        if (first.isPresent()) {
            answer(response, first.get());
            return;
        }
        CopiedAnswer copy = new CopiedAnswer(response);
        boolean done = false;
        try {
            chain.doFilter(isJson ? new ReadRequest(request, body) : new BlockingRequest(request), copy);
            copy.flushWriter();
            int status = copy.getStatus();
            done = status < 500 && status != 401 && status != 429;
            if (done) {
                String text = copy.text();
                calls.end(personId, key, new IdempotentCalls.Answer(status, text.isEmpty() ? null : text));
            }
        } finally {
            if (!done) {
                calls.forget(personId, key);
            }
        }
        copy.send();
    }

    /**
     * An answer to a survey belongs to nobody, and the little that it says could be found again from a hash of its body or
     * its length. Of it no key is kept; that one answers once is seen to by the survey.
     */
    private static boolean anonymous(HttpServletRequest request) {
        return ANONYMOUS.matcher(request.getRequestURI()).matches();
    }

    private static void answer(HttpServletResponse response, IdempotentCalls.Answer answer) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Idempotent-Replayed", "true");
        String text = answer.body();
        if (text != null) {
            response.setContentType(
                    answer.status() >= 400 ? "application/problem+json" : "application/json;charset=UTF-8");
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.code().status());
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(json.writeValueAsBytes(
                        ProblemAnswer.of(problem, AcceptLanguage.of(request.getHeader("Accept-Language")))));
    }

    private static String hash(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + " "
                    + request.getContentLengthLong();
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer must be whole when the chain comes back. */
    private static class BlockingRequest extends HttpServletRequestWrapper {
        BlockingRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public boolean isAsyncSupported() {
            return false;
        }
    }

    /** A request whose body was read already. */
    private static final class ReadRequest extends BlockingRequest {
        private final byte[] body;

        ReadRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream in = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return in.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return in.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return in.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("read at once");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    /** An answer that is kept until it is whole. */
    private static final class CopiedAnswer extends HttpServletResponseWrapper {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ServletBytes stream = new ServletBytes(bytes);
        private @Nullable PrintWriter writer;

        CopiedAnswer(HttpServletResponse response) {
            super(response);
        }

        @Override
        public jakarta.servlet.ServletOutputStream getOutputStream() {
            return stream;
        }

        @Override
        public PrintWriter getWriter() {
            if (writer == null) {
                writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
            }
            return writer;
        }

        @Override
        public void flushBuffer() {
            flushWriter();
        }

        void flushWriter() {
            if (writer != null) {
                writer.flush();
            }
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        void send() throws IOException {
            getResponse().setContentLength(bytes.size());
            bytes.writeTo(getResponse().getOutputStream());
        }
    }

    private static final class ServletBytes extends jakarta.servlet.ServletOutputStream {
        private final ByteArrayOutputStream bytes;

        ServletBytes(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            bytes.write(source, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(jakarta.servlet.WriteListener listener) {
            throw new UnsupportedOperationException("written at once");
        }
    }
}
