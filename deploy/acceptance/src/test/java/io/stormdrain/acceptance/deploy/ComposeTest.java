package io.stormdrain.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No engine runs in the build, so the file is held against its specification and our own rules. */
final class ComposeTest {

  /** A name without a host, and a version that a later one does not replace. */
  private static final Pattern PINNED =
      Pattern.compile("([a-z0-9-]+/)?[a-z0-9-]+:v?\\d+\\.\\d+(\\.\\d+)?");

  /** What people put there is not in the repository. */
  private static final Pattern MOUNT =
      Pattern.compile("\\./(?!deploy/docker/config(?:/signatures)?$).*");

  @Test
  void keepsToTheComposeSpecification() {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            // By its place, against which its relative $id is read.
            .getSchema(SchemaLocation.of("classpath:compose/compose-spec.json"));

    assertThat(schema.validate(Compose.root())).isEmpty();
  }

  @Test
  void everyImageIsPinned() {
    Compose.services()
        .forEach(
            (name, service) -> assertThat(service.path("image").asText()).as(name).matches(PINNED));
  }

  @Test
  void everybodyIsConfined() {
    Compose.services()
        .forEach((name, service) -> {
          assertThat(service.path("user").asText()).as(name).isNotBlank().doesNotStartWith("0");
          assertThat(service.path("user").asText()).as(name).isNotEqualTo("root");
          assertThat(Compose.texts(service.path("cap_drop"))).as(name).containsExactly("ALL");
          assertThat(Compose.texts(service.path("security_opt")))
              .as(name)
              .contains("no-new-privileges:true");
          assertThat(Compose.texts(service.path("networks")))
              .as(name)
              .containsExactly("stormdrain");
          assertThat(service.path("logging").path("options").has("max-size")).as(name).isTrue();
          JsonNode limits = service.path("deploy").path("resources").path("limits");
          assertThat(List.of("cpus", "memory", "pids")).as(name).allMatch(limits::has);
        });
  }

  @Test
  void onlyKafkaWritesToItsOwnImage() {
    Compose.services()
        .forEach((name, service) ->
            assertThat(service.path("read_only").asBoolean())
                .as(name)
                .isEqualTo(!name.equals("kafka")));
  }

  @Test
  void everybodyWhoStaysTellsHowItIs() {
    Compose.services()
        .forEach((name, service) -> {
          JsonNode check = service.path("healthcheck");
          if (!Compose.isOnce(service)) {
            assertThat(List.of("test", "interval", "timeout", "retries", "start_period"))
                .as(name)
                .allMatch(check::has);
          }
        });
  }

  @Test
  void nobodyWaitsForWhatIsNeverTold() {
    Compose.services()
        .forEach((name, service) ->
            service
                .path("depends_on")
                .properties()
                .forEach(wait -> {
                  JsonNode other = Compose.root().path("services").path(wait.getKey());
                  assertThat(other.isObject()).as("%s waits for %s", name, wait.getKey()).isTrue();
                  switch (wait.getValue().path("condition").asText()) {
                    case "service_healthy" ->
                        assertThat(other.has("healthcheck")).as(name).isTrue();
                    case "service_completed_successfully" ->
                        assertThat(Compose.isOnce(other)).as(name).isTrue();
                    case "service_started" -> assertThat(name).isEqualTo("grafana");
                    default -> throw new AssertionError(name + " waits for an unknown condition");
                  }
                }));
  }

  @Test
  void onlyTheDoorCanBeOpenedToOthers() {
    Compose.services()
        .forEach((name, service) ->
            Compose.texts(service.path("ports"))
                .forEach(port ->
                    assertThat(port)
                        .as(name)
                        .startsWith(
                            name.equals("ingest")
                                ? "${STORMDRAIN_LISTEN:-127.0.0.1}:"
                                : "127.0.0.1:")));
  }

  @Test
  void theAnalyzerSeesTheFolderOfOwnSignaturesAndNoToken() {
    JsonNode analyzer = Compose.service("analyzer");
    JsonNode volumes = analyzer.path("volumes");

    assertThat(volumes).hasSize(1);
    assertThat(volumes.path(0).path("source").asText()).endsWith("/config/signatures");
    assertThat(Compose.environment(analyzer))
        .containsEntry(
            "STORMDRAIN_SIGNATURES_DIR",
            "${STORMDRAIN_SIGNATURES_DIR:-" + volumes.path(0).path("target").asText() + "}");
  }

  @Test
  void whatIsMountedIsThere() {
    Compose.services()
        .values()
        .forEach(service ->
            service
                .path("volumes")
                .forEach(volume -> {
                  String source = volume.path("source").asText();
                  if (MOUNT.matcher(source).matches()) {
                    assertThat(Files.exists(Checkout.path(source.substring(2))))
                        .as(source)
                        .isTrue();
                  }
                }));
  }
}
