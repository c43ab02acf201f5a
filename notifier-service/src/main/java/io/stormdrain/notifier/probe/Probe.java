package io.stormdrain.notifier.probe;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an app is asked to know whether it is well.
 *
 * @param app its name, as its source has it
 * @param environment only of this environment; empty for any
 * @param url what is fetched
 * @param every how often, 10 s to 1 h
 * @param timeout how long the answer may take, shorter than {@code every}
 * @param expect status that it has to answer with; null for any below 400
 */
public record Probe(
    String app,
    String environment,
    URI url,
    Duration every,
    Duration timeout,
    @Nullable Integer expect) {

  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** By which it is known. */
  record Key(String app, String environment) {}

  public Probe {
    require(!app.isBlank(), "needs the name of an app", app);
    require(
        url.getHost() != null
            && ("https".equals(url.getScheme()) || "http".equals(url.getScheme())),
        "url must be an address with http or https and a host",
        url);
    require(
        every.compareTo(SHORTEST) >= 0 && every.compareTo(LONGEST) <= 0,
        "every must be 10s to 1h",
        every);
    require(
        timeout.isPositive() && timeout.compareTo(every) < 0,
        "timeout must be shorter than every",
        timeout);
    require(expect == null || (expect >= 100 && expect <= 599), "expect must be a status", expect);
  }

  Key key() {
    return new Key(app, environment);
  }

  /** Whether an answer with this status says that all is well. */
  boolean isWell(int status) {
    return expect == null ? status < 400 : status == expect;
  }

  private static void require(boolean holds, String what, @Nullable Object got) {
    if (!holds) {
      throw new IllegalArgumentException(what + ", got " + got);
    }
  }
}
