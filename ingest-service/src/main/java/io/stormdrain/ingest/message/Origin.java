package io.stormdrain.ingest.message;

import java.util.Locale;
import java.util.Set;

/** Who speaks in a line: the process itself, or the platform about it. */
public enum Origin {
  APP,
  PLATFORM;

  /** Facility of Heroku's API and add-ons. */
  private static final int LOCAL0 = 16;

  private static final Set<String> PLATFORM_PROCESSES =
      Set.of("router", "api", "logplex", "log-shuttle");

  /**
   * Heroku's dyno manager, router and Logplex call themselves {@code heroku}, but its API and its
   * data services write under the app's name.
   *
   * @param app APP-NAME of the syslog header
   * @param process PROCID
   * @param priority PRI
   */
  public static Origin onHeroku(String app, String process, int priority) {
    boolean platform =
        app.equals("heroku")
            || PLATFORM_PROCESSES.contains(process)
            || process.startsWith("heroku-")
            || process.startsWith("postgres.")
            || priority / 8 == LOCAL0;
    return platform ? PLATFORM : APP;
  }

  /** As the header writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
