package io.stormdrain.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import java.time.Instant;

/** Lines for tests: each a tenth of a second after the one before. */
public final class Lines {

  private static final long START = Instant.parse("2026-03-01T10:00:00Z").getEpochSecond();
  private long offset;

  /** The next line of a process of app shop. */
  public LogLine app(String process, String text) {
    return at(Origin.APP, process, text, offset * 100);
  }

  /** The next line of the platform about a process of app shop. */
  public LogLine platform(String process, String text) {
    return at(Origin.PLATFORM, process, text, offset * 100);
  }

  /** The next line, so many milliseconds after the start. */
  public LogLine at(Origin origin, String process, String text, long millis) {
    return new LogLine(
        "shop-production",
        "shop",
        "heroku",
        "production",
        origin,
        process,
        null,
        (START * 1_000 + millis) * 1_000_000,
        0,
        offset++,
        null,
        text.getBytes(UTF_8));
  }
}
