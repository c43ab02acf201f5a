package io.stormdrain.notifier;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The service's settings, made of a few values and the defaults of the rest. */
public final class Settings {

  private Settings() {}

  public static NotifierConfig of(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(NotifierConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(NotifierConfig.class);
  }
}
