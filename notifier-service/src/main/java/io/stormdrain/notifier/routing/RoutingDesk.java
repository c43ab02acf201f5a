package io.stormdrain.notifier.routing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.delivery.Plan;
import io.stormdrain.notifier.delivery.Receivers;
import io.stormdrain.notifier.outgoing.Outgoing;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.terminal.TerminalReceiver;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the plan that is in force. A file that cannot be used stops the start; later the plan
 * before it stays, and log, metric and health say why.
 */
@Singleton
public class RoutingDesk {

  private static final Logger LOG = LoggerFactory.getLogger(RoutingDesk.class);
  private static final long EVERY_MILLIS = 1_000;

  private final Plans plans;
  private final RoutingReader reader;
  private final @Nullable FileWatch file;
  private final Map<RoutingReload, Counter> reloads = new EnumMap<>(RoutingReload.class);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Receivers receivers;
  private volatile @Nullable String refusal;

  RoutingDesk(NotifierConfig config, Vertx vertx, InstantSource clock, MeterRegistry registry) {
    plans =
        new Plans(
            new Means(config, vertx, Outgoing.of(vertx, config.outgoing()), clock),
            TerminalReceiver.toStandardOutput(clock));
    reader =
        new RoutingReader(
            name -> ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(null));
    file = config.routingFile().map(Path::of).map(FileWatch::new).orElse(null);
    for (RoutingReload result : RoutingReload.values()) {
      reloads.put(
          result,
          Counter.builder("stormdrain.notifier.routing.reloads")
              .description("Changes of the routing file")
              .tag("result", result.word())
              .register(registry));
    }
    receivers = new Receivers(first());
    LOG.info("alerts go to {}", receivers.names());
  }

  @Produces
  @Singleton
  Receivers receivers() {
    return receivers;
  }

  /** Why the file as it is now cannot be used; null when it can. */
  @Nullable String refusal() {
    return refusal;
  }

  void start(@Observes StartupEvent event) {
    if (file != null) {
      Thread.ofVirtual().name("routing").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private Plan first() {
    try {
      Plan plan = file == null ? null : changed(file);
      return plan == null ? plans.ofSettings() : plan;
    } catch (RoutingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private void run() {
    try {
      while (!stopping.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the file as it is now, if it has changed and can be used. */
  void look() {
    try {
      Plan plan = changed(Objects.requireNonNull(file));
      if (plan != null) {
        receivers.follow(plan);
        refusal = null;
        count(RoutingReload.TAKEN);
        LOG.info("the routing file has changed, alerts go to {}", plan.names());
      }
    } catch (RoutingException | RuntimeException e) {
      String why = String.valueOf(e.getMessage());
      if (!why.equals(refusal)) {
        refusal = why;
        count(RoutingReload.REFUSED);
        LOG.error("the routing file cannot be used, what was in force before stays so: {}", why);
      }
    }
  }

  private @Nullable Plan changed(FileWatch watched) throws RoutingException {
    byte[] content = watched.changed();
    return content == null ? null : plans.of(watched.name(), reader.read(watched.name(), content));
  }

  private void count(RoutingReload result) {
    Objects.requireNonNull(reloads.get(result)).increment();
  }
}
