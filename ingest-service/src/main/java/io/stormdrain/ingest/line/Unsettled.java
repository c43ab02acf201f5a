package io.stormdrain.ingest.line;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a delivery that are not acknowledged: those that wait for an answer, and those to be
 * sent again. All of it belongs to the delivery's loop, but for {@link #failed}.
 */
final class Unsettled {
  /** Lines that were sent; those that are settled are forgotten in time. */
  private final List<LogLine> sent = new ArrayList<>();

  /** Lines that were not taken, oldest first. Guarded by this. */
  private final List<LogLine> failures = new ArrayList<>(0);

  /** Lines to be sent again before any other. */
  private final Deque<LogLine> again = new ArrayDeque<>(1);

  private final int most;

  /** Looks for settled lines when it holds so many. */
  Unsettled(int most) {
    this.most = most;
  }

  void beginSlice() {
    if (sent.size() >= most) {
      sent.removeIf(LogLine::isSettled);
    }
  }

  void sent(LogLine line) {
    sent.add(line);
  }

  /** Was not taken when it was sent. */
  void turnedDown(LogLine line) {
    again.addFirst(line.again());
  }

  /** Was sent, and not taken. The caller holds this object's lock. */
  void failed(LogLine line) {
    failures.add(line);
  }

  /** The next line to be sent again; null when there is none. */
  @Nullable LogLine next() {
    return again.poll();
  }

  /** Has lines that failed sent again; returns how many there are. */
  synchronized int takeFailures() {
    for (LogLine line : failures) {
      line.settle();
      again.addLast(line.again());
    }
    failures.clear();
    return again.size();
  }

  /** All of them, for somebody else to send, in the order in which they were read. */
  Deque<LogLine> left() {
    SortedMap<Integer, LogLine> left = new TreeMap<>();
    sent.stream()
        .filter(line -> !line.isSettled())
        .forEach(line -> left.put(line.number(), line.again()));
    again.forEach(line -> left.put(line.number(), line));
    return new ArrayDeque<>(left.values());
  }
}
