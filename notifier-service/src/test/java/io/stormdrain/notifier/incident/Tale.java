package io.stormdrain.notifier.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.signal.Vitals;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a case file what happens in an app, second by second. */
final class Tale {

  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final CaseFile file;
  private long offset;

  Tale(AlertRules rules) {
    this(
        new CaseFile(
            rules,
            Story.BLANK,
            new Docket(new App("shop", "shop", "heroku", "production"), List.of(), List.of()),
            3));
  }

  /** Goes on with what is there. */
  Tale(CaseFile file) {
    this.file = file;
  }

  /** A signal at so many seconds; captures are pairs of name and value. */
  Tale at(
      double second, String process, String type, @Nullable String subject, Object... captures) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < captures.length; i += 2) {
      all.put((String) captures[i], captures[i + 1]);
    }
    offset++;
    Instant time = START.plusMillis(Math.round(second * 1_000));
    file.accept(
        new Signal(
            "0/" + offset + "/test",
            type,
            "shop",
            "shop",
            "heroku",
            "production",
            process.isEmpty() ? null : process,
            null,
            time,
            subject,
            all,
            List.of(),
            new Evidence(0, offset, type + " " + subject)),
        time);
    return this;
  }

  /** A start of web.1 that dies after four seconds, of a missing module where one is named. */
  Tale boot(double second, @Nullable String missing) {
    at(second, "web.1", "process.restarting", "web.1", "from", "crashed");
    at(second + 1, "web.1", "process.starting", "web.1");
    if (missing != null) {
      at(second + 3, "web.1", "module.missing", missing);
    }
    at(second + 4, "web.1", "process.exited", "web.1", "status", 1L);
    return at(second + 4, "web.1", "process.crashed", "web.1", "from", "starting");
  }

  /** The only incident that is told. */
  Incident only() {
    assertThat(incidents()).hasSize(1);
    return incidents().getFirst();
  }

  /** The app goes on talking, and nothing bad is said. */
  Tale calm(double second) {
    return counted(second, Map.of(), List.of());
  }

  /** Requests of ten seconds, all of which took about as many milliseconds; 0 for unknown. */
  Tale requests(double second, long good, long bad, long millis) {
    return counted(
        second,
        Map.of("2xx", good, "5xx", bad),
        millis == 0 ? List.of() : List.of(new Vitals.Bucket(millis, good + bad)));
  }

  private Tale counted(double second, Map<String, Long> requests, List<Vitals.Bucket> service) {
    Instant time = START.plusMillis(Math.round(second * 1_000));
    file.accept(
        new Vitals(
            "shop",
            "shop",
            "heroku",
            "production",
            time,
            time.plus(Duration.ofSeconds(10)),
            5,
            requests,
            service,
            Map.of(),
            Map.of("web", 5L),
            0),
        time);
    return this;
  }

  /** The app is silent, and this is the time on the wall. */
  Tale wall(double second) {
    Instant wall = START.plusMillis(Math.round(second * 1_000));
    file.tick(wall, wall);
    return this;
  }

  CaseFile file() {
    return file;
  }

  List<Incident> incidents() {
    return file.docket().incidents().stream()
        .filter(incident -> incident.severity() != Severity.INFO)
        .toList();
  }

  /** Reasons of all transitions of incidents that are told, in their order. */
  List<Reason> reasons() {
    return file.docket().transitions().stream()
        .filter(t -> incidents().stream().anyMatch(i -> i.id().equals(t.incident())))
        .map(Transition::reason)
        .toList();
  }

  /** Those of them that people get a message of. */
  List<Reason> messages() {
    return reasons().stream().filter(r -> r.notice() == Reason.Notice.MESSAGE).toList();
  }
}
