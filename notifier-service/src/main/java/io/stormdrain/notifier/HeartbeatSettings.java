package io.stormdrain.notifier;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** A sign of life to somebody who misses it when it does not come. */
public interface HeartbeatSettings {

  /** Where it goes; without it there is none. */
  Optional<Secret> url();

  /** How often. */
  @WithDefault("1m")
  Duration every();
}
