package io.stormdrain.notifier.process;

import io.stormdrain.notifier.signal.Vitals;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A release or deployment of an app, and how it went so far.
 *
 * @param version {@code v43}, or a platform's id
 * @param what what it brought, as the platform said: {@code Deploy 8c456a46}, {@code Set FOO config
 *     vars}; null where it did not say
 * @param upAt when a process was first up under it; null before
 * @param askedAt end of the first 10 s in which a request came after that
 * @param servedAt end of the first 10 s in which one was answered well
 * @param deaths of processes under it
 * @param memory the most that one process used under it; null when none said so
 */
public record Release(
    String version,
    Instant at,
    @Nullable String what,
    @Nullable Instant upAt,
    @Nullable Instant askedAt,
    @Nullable Instant servedAt,
    int deaths,
    Vitals.@Nullable Memory memory) {

  /** One that was just made. */
  static Release made(String version, Instant at, @Nullable String what) {
    return new Release(version, at, what, null, null, null, 0, null);
  }

  /** Whether it came up, stayed up and, where anything was asked of it, answered. */
  public boolean isGood() {
    return upAt != null && deaths == 0 && (askedAt == null || servedAt != null);
  }

  Release brought(String it) {
    return new Release(version, at, it, upAt, askedAt, servedAt, deaths, memory);
  }

  Release up(Instant time) {
    return upAt != null || time.isBefore(at)
        ? this
        : new Release(version, at, what, time, askedAt, servedAt, deaths, memory);
  }

  Release died(Instant time) {
    return time.isBefore(at)
        ? this
        : new Release(version, at, what, upAt, askedAt, servedAt, deaths + 1, memory);
  }

  /** Takes what was counted under it. */
  Release counted(Vitals vitals) {
    if (vitals.until().isBefore(at)) {
      return this;
    }
    boolean up = upAt != null && !vitals.until().isBefore(upAt);
    boolean asked = up && vitals.requests().values().stream().anyMatch(count -> count > 0);
    boolean served = up && vitals.requests().getOrDefault("2xx", 0L) > 0;
    return new Release(
        version,
        at,
        what,
        upAt,
        asked ? Objects.requireNonNullElse(askedAt, vitals.until()) : askedAt,
        served ? Objects.requireNonNullElse(servedAt, vitals.until()) : servedAt,
        deaths,
        vitals.memory().values().stream().reduce(memory, Release::more));
  }

  private static Vitals.Memory more(Vitals.@Nullable Memory a, Vitals.Memory b) {
    return a == null || b.used() > a.used() ? b : a;
  }
}
