package io.stormdrain.notifier.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What is the same for every address of the API: who may ask, and how it says no. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class Description implements OASFilter {

  private static final String TOKEN = "token";
  private static final String PROBLEM = "Problem";

  private static final Map<String, String> PROBLEMS =
      Map.of(
          "400", "Something in the request is not as expected; the problem says what and how",
          "401", "No valid token was shown",
          "403", "The token's role or teams are not enough",
          "404", "There is nothing of this name");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getComponents()
        .addSecurityScheme(
            TOKEN,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("Made by an admin on the page People, or by this API"));
    api.getComponents().addSchema(PROBLEM, problem());
    api.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .forEach(Description::complete);
  }

  private static void complete(Operation operation) {
    operation.setSecurity(
        List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN, List.of())));
    PROBLEMS.forEach((status, description) ->
        operation
            .getResponses()
            .addAPIResponse(
                status,
                OASFactory.createAPIResponse()
                    .description(description)
                    .content(
                        OASFactory.createContent()
                            .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                    .schema(
                                        OASFactory.createSchema()
                                            .ref("#/components/schemas/" + PROBLEM))))));
  }

  private static Schema problem() {
    return OASFactory.createSchema()
        .description("What was wrong with a request (RFC 9457)")
        .type(List.of(Schema.SchemaType.OBJECT))
        .addProperty("type", text("about:blank; the status says it all"))
        .addProperty("title", text("The status in words"))
        .addProperty("status", number("The status"))
        .addProperty("detail", text("What came"))
        .addProperty("expected", text("What would have been right, where that can be said"))
        .addProperty("instance", text("The path that was asked for"));
  }

  private static Schema text(String description) {
    return schema(description, Schema.SchemaType.STRING);
  }

  private static Schema number(String description) {
    return schema(description, Schema.SchemaType.INTEGER);
  }

  private static Schema schema(String description, Schema.SchemaType type) {
    return OASFactory.createSchema().description(description).type(List.of(type));
  }
}
