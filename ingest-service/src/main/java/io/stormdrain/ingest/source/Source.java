package io.stormdrain.ingest.source;

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
 */
public record Source(String id, String app, Platform platform, @Nullable String environment) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final int LONGEST_NAME = 100;

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
