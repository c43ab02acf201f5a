package io.stormdrain.notifier.api;

import io.stormdrain.notifier.chart.Columns;
import io.stormdrain.notifier.vitals.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For how long back vitals are shown. */
public enum Span {
  HALF_HOUR("30m", Step.TEN_SECONDS, Duration.ofSeconds(20), 90),
  THREE_HOURS("3h", Step.MINUTE, Duration.ofMinutes(2), 90),
  DAY("24h", Step.MINUTE, Duration.ofMinutes(15), 96),
  TWO_DAYS("48h", Step.MINUTE, Duration.ofMinutes(30), 96);

  /** A window is told when it is over, and takes its time on the way. */
  static final Duration LATE = Duration.ofSeconds(15);

  private final String word;
  private final Step step;
  private final Duration each;
  private final int count;

  Span(String word, Step step, Duration each, int count) {
    this.word = word;
    this.step = step;
    this.each = each;
    this.count = count;
  }

  public static Span of(@Nullable String word) {
    if (word == null) {
      return HALF_HOUR;
    }
    return Arrays.stream(values())
        .filter(span -> span.word.equals(word))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.badRequest(
                "span '" + word + "' is not known",
                Arrays.stream(values()).map(Span::word).collect(Collectors.joining(", "))));
  }

  /** As the API reads it: {@code 3h}. */
  public String word() {
    return word;
  }

  /** Length of the windows to read. */
  public Step step() {
    return step;
  }

  /** The columns to show them in. */
  public Columns before(Instant now) {
    return Columns.before(now.minus(LATE), each, count);
  }
}
