package io.stormdrain.notifier.routing;

import io.stormdrain.notifier.route.Escalation;
import io.stormdrain.notifier.route.Repeat;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is done about incidents that nobody looks after, as the routing file writes it. */
final class UrgingFile {

  private UrgingFile() {}

  /** {@code {critical: 1h, high: 4h, backoff: 2, max: 24h}}. */
  record Again(
      @Nullable Duration critical,
      @Nullable Duration high,
      @Nullable Duration medium,
      @Nullable Duration low,
      @Nullable Double backoff,
      @Nullable Duration max) {

    Repeat repeat() {
      Map<Severity, Duration> every = new EnumMap<>(Severity.class);
      put(every, Severity.CRITICAL, critical);
      put(every, Severity.HIGH, high);
      put(every, Severity.MEDIUM, medium);
      put(every, Severity.LOW, low);
      return new Repeat(
          every,
          Objects.requireNonNullElse(backoff, Repeat.NEVER.backoff()),
          Objects.requireNonNullElse(max, Repeat.NEVER.longest()));
    }

    private static void put(
        Map<Severity, Duration> every, Severity severity, @Nullable Duration pause) {
      if (pause != null) {
        every.put(severity, pause);
      }
    }
  }

  /** {@code {after: 15m, receivers: [pager]}}. */
  record Further(@Nullable Duration after, @Nullable List<Word> receivers) {

    Further {
      if (after == null || receivers == null) {
        throw new IllegalArgumentException("an escalation needs 'after' and 'receivers'");
      }
    }

    List<Word> named() {
      return Objects.requireNonNull(receivers);
    }

    Escalation escalation() {
      return new Escalation(
          Objects.requireNonNull(after), named().stream().map(Word::text).toList());
    }
  }
}
