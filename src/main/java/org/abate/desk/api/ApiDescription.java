package org.abate.desk.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.abate.casefile.Fault;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the OpenAPI document says of the interface as a whole, and of the refusals that every operation shares. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "Problem";

    /** Whatever is wrong with a worksheet is told as 422, be it no JSON at all. */
    private static final String PENALTIES = "/api/penalties";

    /** A refusal, as the description shows it. */
    @Schema(name = PROBLEM, description = "A refusal in words (RFC 9457)")
    record Problem(
            @Schema(example = "about:blank") String type,
            @Schema(example = "Unprocessable Entity") String title,
            @Schema(example = "422") int status,

            @Schema(example = "Nothing was stored; errors lists what is wrong")
            String detail,

            @Schema(example = "/api/penalties/air") String instance,

            @Schema(description = "Everything that is wrong, by path; empty where nothing in the input is")
            List<Fault> errors) {}

    @Bean
    OpenAPI abateApi() {
        Components components = new Components()
                .addSecuritySchemes(
                        "basic",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecuritySchemes(
                        "session",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("JSESSIONID"));
        return new OpenAPI()
                .info(new Info()
                        .title("Abate")
                        .version("1")
                        .description("Environmental enforcement cases and penalties. Times are UTC; days are counted"
                                + " in Central Time; money is a string with two decimals.")
                        .license(new License().name("Apache-2.0")))
                .components(components)
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    @Bean
    @Order
    OpenApiCustomizer sharedRefusals() {
        return api -> {
            ModelConverters.getInstance().readAll(Problem.class).forEach((name, schema) -> api.getComponents()
                    .addSchemas(name, schema));
            api.getPaths().forEach((path, item) -> {
                item.readOperations().forEach(operation -> refusals(operation, path.contains("{")));
                if (item.getPost() != null && !path.startsWith(PENALTIES)) {
                    refusal(item.getPost(), "400", "The body is no JSON");
                    refusal(item.getPost(), "413", "The body has more than 1 MB");
                }
                if (item.getPost() != null) {
                    refusal(item.getPost(), "415", "The body is not sent as application/json");
                    refusal(item.getPost(), "422", "The content is refused whole; errors lists what is wrong");
                }
            });
        };
    }

    private static void refusals(Operation operation, boolean names) {
        refusal(operation, "401", "Nobody is logged in");
        refusal(operation, "403", "The caller's groups do not allow it");
        if (names) {
            refusal(operation, "404", "There is none, or none that the caller may see");
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "query".equals(parameter.getIn()))) {
            refusal(operation, "422", "A parameter is refused; errors lists what is wrong");
        }
        refusal(operation, "500", "A fault of the application");
    }

    private static void refusal(Operation operation, String code, String description) {
        operation
                .getResponses()
                .addApiResponse(
                        code,
                        new ApiResponse()
                                .description(description)
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new io.swagger.v3.oas.models.media.Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
    }
}
