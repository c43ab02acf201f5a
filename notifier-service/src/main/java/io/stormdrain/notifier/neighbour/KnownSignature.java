package io.stormdrain.notifier.neighbour;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.notifier.message.LogText;
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
        written(said.path("id")),
        written(said.path("signal")),
        written(said.path("file")),
        String.join(
            ", ",
            Stream.of("platform", "origin", "process")
                .map(field -> written(said.path(field)))
                .filter(text -> !text.isEmpty())
                .toList()),
        texts(said.path("patterns")),
        said.path("remedy").isTextual() ? written(said.path("remedy")) : null,
        texts(said.path("matches")),
        texts(said.path("rejects")));
  }

  private static List<String> texts(JsonNode all) {
    return StreamSupport.stream(all.spliterator(), false).map(KnownSignature::written).toList();
  }

  /** Whoever writes a signature copies it from a log. */
  private static String written(JsonNode text) {
    return LogText.written(text.asText());
  }
}
