package io.stormdrain.notifier;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stormdrain.engines.Engines;
import java.util.Map;

/** A real Kafka, from which log lines are read back. */
public final class TestLog implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of("kafka.bootstrap.servers", Engines.kafka());
  }

  @Override
  public void stop() {}
}
