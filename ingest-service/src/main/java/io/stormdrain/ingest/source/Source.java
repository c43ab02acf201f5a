package io.stormdrain.ingest.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A configured sender.
 *
 * @param id its identity: the key of its lines and a label of metrics, so it keeps to few
 *     characters; 1 to 64 of {@code a-z 0-9 . _ -}
 * @param app the app as its owner calls it
 * @param environment {@code production}, {@code staging}, ... in lower case, if it matters
 * @param team to whom it belongs, if somebody wants to know
 * @param linesPerSecond that it may send for long; null for as many as anybody
 * @param secrets with which its platform signs what it sends; any of them is good
 */
public record Source(
    String id,
    String app,
    Platform platform,
    @Nullable String environment,
    @Nullable String team,
    @Nullable Integer linesPerSecond,
    List<SigningSecret> secrets) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final int LONGEST_NAME = 100;

  private static final int MOST_LINES = 1_000_000;

  /** One, and the one that takes its place. */
  private static final int MOST_SECRETS = 2;

  public Source {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id '" + id + "': 1 to 64 characters of a-z 0-9 . _ -, the first a letter or digit");
    }
    requireName("app", app);
    if (environment != null) {
      requireName("environment", environment);
      environment = environment.toLowerCase(Locale.ROOT);
    }
    if (team != null) {
      requireName("team", team);
    }
    if (linesPerSecond != null && (linesPerSecond < 1 || linesPerSecond > MOST_LINES)) {
      throw new IllegalArgumentException(
          "lines-per-second %d of source '%s': 1 to %d".formatted(linesPerSecond, id, MOST_LINES));
    }
    secrets = List.copyOf(secrets);
    if (secrets.size() > MOST_SECRETS) {
      throw new IllegalArgumentException(
          "secrets: %d of source '%s', 2 at most".formatted(secrets.size(), id));
    }
  }

  /** One whose platform signs nothing, of no team and with the usual quota. */
  public Source(String id, String app, Platform platform, @Nullable String environment) {
    this(id, app, platform, environment, List.of());
  }

  /** One of no team and with the usual quota. */
  public Source(
      String id,
      String app,
      Platform platform,
      @Nullable String environment,
      List<SigningSecret> secrets) {
    this(id, app, platform, environment, null, null, secrets);
  }

  private static void requireName(String field, String value) {
    if (value.isBlank() || value.length() > LONGEST_NAME || value.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException(
          field
              + " '"
              + value.strip()
              + "': 1 to 100 characters, none of them a control character");
    }
  }
}
