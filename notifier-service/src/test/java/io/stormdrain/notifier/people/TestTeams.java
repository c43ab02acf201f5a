package io.stormdrain.notifier.people;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stormdrain.notifier.TestReceivers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A routing file that says whose an app is. */
public final class TestTeams implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try {
      Path file = Files.createTempFile("routing", ".yaml");
      file.toFile().deleteOnExit();
      Files.writeString(
          file,
          """
          teams:
            red: ["red-*"]
            blue: ["blue-*"]
          route:
            receivers: [terminal]
          """);
      return Map.of(
          "stormdrain.notifier.routing-file",
          file.toString(),
          "stormdrain.notifier.access",
          "accounts",
          "stormdrain.notifier.api-token",
          TestReceivers.API_TOKEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}
