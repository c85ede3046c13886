package se.stegen.api;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import se.stegen.common.Problem;

/** The description of the API, made by the build. */
@OpenAPIDefinition(info = @Info(title = "STegen", version = "v1"))
@Controller("/api/v1/openapi.yml")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
class OpenApiController {
    private final ResourceLoader resources;

    OpenApiController(ResourceLoader resources) {
        this.resources = resources;
    }

    /** OpenAPI 3 as YAML. */
    @Get
    @Produces("application/yaml")
    String description() throws IOException {
        try (InputStream in = resources
                .getResourceAsStream("classpath:META-INF/swagger/openapi.yml")
                .orElseThrow(Problem::notFound)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
