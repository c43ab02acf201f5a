package io.stormdrain.notifier.neighbour;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A source as ingest-service tells of it.
 *
 * @param inFile whether a file of sources has it, and not its registry alone
 * @param received lines that came since the asked instance started
 * @param lost lines that never came
 * @param refused lines that are to be sent again
 * @param lastSeen when it last sent something; null for never
 * @param tokens the newest first; of the registry alone
 */
public record KnownSource(
    String id,
    String app,
    String platform,
    @Nullable String environment,
    @Nullable String team,
    boolean inFile,
    long received,
    long lost,
    long refused,
    @Nullable Instant lastSeen,
    List<KnownToken> tokens) {

  public KnownSource {
    tokens = List.copyOf(tokens);
  }

  /** A token, without itself. */
  public record KnownToken(
      Instant created, @Nullable Instant expires, @Nullable Instant lastSeen) {}

  static KnownSource of(JsonNode said) {
    JsonNode lines = said.path("lines");
    return new KnownSource(
        said.path("id").asText(),
        said.path("app").asText(),
        said.path("platform").asText(),
        text(said, "environment"),
        text(said, "team"),
        StreamSupport.stream(said.path("places").spliterator(), false)
            .anyMatch(place -> place.asText().equals("file")),
        lines.path("received").asLong(),
        lines.path("lost").asLong(),
        lines.path("refused").asLong(),
        time(said, "lastSeen"),
        StreamSupport.stream(said.path("tokens").spliterator(), false)
            .map(token ->
                new KnownToken(
                    Instant.parse(token.path("created").asText()),
                    time(token, "expires"),
                    time(token, "lastSeen")))
            .toList());
  }

  private static @Nullable String text(JsonNode said, String field) {
    JsonNode value = said.path(field);
    return value.isTextual() ? value.asText() : null;
  }

  private static @Nullable Instant time(JsonNode said, String field) {
    String text = text(said, field);
    return text == null ? null : Instant.parse(text);
  }
}
