package io.stormdrain.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README.md lists the alert rules that something can set off, each with its thresholds. */
final class DetectionTableTest {

  private static final String ALERTS = "notifier-service/src/main/resources/alerts/";
  private static final String CATALOGUE = "analyzer-service/src/main/resources/catalogue/";

  /** Files of rules, in the order of the table. */
  private static final List<String> FAMILIES =
      List.of("process", "request", "code", "build", "service");

  /**
   * What is told without a signature: of stack traces, of processes, of builds and deployments, and
   * of silence.
   */
  private static final Set<String> DERIVED =
      Set.of(
          "exception.raised",
          "process.died",
          "load.measured",
          "app.heard",
          "process.heard",
          "builder.changed",
          "install.gap",
          "probe.failed",
          "deploy.stopped");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `[a-z-]+` \\| (?:critical|high|medium|low|info)[^|]*\\|.*\\|$");

  @Test
  void theReadmeListsWhatIsDetected() {
    List<String> listed =
        ROW.matcher(Checkout.text("README.md")).results().map(MatchResult::group).toList();

    assertThat(listed).as("rows of the README's table").isEqualTo(rows());
  }

  private static List<String> rows() {
    Set<String> told = told();
    List<String> rows = new ArrayList<>();
    for (String family : FAMILIES) {
      for (JsonNode rule : rules(family)) {
        if (Compose.texts(rule.path("on")).stream().anyMatch(told::contains)) {
          rows.add(row(rule));
        }
      }
    }
    return rows;
  }

  @Test
  void everyFileOfRulesIsAFamily() {
    List<String> files = Checkout.names(ALERTS.substring(0, ALERTS.length() - 1));

    assertThat(files)
        .containsAll(FAMILIES.stream().map(family -> family + ".yaml").toList())
        .hasSize(FAMILIES.size() + 2)
        .contains("files.txt", "groups.yaml");
  }

  /** Types of signals that the analyzer can tell. */
  private static Set<String> told() {
    Set<String> told = new HashSet<>(DERIVED);
    for (String file : Checkout.text(CATALOGUE + "files.txt").strip().split("\\s+", -1)) {
      for (JsonNode signature : Checkout.plainYaml(CATALOGUE + file)) {
        told.add(signature.path("signal").asText());
      }
    }
    return told;
  }

  private static JsonNode rules(String family) {
    return Checkout.plainYaml(ALERTS + family + ".yaml");
  }

  private static String row(JsonNode rule) {
    StringBuilder severity = new StringBuilder(rule.path("severity").asText());
    for (JsonNode raise : rule.path("raises")) {
      severity
          .append(", ")
          .append(raise.path("to").asText())
          .append(": ")
          .append(condition(raise.path("when")));
    }
    return "| `%s` | %s | %s | %s |"
        .formatted(
            rule.path("id").asText(),
            severity,
            condition(rule.path("opens")),
            rule.path("title").asText());
  }

  private static String atLeast(JsonNode condition, String capture) {
    return "%s %s or more"
        .formatted(condition.path(capture).asText(), condition.path("at-least").asText());
  }

  private static String condition(JsonNode condition) {
    if (condition.isTextual()) {
      return condition.asText().replace('-', ' ');
    }
    String waiting = waiting(condition);
    if (!waiting.isEmpty()) {
      return waiting;
    }
    if (condition.has("over")) {
      return atLeast(condition, "over");
    }
    if (condition.has("value") && !condition.path("value").asText().equals("deaths")) {
      return atLeast(condition, "value");
    }
    if (condition.has("value")) {
      return "%s %s in a row"
          .formatted(condition.path("at-least").asText(), condition.path("value").asText());
    }
    if (condition.has("lasting")) {
      return "for " + time(condition.path("lasting"));
    }
    assertThat(condition.has("count"))
        .as("a condition that has no words here: " + condition)
        .isTrue();
    String count = condition.path("count").asText();
    return condition.has("within")
        ? count + " in " + time(condition.path("within"))
        : count + " in one start";
  }

  /** What is told when time has passed; empty where it is not time that counts. */
  private static String waiting(JsonNode condition) {
    if (condition.has("unless-recovered")) {
      return "unless it is up again in " + time(condition.path("unless-recovered"));
    }
    if (condition.has("watched")) {
      return "said after %s and after %s"
          .formatted(time(condition.path("watched")), time(condition.path("until")));
    }
    return condition.has("absent-for") ? "when silent for too long" : "";
  }

  private static String time(JsonNode text) {
    return text.asText().replaceAll("(?<=\\d)(?=[a-z])", " ").replaceAll("m$", "min");
  }
}
