package io.stormdrain.ingest.api;

import io.stormdrain.ingest.source.Platform;
import io.stormdrain.ingest.source.SigningSecret;
import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.source.SourceToken;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A source that is to be added.
 *
 * @param id absent where it is the app's name
 * @param linesPerSecond absent for the usual number
 * @param secrets that its platform signs with: none, one or two
 * @param tokens one or two that its platform has already; absent for a new one
 * @param expires when its tokens do; absent for never
 */
public record SourceRequest(
    @Nullable String id,
    @Nullable String app,
    @Nullable String platform,
    @Nullable String environment,
    @Nullable String team,
    @Nullable Integer linesPerSecond,
    @Nullable List<String> secrets,
    @Nullable List<String> tokens,
    @Nullable Instant expires) {

  private static final int MOST_TOKENS = 2;

  static SourceRequest in(@Nullable SourceRequest request) {
    if (request == null) {
      throw new BadRequestException("the body has to be a JSON object with app and platform");
    }
    return request;
  }

  Source source() {
    String name = required("app", app);
    return new Source(
        Objects.requireNonNullElse(id, name),
        name,
        Platform.named(required("platform", platform)),
        environment,
        team,
        linesPerSecond,
        signing().stream().map(SigningSecret::of).toList());
  }

  List<String> signing() {
    return Objects.requireNonNullElse(secrets, List.of());
  }

  /** Those that were given; empty when none was. */
  List<SourceToken> given() {
    List<String> texts = Objects.requireNonNullElse(tokens, List.of());
    if (texts.size() > MOST_TOKENS) {
      throw new IllegalArgumentException("tokens: %d, 2 at most".formatted(texts.size()));
    }
    return texts.stream().map(SourceToken::accepted).toList();
  }

  private static String required(String field, @Nullable String value) {
    if (value == null) {
      throw new IllegalArgumentException("'" + field + "' is missing");
    }
    return value;
  }

  @Override
  public String toString() {
    return "SourceRequest(" + id + ", " + app + ")";
  }
}
