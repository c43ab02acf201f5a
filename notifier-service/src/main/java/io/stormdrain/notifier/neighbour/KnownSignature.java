package io.stormdrain.notifier.neighbour;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A signature as analyzer-service tells of it; of a list, name, signal and file alone.
 *
 * @param scope whose lines it looks at, in words; empty for all
 * @param patterns the first that matches counts
 * @param matches lines that it matches
 * @param rejects lines that it does not match
 */
public record KnownSignature(
    String id,
    String signal,
    String file,
    String scope,
    List<String> patterns,
    @Nullable String remedy,
    List<String> matches,
    List<String> rejects) {

  public KnownSignature {
    patterns = List.copyOf(patterns);
    matches = List.copyOf(matches);
    rejects = List.copyOf(rejects);
  }

  /** One, or one of a list. */
  public static KnownSignature of(JsonNode said) {
    return new KnownSignature(
        said.path("id").asText(),
        said.path("signal").asText(),
        said.path("file").asText(),
        String.join(
            ", ",
            Stream.of("platform", "origin", "process")
                .map(field -> said.path(field).asText())
                .filter(text -> !text.isEmpty())
                .toList()),
        texts(said.path("patterns")),
        said.path("remedy").isTextual() ? said.path("remedy").asText() : null,
        texts(said.path("matches")),
        texts(said.path("rejects")));
  }

  private static List<String> texts(JsonNode all) {
    return StreamSupport.stream(all.spliterator(), false).map(JsonNode::asText).toList();
  }
}
