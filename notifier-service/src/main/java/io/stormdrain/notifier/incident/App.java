package io.stormdrain.notifier.incident;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose trouble it is.
 *
 * @param source identity of the source that its lines come from
 * @param name how its owner calls it
 * @param platform where it runs: {@code heroku}
 * @param team to whom it belongs; empty for nobody, null where that stays as it was
 */
public record App(
    String source,
    String name,
    String platform,
    @Nullable String environment,
    @Nullable String team) {

  public App {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(platform, "platform");
  }

  /** Whoever it belongs to: who says so does not say it now. */
  public App(String source, String name, String platform, @Nullable String environment) {
    this(source, name, platform, environment, null);
  }
}
