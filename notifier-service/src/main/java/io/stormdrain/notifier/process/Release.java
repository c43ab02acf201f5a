package io.stormdrain.notifier.process;

import io.stormdrain.notifier.signal.Vitals;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release or deployment of an app, and how it went so far.
 *
 * @param version {@code v43}, or a platform's id
 * @param what what it brought, as the platform said: {@code Deploy 8c456a46}, {@code Set FOO config
 *     vars}; null where it did not say
 * @param upAt when a process was first up under it; null before
 * @param servedAt end of the first 10 s in which a request was answered well after that
 * @param deaths of processes under it
 */
public record Release(
    String version,
    Instant at,
    @Nullable String what,
    @Nullable Instant upAt,
    @Nullable Instant servedAt,
    int deaths) {

  /** One that was just made. */
  static Release made(String version, Instant at, @Nullable String what) {
    return new Release(version, at, what, null, null, 0);
  }

  Release brought(String it) {
    return new Release(version, at, it, upAt, servedAt, deaths);
  }

  Release up(Instant time) {
    return upAt != null || time.isBefore(at)
        ? this
        : new Release(version, at, what, time, servedAt, deaths);
  }

  Release died(Instant time) {
    return time.isBefore(at) ? this : new Release(version, at, what, upAt, servedAt, deaths + 1);
  }

  Release served(Vitals vitals) {
    boolean first = servedAt == null && upAt != null && !vitals.until().isBefore(upAt);
    return first && vitals.requests().getOrDefault("2xx", 0L) > 0
        ? new Release(version, at, what, upAt, vitals.until(), deaths)
        : this;
  }
}
