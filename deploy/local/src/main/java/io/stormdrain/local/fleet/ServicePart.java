package io.stormdrain.local.fleet;

import io.stormdrain.engines.Child;
import io.stormdrain.engines.Launch;
import io.stormdrain.engines.Running;
import io.stormdrain.local.StormdrainException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One of the services, which is up when its readiness check says so. */
public final class ServicePart implements Part {

  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Launch launch;
  private final Readiness readiness;
  private final Console console;

  /**
   * A service.
   *
   * @param launch how to start it
   * @param port where it answers
   * @param console where to say what is awaited, when it takes long
   */
  public ServicePart(Launch launch, int port, Console console) {
    this.launch = launch;
    this.readiness = Readiness.of(port);
    this.console = console;
  }

  @Override
  public String name() {
    return launch.name();
  }

  @Override
  public Running start(BooleanSupplier unwanted) {
    Child child = launch.start();
    long start = System.nanoTime();
    Duration told = Duration.ZERO;
    String reason = readiness.reason();
    while (!reason.isEmpty() && !unwanted.getAsBoolean()) {
      requireAlive(child);
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(LIMIT) > 0) {
        child.kill();
        throw new StormdrainException(
            "%s is not ready after %d s (%s), see %s"
                .formatted(name(), LIMIT.toSeconds(), reason, launch.log()));
      }
      if (waited.minus(told).compareTo(PATIENCE) > 0) {
        told = waited;
        console.say(name(), "still waiting (" + reason + ")");
      }
      LockSupport.parkNanos(STEP.toNanos());
      reason = readiness.reason();
    }
    return child;
  }

  private void requireAlive(Child child) {
    if (child.onExit().isDone()) {
      throw new StormdrainException(
          "%s ended with status %d while starting, see %s"
              .formatted(name(), child.onExit().join(), launch.log()));
    }
  }
}
