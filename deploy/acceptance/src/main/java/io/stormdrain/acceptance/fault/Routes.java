package io.stormdrain.acceptance.fault;

import io.stormdrain.acceptance.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * The routing file of a stage on which crowds of apps break at once: that is no storm, each is
 * told, unless a fault is about storms.
 *
 * @param file where it is
 */
record Routes(Path file) {

  /** More than any crowd has. */
  private static final int NO_STORM = 100;

  /** Writes it. */
  static Routes in(Path folder) {
    try {
      Routes routes =
          new Routes(Files.createTempFile(Files.createDirectories(folder), "routes", ".yaml"));
      routes.write(NO_STORM);
      return routes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a notifier that is to use it is told. */
  Map<String, String> settings() {
    return Map.of("STORMDRAIN_ROUTING_FILE", file.toString());
  }

  /** Tells one by one as many apps as a fresh installation does, for as long as this takes. */
  void withUsualStorms(Service notifier, int apps, Happening happening)
      throws InterruptedException {
    change(notifier, apps);
    try {
      happening.happen();
    } finally {
      change(notifier, NO_STORM);
    }
  }

  /** What happens meanwhile. */
  @FunctionalInterface
  interface Happening {
    void happen() throws InterruptedException;
  }

  private void change(Service notifier, int apps) {
    double before = taken(notifier);
    write(apps);
    Ground.until("that the routing file is read", () -> taken(notifier) > before);
  }

  private static double taken(Service notifier) {
    return notifier.metric("stormdrain_notifier_routing_reloads_total", "result=\"taken\"");
  }

  private void write(int apps) {
    try {
      Path fresh =
          Files.writeString(
              file.resolveSibling(file.getFileName() + ".new"),
              "route: {receivers: [slack, slack-webhook, email]}\nstorm: {apps: %d}\n"
                  .formatted(apps));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
