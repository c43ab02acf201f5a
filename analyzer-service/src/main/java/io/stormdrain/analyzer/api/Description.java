package io.stormdrain.analyzer.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
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

  private static final Map<String, String> PROBLEMS =
      Map.of(
          "400", "Something in the request is not as expected; the problem says what and how",
          "401", "The token is not the one that is set (STORMDRAIN_ADMIN_TOKEN)",
          "403", "No folder or no token is set, so nobody may",
          "404", "There is nothing of this name");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getComponents()
        .addSecurityScheme(
            "token",
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("STORMDRAIN_ADMIN_TOKEN"));
    api.getComponents().addSchema("Problem", Problem.schema());
    api.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .forEach(Description::complete);
  }

  private static void complete(Operation operation) {
    Schema problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
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
                                OASFactory.createMediaType().schema(problem)))));
  }
}
