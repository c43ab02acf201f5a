package io.stormdrain.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.local.service.ServiceApi;
import io.stormdrain.notifier.message.LogText;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain explain}: why there is an incident. */
@Command(
    name = "explain",
    description = {
      "Says why there is an incident: which rules, what each asks for and has counted, by which lines,",
      "what made it as bad as it is, and what happens next by itself."
    },
    footer = {"", "Example: ./stormdrain explain INC-17"})
final class ExplainCommand implements Callable<Integer> {

  @Parameters(paramLabel = "INCIDENT", description = "Which: INC-17.")
  String incident = "";

  @Mixin NotifierOptions notifier = new NotifierOptions();

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws InterruptedException {
    JsonNode told =
        notifier.api().get("/api/v1/incidents/" + ServiceApi.encoded(incident) + "/explanation");
    say("%s  %s", told.path("incident").asText(), told.path("title").asText());
    told.path("parts").forEach(this::part);
    say("");
    say("what happened");
    told.path("history").forEach(line -> say("  %s", line.asText()));
    return 0;
  }

  private void part(JsonNode part) {
    say("");
    say(
        "%s (%s), %s",
        part.path("rule").asText(), part.path("role").asText(), part.path("state").asText());
    field("signals", joined(part.path("signals"), ", "));
    field("key", joined(part.path("key"), ", "));
    field("opens", part.path("opens").asText());
    field("counted", part.path("counted").asText());
    field("severity", joined(part.path("severity"), "; "));
    field("over", joined(part.path("resolves"), ", or "));
    field("next", part.path("next").asText(""));
    for (JsonNode line : part.path("lines")) {
      field(
          "line",
          "%d@%d  %s"
              .formatted(
                  line.path("partition").asInt(),
                  line.path("offset").asLong(),
                  line.path("text").asText()));
    }
  }

  private void field(String name, String text) {
    if (!text.isEmpty()) {
      say("  %-9s %s", name, text);
    }
  }

  /** What log lines brought in is made harmless; what stands in front is ours. */
  private void say(String format, Object... values) {
    Object[] clean = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      clean[i] = LogText.line(String.valueOf(values[i]));
    }
    out.println(format.formatted(clean));
  }

  private static String joined(JsonNode values, String by) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(by));
  }
}
