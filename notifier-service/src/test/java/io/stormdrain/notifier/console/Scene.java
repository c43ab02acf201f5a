package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.TroubledApp;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.store.IncidentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Apps that get into trouble so that pages have something to show. */
final class Scene {

  private static final AtomicLong OFFSETS = new AtomicLong(1_000_000);

  private final IncidentStore store;
  private final Outbox outbox;
  private final Instant begin;

  Scene(IncidentStore store, Outbox outbox, Instant begin) {
    this.store = store;
    this.outbox = outbox;
    this.begin = begin;
  }

  /** A release that lacks a module, and the crash loop that follows. */
  void crashLoop(String app) {
    released(app);
    says(
        app,
        8,
        "process.starting",
        "web.1",
        null,
        Map.of(),
        "Starting process with command `gunicorn press.app:app`");
    says(
        app,
        11,
        "module.missing",
        "web.1",
        "bs4",
        Map.of("module", "bs4"),
        "ModuleNotFoundError: No module named 'bs4'",
        "Add beautifulsoup4 to requirements.txt (it provides the module bs4) and deploy again; let the build fail when pip fails.",
        "Or go back to the release before: heroku rollback v56 --app " + app);
    for (int death = 0; death < 3; death++) {
      dies(app, 12 + death * 20);
    }
    says(
        app,
        70,
        "request.failed",
        "router",
        "H10",
        Map.of("code", "H10"),
        "at=error code=H10 desc=\"App crashed\" method=GET path=\"/\" host=shop.example.org");
  }

  private void released(String app) {
    says(
        app,
        0,
        "release.created",
        null,
        "v57",
        Map.of(),
        "Release v57 created by user ann@example.org");
    says(
        app,
        0,
        "deploy.made",
        null,
        "4be01c7a",
        Map.of(),
        "Deploy 4be01c7a by user ann@example.org");
  }

  private void dies(String app, int second) {
    says(
        app,
        second,
        "process.exited",
        "web.1",
        null,
        Map.of("status", 1L),
        "Process exited with status 1");
    says(
        app,
        second + 1,
        "process.crashed",
        "web.1",
        null,
        Map.of(),
        "State changed from starting to crashed");
    says(
        app,
        second + 8,
        "process.starting",
        "web.1",
        null,
        Map.of(),
        "Starting process with command `gunicorn press.app:app`");
  }

  /** A build that runs out of memory, which is over when the next succeeds. */
  void build(String app, boolean cured) {
    says(
        app,
        5,
        "build.oom",
        "build",
        "step 4",
        Map.of(),
        "Killed: the build used more memory than there is",
        "Build where there is more memory: heroku builds:create --app " + app);
    if (cured) {
      says(app, 60, "build.succeeded", "build", "done", Map.of(), "Build succeeded");
    }
  }

  /** A build that runs out of memory, seen by this line. */
  void seenBy(String app, Evidence line) {
    Instant at = begin.plusSeconds(5);
    Signal signal =
        new Signal(
            line.partition() + "/" + line.offset() + "/test",
            "build.oom",
            app,
            app,
            "heroku",
            "production",
            "build",
            null,
            at,
            "step 4",
            Map.of(),
            List.of(),
            line);
    QuarkusTransaction.requiringNew().run(() -> TroubledApp.says(store, outbox, at, signal));
  }

  /** An app about which nothing is wrong. */
  void healthy(String app) {
    says(
        app,
        0,
        "release.created",
        null,
        "v12",
        Map.of(),
        "Release v12 created by user bob@example.org");
    says(app, 6, "process.up", "web.1", null, Map.of(), "State changed from starting to up");
    says(app, 7, "process.up", "worker.1", null, Map.of(), "State changed from starting to up");
  }

  /** An attacker's text wherever a log or a sender has a say. */
  void hostile(String app, String text) {
    says(
        app + text,
        1,
        "module.missing",
        "web.1" + text,
        text,
        Map.of("module", text),
        text,
        "Add " + text + " to requirements.txt",
        "heroku config:set X=" + text);
    says(app + text, 0, "release.created", null, text, Map.of(), text);
  }

  void says(
      String app,
      int second,
      String type,
      @Nullable String process,
      @Nullable String subject,
      Map<String, Object> captures,
      String line,
      String... remediation) {
    long offset = OFFSETS.incrementAndGet();
    Instant at = begin.plus(Duration.ofSeconds(second));
    Signal signal =
        new Signal(
            "0/" + offset,
            type,
            app,
            app,
            "heroku",
            "production",
            process,
            null,
            at,
            subject,
            captures,
            List.of(remediation),
            new Evidence(0, offset, line));
    QuarkusTransaction.requiringNew().run(() -> TroubledApp.says(store, outbox, at, signal));
  }
}
