package se.stegen.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.serde.annotation.Serdeable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** Answers in every way that our controllers do. */
@Controller("/api/v1/contract")
class ContractController {
    static final AtomicInteger CALLS = new AtomicInteger();

    /** A body. */
    @Serdeable
    record Thing(@Nullable String name, @Nullable LocalDate day, int number) {}

    @Get("/json")
    Thing json() {
        return new Thing("å", LocalDate.of(2026, 11, 21), 1);
    }

    @Get("/nothing")
    @Status(HttpStatus.NO_CONTENT)
    void nothing() {}

    @Get("/elsewhere")
    HttpResponse<?> elsewhere() {
        return HttpResponse.seeOther(URI.create("/api/v1/contract/json"));
    }

    @Get("/problem/{code}")
    void problem(ProblemCode code) {
        throw Problem.field("name", code, 7);
    }

    @Get("/broken")
    void broken() {
        throw new IllegalStateException("secret inside");
    }

    @Get("/number")
    Thing number(@QueryValue int n) {
        return new Thing(null, null, n);
    }

    @Get("/text")
    @Produces(MediaType.TEXT_PLAIN)
    String text() {
        return "räksmörgås";
    }

    @Get("/bytes")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    byte[] bytes() {
        return new byte[] {0, 1, 2, (byte) 0xFF};
    }

    @Get("/stream")
    StreamedFile stream() {
        return new StreamedFile(
                        new ByteArrayInputStream("ström".getBytes(StandardCharsets.UTF_8)), MediaType.TEXT_PLAIN_TYPE)
                .attach("fil.txt");
    }

    @Post("/echo")
    @Status(HttpStatus.CREATED)
    Thing echo(@Body Thing thing) {
        CALLS.incrementAndGet();
        if ("refuse".equals(thing.name())) {
            throw Problem.field("name", ProblemCode.UNKNOWN_CODE);
        }
        return thing;
    }

    @Post("/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_PLAIN)
    String form(@Body("name") String name) {
        return name;
    }

    @Post("/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_PLAIN)
    String file(@Part("file") CompletedFileUpload file, @Part("title") String title) throws IOException {
        return title + " " + file.getFilename() + " " + file.getBytes().length;
    }
}
