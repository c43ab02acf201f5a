package io.stormdrain.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Prometheus's own word on our files, where its promtool can be found; {@code .ci/run} gets it. */
final class PromtoolTest {

  private static final String FOLDER = "deploy/prometheus";

  private static final Optional<Path> PROMTOOL =
      Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
          .map(folder -> Path.of(folder, "promtool"))
          .filter(Files::isExecutable)
          .findFirst();

  @TempDir private Path temporary;

  @BeforeEach
  void promtoolIsHere() {
    assumeThat(PROMTOOL)
        .as("promtool is not on the PATH (Debian's package prometheus has it): not checked")
        .isPresent();
  }

  @Test
  void prometheusCanBeStartedWithBothFiles() throws Exception {
    assertThat(promtool("check", "config", "prometheus.yml", "local.yml")).contains("SUCCESS");
  }

  @Test
  void theRulesDoWhatTheirTestsSay() throws Exception {
    assertThat(promtool("check", "rules", "rules.yml")).contains("SUCCESS");
    assertThat(promtool("test", "rules", "rules_test.yml")).contains("SUCCESS");
  }

  @Test
  void everyRuleIsSeenToFire() {
    String tests = Checkout.text(FOLDER + "/rules_test.yml");

    assertThat(Query.rules()).allMatch(rule -> tests.contains("\"" + rule.where() + "\""));
  }

  @Test
  void thePanelsAskInPromql() throws Exception {
    List<Map<String, String>> records = new ArrayList<>();
    for (String text : new TreeSet<>(Query.panels().stream().map(Query::text).toList())) {
      String asked = text.replace("$__rate_interval", "5m").replace("$__range", "1h");
      records.add(Map.of("record", "panel:" + records.size(), "expr", asked));
    }
    Path rules = temporary.resolve("panels.yml");
    Files.writeString(
        rules,
        new Yaml().dump(Map.of("groups", List.of(Map.of("name", "panels", "rules", records)))));

    assertThat(promtool("check", "rules", rules.toString())).contains("SUCCESS");
  }

  private static String promtool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(PROMTOOL.orElseThrow().toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(Checkout.path(FOLDER).toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
