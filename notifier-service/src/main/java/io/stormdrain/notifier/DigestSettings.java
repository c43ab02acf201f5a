package io.stormdrain.notifier;

import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** What teams are told once a day. */
public interface DigestSettings {

  /** At what time, as 09:00; never. */
  @WithDefault("09:00")
  String at();

  /** By the clocks of which zone. */
  @WithDefault("UTC")
  ZoneId timezone();
}
