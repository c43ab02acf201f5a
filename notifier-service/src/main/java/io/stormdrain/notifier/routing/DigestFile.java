package io.stormdrain.notifier.routing;

import io.stormdrain.notifier.route.Appointment;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Digests as the routing file writes them: {@code {at: "09:00", days: mon-fri, timezone:
 * America/New_York, receivers: [email], skip_if_empty: true}}.
 */
record DigestFile(
    @Nullable LocalTime at,
    @Nullable Days days,
    @Nullable ZoneId timezone,
    @Nullable List<Word> receivers,
    boolean skipIfEmpty) {

  DigestFile {
    if (at == null) {
      throw new IllegalArgumentException("digests need 'at', as in {at: \"09:00\"}");
    }
  }

  /** All names of receivers in it. */
  Stream<Word> named() {
    return receivers == null ? Stream.empty() : receivers.stream();
  }

  Appointment appointment(ZoneId usual) {
    return new Appointment(
        Objects.requireNonNull(at),
        Objects.requireNonNullElse(timezone, usual),
        Objects.requireNonNullElse(days, Days.ALL).days(),
        named().map(Word::text).toList(),
        skipIfEmpty);
  }
}
