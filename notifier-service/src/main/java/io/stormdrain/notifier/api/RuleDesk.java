package io.stormdrain.notifier.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.notifier.neighbour.Answer;
import io.stormdrain.notifier.neighbour.Neighbour;
import io.stormdrain.notifier.neighbour.Neighbours;
import io.stormdrain.notifier.signal.SignalJson;
import io.stormdrain.notifier.signal.StoryEntry;
import io.stormdrain.notifier.threshold.Rulebook;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Where text is held against the alert rules in force; nothing is kept of it. */
@Singleton
public class RuleDesk {

  private final Neighbour analyzer;
  private final Rulebook rules;

  RuleDesk(Neighbours neighbours, Rulebook rules) {
    this.analyzer = neighbours.analyzer();
    this.rules = rules;
  }

  /** What became of a trial. */
  public sealed interface Outcome {
    /** It was tried. */
    record Tried(RuleTrial trial) implements Outcome {}

    /** Such a text cannot be tried. */
    record Refused(String why) implements Outcome {}

    /** Whoever understands lines does not answer. */
    record Away(String why) implements Outcome {}
  }

  /** Tries a text. */
  public Outcome attempt(String text) {
    return switch (analyzer.post("/api/v1/signatures/test", Map.of("text", text))) {
      case Answer.Said(JsonNode what) ->
          new Outcome.Tried(
              RuleTrial.of(
                  rules.inForce(),
                  StreamSupport.stream(what.path("signals").spliterator(), false)
                      .map(RuleDesk::entry)
                      .toList()));
      case Answer.Refused refused -> new Outcome.Refused(refused.why());
      case Answer.Away away -> new Outcome.Away(away.why());
    };
  }

  private static StoryEntry entry(JsonNode signal) {
    try {
      return SignalJson.read("signal", signal.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
