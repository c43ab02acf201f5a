package io.stormdrain.local.healthy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A day of an app as its platform's log shows it: requests, words of the app, one daily restart.
 */
final class HealthyDay {

  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");
  private static final String[] WORDS = {
    "cart",
    "orders",
    "tariffs",
    "ledger",
    "zones",
    "till",
    "error_reports",
    "crash_course",
    "retries"
  };

  private static final String ROUTER =
      "at=info method=GET path=\"/@/#\" host=shop.example.com request_id=# fwd=\"203.0.113.#\" dyno=web.1 connect=0ms service=#ms status=STATUS bytes=# protocol=https";

  private static final String[] RESTART = {
    "heroku[web.1]: Cycling",
    "heroku[web.1]: State changed from up to starting",
    "heroku[web.1]: Stopping all processes with SIGTERM",
    "heroku[web.1]: Process exited with status 143",
    "heroku[web.1]: Starting process with command `bin/start`",
    "heroku[web.1]: State changed from starting to up",
  };

  private final Stack stack;
  private final Random random;

  HealthyDay(Stack stack, long seed) {
    this.stack = stack;
    this.random = new Random(seed);
  }

  /** The lines of one hour. */
  List<String> hour(int hour, int lines) {
    List<String> log = new ArrayList<>(lines + RESTART.length);
    Instant begin = MIDNIGHT.plus(Duration.ofHours(hour));
    for (int i = 0; i < lines; i++) {
      Instant at = begin.plusMillis(3_500_000L * i / lines);
      log.add(at + " " + (random.nextInt(3) == 0 ? router() : "app[web.1]: " + spoken()));
    }
    if (hour == 3) {
      for (int i = 0; i < RESTART.length; i++) {
        log.add(begin.plusSeconds(3_510 + 5L * i) + " " + RESTART[i]);
      }
    }
    return log;
  }

  private String router() {
    int[] statuses = {200, 200, 200, 201, 204, 302, 304, 401, 404};
    String status = Integer.toString(statuses[random.nextInt(statuses.length)]);
    return "heroku[router]: " + filled(ROUTER.replace("STATUS", status));
  }

  private String spoken() {
    return filled(stack.says().get(random.nextInt(stack.says().size())));
  }

  private String filled(String template) {
    StringBuilder line = new StringBuilder(template.length() + 16);
    for (int i = 0; i < template.length(); i++) {
      switch (template.charAt(i)) {
        case '#' -> line.append(random.nextInt(60));
        case '@' -> line.append(WORDS[random.nextInt(WORDS.length)]);
        default -> line.append(template.charAt(i));
      }
    }
    return line.toString();
  }
}
