package io.stormdrain.local.data;

import io.stormdrain.local.StormdrainException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A source that is to be added.
 *
 * @param environment null when it does not matter
 * @param team null when nobody needs to know
 * @param linesPerSecond null for as many as anybody
 * @param secrets with which its platform signs; none when it signs nothing, or is yet to tell
 * @param tokens that its platform has already; none for a new one
 */
public record Draft(
    String id,
    String app,
    String platform,
    @Nullable String environment,
    @Nullable String team,
    @Nullable Integer linesPerSecond,
    List<String> secrets,
    List<String> tokens) {

  /** Refuses names that could not be one. */
  public Draft {
    requireName("an app", app);
    requireName("an id", id);
    if (environment != null) {
      requireName("an environment", environment);
    }
    if (team != null) {
      requireName("a team", team);
    }
    secrets = List.copyOf(secrets);
    tokens = List.copyOf(tokens);
  }

  private static void requireName(String what, String name) {
    if (!name.matches("[a-z0-9][a-z0-9._-]{0,62}")) {
      throw new StormdrainException(
          "\"%s\" cannot be %s's name: use a-z, 0-9, dots and dashes".formatted(name, what));
    }
  }

  /** Its tokens, or the new one. */
  List<Token> tokensOr(Token fresh) {
    return tokens.isEmpty() ? List.of(fresh) : tokens.stream().map(Token::of).toList();
  }

  /**
   * As an entry of the file. Names are in quotes: one such as {@code no} or {@code 12} would be
   * read as something else.
   */
  String entry(List<Token> given) {
    StringBuilder entry = new StringBuilder("  - id: \"%s\"\n    app: \"%s\"\n".formatted(id, app));
    entry.append("    platform: %s\n".formatted(platform));
    if (environment != null) {
      entry.append("    environment: \"%s\"\n".formatted(environment));
    }
    if (team != null) {
      entry.append("    team: \"%s\"\n".formatted(team));
    }
    if (linesPerSecond != null) {
      entry.append("    lines-per-second: %d\n".formatted(linesPerSecond));
    }
    entry.append("    tokens: %s\n".formatted(list(given.stream().map(Token::reveal).toList())));
    if (!secrets.isEmpty()) {
      entry.append("    secrets: %s\n".formatted(list(secrets)));
    }
    return entry.toString();
  }

  private static String list(List<String> texts) {
    return texts.stream()
        .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public String toString() {
    return "Draft(" + id + ")";
  }
}
