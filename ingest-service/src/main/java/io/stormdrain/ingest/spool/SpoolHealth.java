package io.stormdrain.ingest.spool;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the spool is.
 *
 * @param lines that wait for Kafka
 * @param bytes that they take, of at most {@code limit}
 * @param detail for people
 */
public record SpoolHealth(State state, long lines, long bytes, long limit, String detail) {
  private static final double NEARLY = 0.95;

  /** What it can do. */
  public enum State {
    EMPTY,
    /** Lines wait in it; there is room for more. */
    WAITING,
    /** There is hardly any room left: lines are refused, or soon will be. */
    FULL,
    /** The disk does not take lines. */
    FAILING;

    /** As health and logs write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static SpoolHealth of(SpoolCounts counts, long limit, @Nullable String failure) {
    long lines = counts.waiting();
    long bytes = counts.bytes();
    State state =
        failure != null
            ? State.FAILING
            : bytes > NEARLY * limit ? State.FULL : lines > 0 ? State.WAITING : State.EMPTY;
    return new SpoolHealth(state, lines, bytes, limit, failure == null ? "in order" : failure);
  }

  /** Can it take lines when Kafka does not? */
  public boolean takesLines() {
    return state == State.EMPTY || state == State.WAITING;
  }
}
