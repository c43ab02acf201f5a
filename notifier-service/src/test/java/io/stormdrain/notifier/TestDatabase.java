package io.stormdrain.notifier;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stormdrain.engines.Database;
import io.stormdrain.engines.Engines;
import java.util.Map;

/** A real PostgreSQL, no Kafka; whoever tests the outbox goes its rounds by hand. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

  /** Argument {@code reads}: whether topic signals is read; it is not where nothing is said. */
  private String reads = "false";

  @Override
  public void init(Map<String, String> arguments) {
    reads = arguments.getOrDefault("reads", reads);
  }

  @Override
  public Map<String, String> start() {
    Database database = Engines.database("notifier");
    return Map.of(
        "quarkus.datasource.jdbc.url",
        database.jdbcUrl(),
        "quarkus.datasource.username",
        database.user(),
        "quarkus.datasource.password",
        database.password().reveal(),
        "mp.messaging.incoming.signals.enabled",
        reads,
        "stormdrain.notifier.publish-incidents",
        "false",
        "stormdrain.notifier.delivery.idle",
        "1h");
  }

  @Override
  public void stop() {}
}
