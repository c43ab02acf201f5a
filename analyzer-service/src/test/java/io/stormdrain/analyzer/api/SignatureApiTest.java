package io.stormdrain.analyzer.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SignatureApiTest.WithFolder.class)
final class SignatureApiTest {

  private static final Path FOLDER = folder();
  private static final String PROBLEM = "application/problem+json";

  private static final String TILL_LOCKED =
      """
      - id: till-locked
        pattern: "the till {till:int} is locked"
        signal: till.locked
        subject: "till {till}"
        matches: ["the till 7 is locked", "the till 12 is locked"]
        rejects: ["the till is open"]
      """;

  /** A folder of signatures of one's own, and who may change it. */
  public static final class WithFolder implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "stormdrain.analyzer.signatures-dir", FOLDER.toString(),
          "stormdrain.analyzer.admin-token", "let-me",
          "kafka.bootstrap.servers", "localhost:1");
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("signatures");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void listsTheSignaturesInUse() {
    given()
        .get("/api/v1/signatures?signal=module.missing")
        .then()
        .statusCode(200)
        .body("signatures.id", hasItem("python-module-missing"))
        .body("signatures.signal.unique()", equalTo(List.of("module.missing")));
  }

  @Test
  void showsOneWithItsPatternsAndSamples() {
    given()
        .get("/api/v1/signatures/python-module-missing")
        .then()
        .statusCode(200)
        .body("patterns", hasItem("ModuleNotFoundError: No module named '{module:word}'"))
        .body("file", containsString("catalogue/python/modules.yaml:"));
    given()
        .get("/api/v1/signatures/no-such-thing")
        .then()
        .statusCode(404)
        .contentType(PROBLEM)
        .body("detail", equalTo("no signature is called no-such-thing"))
        .body("instance", equalTo("/api/v1/signatures/no-such-thing"));
  }

  @Test
  void saysWhichSignaturesRecogniseEachLine() {
    given()
        .contentType("application/json")
        .body(Map.of("text", "all is well\nModuleNotFoundError: No module named 'bs4'"))
        .post("/api/v1/signatures/test")
        .then()
        .statusCode(200)
        .body("lines", equalTo(2))
        .body("recognised", hasSize(1))
        .body("recognised[0].line", equalTo(2))
        .body("recognised[0].signature", equalTo("python-module-missing"))
        .body("recognised[0].captures.module", equalTo("bs4"));
  }

  @Test
  void readsATextAsAWholeAsItWouldALog() {
    given()
        .contentType("application/json")
        .body(
            Map.of(
                "text",
                """
                Traceback (most recent call last):
                  File "/app/press/app.py", line 3, in <module>
                    from bs4 import BeautifulSoup
                ModuleNotFoundError: No module named 'bs4'
                """))
        .post("/api/v1/signatures/test")
        .then()
        .statusCode(200)
        .body("signals.type", hasItem("module.missing"))
        .body("signals.find { it.type == 'module.missing' }.evidence.offset", equalTo(4))
        .body("signals.find { it.type == 'module.missing' }.time", equalTo("1970-01-01T00:00:02Z"));
  }

  @Test
  void saysWhatIsWrongWithATrial() {
    for (String body :
        List.of(
            "{\"text\": \"\"}",
            "{}",
            "{\"text\": \"x\", \"origin\": \"nobody\"}",
            "{\"text\": \"" + "x".repeat(70_000) + "\"}",
            "no json")) {
      given()
          .contentType("application/json")
          .body(body)
          .post("/api/v1/signatures/test")
          .then()
          .statusCode(400)
          .contentType(PROBLEM);
    }
  }

  @Test
  void aFileThatIsPutIsInUseUntilItIsTakenOut() {
    admin().body(TILL_LOCKED).put("/api/v1/signature-files/tills.yaml").then().statusCode(201);
    admin().body(TILL_LOCKED).put("/api/v1/signature-files/tills.yaml").then().statusCode(200);
    given().get("/api/v1/signatures/till-locked").then().statusCode(200);
    given().get("/api/v1/signature-files").then().body("files", hasItem("tills.yaml"));

    admin().delete("/api/v1/signature-files/tills.yaml").then().statusCode(200);

    given().get("/api/v1/signatures/till-locked").then().statusCode(404);
    admin().delete("/api/v1/signature-files/tills.yaml").then().statusCode(404);
  }

  @Test
  void aFileThatBreaksARuleChangesNothingAndTheProblemSaysWhy() {
    admin()
        .body(TILL_LOCKED.replace("{till:int}", "{till:weight}"))
        .put("/api/v1/signature-files/wrong.yaml")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body(
            "detail", containsString("wrong.yaml:1: signature 'till-locked': unknown field type"));
    admin()
        .body(TILL_LOCKED.replace("pattern: \"the till {till:int} is locked\"", "{regex: '(a'}"))
        .put("/api/v1/signature-files/wrong.yaml")
        .then()
        .statusCode(400);

    assertThat(FOLDER.resolve("wrong.yaml")).doesNotExist();
  }

  @Test
  void aNameLeadsNowhereElse() {
    for (String name : List.of("x.txt", ".x.yaml", "..%2Fx.yaml", "x%2F..%2Fy.yaml")) {
      int status =
          admin()
              .urlEncodingEnabled(false)
              .body(TILL_LOCKED)
              .put("/api/v1/signature-files/" + name)
              .statusCode();
      assertThat(status).as(name).isIn(400, 404, 405);
    }
    assertThat(FOLDER.resolveSibling("x.yaml")).doesNotExist();
  }

  @Test
  void onlyWhoShowsTheTokenChangesFiles() {
    for (String shown : List.of("Bearer wrong", "let-me", "Basic let-me")) {
      yaml()
          .header("Authorization", shown)
          .body(TILL_LOCKED)
          .put("/api/v1/signature-files/tills.yaml")
          .then()
          .statusCode(401)
          .contentType(PROBLEM);
    }
    given().delete("/api/v1/signature-files/tills.yaml").then().statusCode(401);
  }

  @Test
  void theDescriptionLeavesNothingToBeGuessed() throws IOException {
    JsonNode described =
        new JsonMapper().readTree(given().get("/q/openapi?format=json").asByteArray());

    for (JsonNode path : described.path("paths")) {
      for (JsonNode operation : path) {
        assertThat(operation.path("summary").asText()).isNotEmpty();
        assertThat(operation.at("/responses/400/content").toString()).contains("/schemas/Problem");
        operation
            .path("parameters")
            .forEach(parameter ->
                assertThat(parameter.path("description").asText())
                    .as(parameter.toString())
                    .isNotEmpty());
      }
    }
    assertThat(described.path("paths").fieldNames())
        .toIterable()
        .contains("/api/v1/signatures/test", "/api/v1/signature-files/{name}");
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

  private static RequestSpecification admin() {
    return yaml().header("Authorization", "Bearer let-me");
  }

  private static RequestSpecification yaml() {
    return given().contentType("text/plain");
  }
}
