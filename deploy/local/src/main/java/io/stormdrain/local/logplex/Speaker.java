package io.stormdrain.local.logplex;

import io.stormdrain.local.transcript.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Who a frame names as its sender, and with which priority, as seen on Heroku's drains.
 *
 * @param priority syslog's facility times 8 plus severity
 * @param name APP-NAME: {@code app} or {@code heroku}
 * @param process PROCID
 */
record Speaker(int priority, String name, String process) {

  private static final int LOCAL7_INFO = 190;
  private static final int LOCAL3_INFO = 158;
  private static final int LOCAL0_INFO = 134;
  private static final int LOCAL5_WARNING = 172;
  private static final int SYSLOG_NOTICE = 45;

  static Speaker of(Origin origin, @Nullable String process) {
    String name = process == null ? "-" : process;
    return switch (origin) {
      case APP -> new Speaker(LOCAL7_INFO, "app", name);
      case PLATFORM -> platform(name);
    };
  }

  private static Speaker platform(String process) {
    if (process.equals("router")) {
      return new Speaker(LOCAL3_INFO, "heroku", process);
    }
    if (process.equals("logplex")) {
      return new Speaker(LOCAL5_WARNING, "heroku", process);
    }
    // The API and the add-ons sign as the app.
    if (process.equals("api") || process.startsWith("heroku-") || process.startsWith("postgres.")) {
      return new Speaker(LOCAL0_INFO, "app", process);
    }
    return new Speaker(SYSLOG_NOTICE, "heroku", process);
  }
}
