package io.stormdrain.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Continuous integration runs what people run, and knows nothing of its own. */
final class WorkflowTest {

  private static final JsonNode STEPS =
      Checkout.plainYaml(".github/workflows/ci.yml").path("jobs").path("test").path("steps");

  @Test
  void itRunsTheScriptThatRunsTheReadmesCommand() {
    assertThat(STEPS.findValuesAsText("run")).contains("./.ci/run");
    assertThat(Files.isExecutable(Checkout.path(".ci/run"))).isTrue();
    assertThat(Checkout.text(".ci/run")).contains("exec ./stormdrain test");
  }

  @Test
  void itHasTheJavaThatTheClassesAreFor() {
    String release = STEPS.findValuesAsText("java-version").getFirst();

    assertThat(Checkout.text("pom.xml"))
        .contains("<maven.compiler.release>" + release + "</maven.compiler.release>");
  }

  @Test
  void actionsHaveVersions() {
    assertThat(STEPS.findValuesAsText("uses"))
        .isNotEmpty()
        .allMatch(use -> use.matches("actions/[a-z-]+@v\\d+"));
  }

  @Test
  void everyPlaceOfDependenciesIsWatched() {
    JsonNode updates = Checkout.yaml(".github/dependabot.yml").path("updates");

    assertThat(updates.findValuesAsText("package-ecosystem"))
        .isEqualTo(List.of("maven", "github-actions", "docker", "docker-compose"));
    assertThat(updates.findValuesAsText("directory"))
        .allMatch(folder -> Files.isDirectory(Checkout.path(folder.substring(1))));
  }
}
