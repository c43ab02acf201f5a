package io.stormdrain.notifier.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The generated description of the API leaves nothing to be guessed. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class DescriptionTest {

  private JsonNode described;

  @BeforeEach
  void read() throws IOException {
    described = new JsonMapper().readTree(given().get("/q/openapi?format=json").asByteArray());
  }

  @Test
  void namesEveryAddress() {
    List<String> paths = new ArrayList<>();
    described.path("paths").fieldNames().forEachRemaining(paths::add);

    assertThat(paths)
        .contains(
            "/api/v1/incidents",
            "/api/v1/incidents/{incident}",
            "/api/v1/incidents/{incident}/acknowledge",
            "/api/v1/incidents/{incident}/deliveries",
            "/api/v1/deliveries");
  }

  @Test
  void saysOfEveryOperationWhatItIsForAndHowItSaysNo() {
    for (JsonNode path : described.path("paths")) {
      for (JsonNode operation : path) {
        String summary = operation.path("summary").asText();
        assertThat(summary).isNotEmpty();
        operation
            .path("parameters")
            .forEach(parameter ->
                assertThat(parameter.path("description").asText())
                    .as(summary + ": " + parameter.path("name"))
                    .isNotEmpty());
        assertThat(operation.path("security").toString()).as(summary).contains("token");
        for (String status : List.of("400", "401", "403", "404")) {
          assertThat(operation.at("/responses/" + status + "/content").toString())
              .as(summary)
              .contains("application/problem+json", "/schemas/Problem");
        }
      }
    }
  }

  @Test
  void saysOfEveryFieldWhatItMeans() {
    described
        .at("/components/schemas")
        .properties()
        .forEach(schema ->
            schema
                .getValue()
                .path("properties")
                .properties()
                .forEach(property ->
                    assertThat(property.getValue().path("description").asText())
                        .as(schema.getKey() + "." + property.getKey())
                        .isNotEmpty()));
  }
}
