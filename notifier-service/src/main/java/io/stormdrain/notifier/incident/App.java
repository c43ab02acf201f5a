package io.stormdrain.notifier.incident;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose trouble it is.
 *
 * @param source identity of the source that its lines come from
 * @param name how its owner calls it
 * @param platform where it runs: {@code heroku}
 */
public record App(String source, String name, String platform, @Nullable String environment) {

  public App {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(platform, "platform");
  }
}
