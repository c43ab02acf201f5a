package io.stormdrain.notifier.process;

import io.stormdrain.notifier.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A deployment that has ended.
 *
 * @param name as its platform calls it: a commit, an id; else by its time
 * @param live whether it went live
 * @param causes why it may have failed: what else went wrong meanwhile
 */
public record Deploy(String name, Instant at, boolean live, List<String> causes) {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("'of' MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A log and a webhook tell of one end within this time. */
  private static final Duration SAME_END = Duration.ofMinutes(2);

  /** What is deployed once more fails later than this. */
  private static final Duration SAME_NAME = Duration.ofMinutes(10);

  public Deploy {
    causes = List.copyOf(causes);
  }

  /** Whether what is told by that name is this one's end. */
  boolean isToldAgain(String by, Instant time) {
    Duration apart = Duration.between(at, time).abs();
    return apart.compareTo(name.equals(by) ? SAME_NAME : SAME_END) < 0;
  }

  /** What the deployment is called that a signal tells of. */
  static String name(Signal signal) {
    for (String name : new String[] {signal.subject(), signal.release()}) {
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    return clock(signal.time());
  }

  /** {@code of 03-01 10:00}, UTC. */
  static String clock(Instant at) {
    return CLOCK.format(at);
  }
}
