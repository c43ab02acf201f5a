package io.stormdrain.notifier.probe;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.delivery.Courier;
import io.stormdrain.notifier.delivery.Filing;
import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.outgoing.Guard;
import io.stormdrain.notifier.outgoing.HttpPost.Reply;
import io.stormdrain.notifier.outgoing.Outgoing;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks apps whether they are well, those that the file of probes names, and takes what they answer
 * into their stories. An app of which nothing was ever heard is asked from its first line on.
 */
@Singleton
class Prober {

  private static final Logger LOG = LoggerFactory.getLogger(Prober.class);
  private static final long EVERY_MILLIS = 1_000;

  private final Map<Probe.Key, Probe> probes;
  private final Rota rota;
  private final Outgoing outgoing;
  private final IncidentStore store;
  private final Filing filing;
  private final Courier courier;
  private final InstantSource clock;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Prober(
      NotifierConfig config,
      Rota rota,
      Outgoing outgoing,
      IncidentStore store,
      Filing filing,
      Courier courier,
      InstantSource clock) {
    List<Probe> written =
        config.probesFile().map(file -> ProbeFile.read(Path.of(file))).orElse(List.of());
    this.probes = written.stream().collect(Collectors.toMap(Probe::key, Function.identity()));
    this.rota = rota;
    this.outgoing = outgoing;
    this.store = store;
    this.filing = filing;
    this.courier = courier;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    if (!probes.isEmpty()) {
      Thread.ofVirtual().name("probes").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    boolean noted = false;
    try {
      while (!stopping.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          if (!noted) {
            note();
            noted = true;
          }
          look();
        } catch (RuntimeException e) {
          LOG.warn("nobody can be probed now: {}", e.toString());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks those whose turn has come; returns who is being asked. */
  List<Thread> look() {
    List<Thread> asked = new ArrayList<>();
    for (Rota.Turn turn :
        QuarkusTransaction.requiringNew()
            .call(() -> rota.claim(probes.values(), clock.instant()))) {
      Probe probe = probes.get(turn.key());
      if (probe != null) {
        asked.add(
            Thread.ofVirtual()
                .name("probe-" + probe.app())
                .start(() -> ask(probe, turn.failing())));
      }
    }
    return asked;
  }

  /** Notes who is to be asked. */
  void note() {
    QuarkusTransaction.requiringNew().run(() -> rota.note(probes.values(), clock.instant()));
  }

  private void ask(Probe probe, boolean failed) {
    Instant begin = clock.instant();
    Reply reply = outgoing.post(Guard.Trust.OPERATOR, probe.timeout()).get(probe.url(), Map.of());
    Instant now = clock.instant();
    boolean well = ProbeSignal.isWell(probe, reply);
    if (well && !failed) {
      return;
    }
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> take(probe, reply, Duration.between(begin, now), now));
      courier.wake();
    } catch (RuntimeException e) {
      LOG.warn("the answer of {} cannot be stored: {}", probe.app(), e.toString());
    }
  }

  private void take(Probe probe, Reply reply, Duration took, Instant now) {
    List<App> apps = rota.known(probe.key());
    Map<String, CaseFile> files = store.open(apps);
    apps.forEach(app -> {
      CaseFile file = files.get(app.source());
      if (file != null) {
        file.notice(ProbeSignal.of(probe, app, reply, took, now), now);
      }
    });
    filing.keep(files.values());
    rota.went(probe.key(), !ProbeSignal.isWell(probe, reply));
  }
}
