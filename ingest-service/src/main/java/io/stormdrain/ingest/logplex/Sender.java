package io.stormdrain.ingest.logplex;

import org.jspecify.annotations.Nullable;

/** Who speaks Logplex's format to a drain. Three senders of Heroku do, and not alike. */
public enum Sender {
  /** Common Runtime and Private Spaces. Sends no structured data field at all. */
  LOGPLEX,
  /** Shield Private Spaces, with Logplex not in the path. */
  LOG_SHUTTLE,
  /** Heroku's API, a Ruby client, for the API lines of a Private Space. */
  HEROKU_API,
  /** Tests with curl, other platforms, imitations. */
  OTHER;

  /**
   * Told by what only one of them sends.
   *
   * @param userAgent the request's {@code User-Agent}
   * @param drainToken its {@code Logplex-Drain-Token}, which Logplex alone sends
   */
  public static Sender of(@Nullable String userAgent, @Nullable String drainToken) {
    String agent = userAgent == null ? "" : userAgent;
    if (agent.startsWith("log-shuttle")) {
      return LOG_SHUTTLE;
    }
    if (drainToken != null || agent.startsWith("Logplex/")) {
      return LOGPLEX;
    }
    return agent.startsWith("excon/") ? HEROKU_API : OTHER;
  }

  /**
   * RFC 5424 wants structured data, or {@code -} for none, before a message. Logplex leaves it out
   * (its issue 204), so that a leading dash there belongs to what the app wrote.
   */
  boolean sendsStructuredData() {
    return this != LOGPLEX;
  }
}
