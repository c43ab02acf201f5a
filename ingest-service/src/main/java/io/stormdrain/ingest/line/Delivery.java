package io.stormdrain.ingest.line;

import io.stormdrain.ingest.line.Settlement.Published;
import io.stormdrain.ingest.line.Settlement.Refused;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one request on their way to Kafka, or to the spool: sent in slices, so that other
 * requests get their turn; sent again when they fail; settled once all are acknowledged, or time is
 * up.
 *
 * <p>Everything happens on the request's event loop, but for {@link #acknowledged} and {@link
 * #failed}, which the outlet's thread calls.
 */
public final class Delivery implements Awaiting {
  /** Lines per slice, and bytes of them: about a millisecond of the event loop. */
  static final int SLICE = 512;

  static final int SLICE_BYTES = 256 * 1024;

  /** Most lines that wait for Kafka at a time; bounds the memory of a large body. */
  static final int WINDOW = 8_192;

  static final int RETRY_MILLIS = 50;

  /** Taken from the balance when a request is given up, so that later answers are told apart. */
  private static final int GIVEN_UP = 1 << 30;

  private final Lines lines;
  private final Outlet outlet;
  private final Loop loop;
  private final InFlight memory;
  private final Consumer<Settlement> settled;
  private final Runnable late;

  /** Lines sent, as far as known, minus those answered; below zero in the middle of a slice. */
  private final AtomicInteger balance = new AtomicInteger();

  private volatile Refusal lastFailure = Refusal.KAFKA_SILENT;

  private final Unsettled unsettled = new Unsettled(2 * WINDOW);

  private @Nullable Thread sending;
  private boolean turnedDown;
  private boolean exhausted;
  private boolean waiting;
  private boolean done;
  private int made;

  /**
   * A delivery that has not begun.
   *
   * @param memory where the records are charged until the end
   * @param settled told once, on the loop
   * @param late told of each line that Kafka took after it was given up, on Kafka's thread
   */
  public Delivery(
      Lines lines,
      Outlet outlet,
      Loop loop,
      InFlight memory,
      Consumer<Settlement> settled,
      Runnable late) {
    this.lines = lines;
    this.outlet = outlet;
    this.loop = loop;
    this.memory = memory;
    this.settled = settled;
    this.late = late;
  }

  /** Sends the first slice; the others follow by themselves. */
  public void begin() {
    slice();
  }

  private void slice() {
    if (done) {
      return;
    }
    int count = 0;
    int bytes = 0;
    int before = made;
    sending = Thread.currentThread();
    unsettled.beginSlice();
    while (count < SLICE && bytes < SLICE_BYTES && !turnedDown && !exhausted) {
      LogLine line = nextLine();
      exhausted = line == null;
      if (line != null) {
        line.belongsTo(this);
        outlet.send(line);
        bytes += line.value().length;
        if (!turnedDown) {
          count++;
          unsettled.sent(line);
        }
      }
    }
    sending = null;
    memory.add((long) (made - before) * InFlight.BYTES_PER_LINE);
    afterSlice(balance.addAndGet(count));
  }

  private void afterSlice(int outstanding) {
    if (turnedDown) {
      turnedDown = false;
      loop.after(RETRY_MILLIS, this::slice);
    } else if (exhausted) {
      settleIfAnswered();
    } else if (outstanding >= WINDOW) {
      waiting = true;
    } else {
      loop.run(this::slice);
    }
  }

  private @Nullable LogLine nextLine() {
    LogLine repeated = unsettled.next();
    if (repeated != null) {
      return repeated;
    }
    LogLine line = lines.next();
    if (line != null) {
      line.number(made++);
    }
    return line;
  }

  @Override
  public void acknowledged(LogLine line) {
    int outstanding = balance.decrementAndGet();
    answered(outstanding);
    if (isGivenUp(outstanding)) {
      late.run();
    }
  }

  @Override
  public void failed(LogLine line, Exception failure) {
    lastFailure = Refusal.of(failure);
    if (Thread.currentThread().equals(sending)) {
      line.belongsTo(null);
      unsettled.turnedDown(line);
      turnedDown = true;
      return;
    }
    int outstanding;
    synchronized (unsettled) {
      unsettled.failed(line);
      outstanding = balance.decrementAndGet();
    }
    answered(outstanding);
  }

  private void answered(int outstanding) {
    if (outstanding == 0) {
      loop.run(this::settleIfAnswered);
    } else if (outstanding == WINDOW / 2) {
      loop.run(this::goOn);
    } else if (isGivenUp(outstanding)) {
      memory.release(InFlight.BYTES_PER_LINE);
    }
  }

  private static boolean isGivenUp(int outstanding) {
    return outstanding < -GIVEN_UP / 2;
  }

  private void goOn() {
    if (waiting) {
      waiting = false;
      slice();
    }
  }

  private void settleIfAnswered() {
    if (done || !exhausted || balance.get() != 0) {
      return;
    }
    if (unsettled.takeFailures() == 0) {
      finish(new Published(made), 0);
    } else {
      exhausted = false;
      loop.after(RETRY_MILLIS, this::slice);
    }
  }

  /**
   * Ends without settling: from now on, somebody else looks after what was not acknowledged.
   *
   * @return null when it is settled already
   */
  @Nullable Rest leave() {
    if (done) {
      return null;
    }
    int outstanding;
    synchronized (unsettled) {
      outstanding = balance.getAndAdd(-GIVEN_UP);
      unsettled.takeFailures();
    }
    Deque<LogLine> left = unsettled.left();
    done = true;
    memory.release((long) (made - outstanding) * InFlight.BYTES_PER_LINE);
    return new Rest(made - left.size(), left, lines);
  }

  /** Time is up. */
  public void giveUp() {
    if (done) {
      return;
    }
    int outstanding;
    int unsent;
    synchronized (unsettled) {
      outstanding = balance.getAndAdd(-GIVEN_UP);
      unsent = unsettled.takeFailures();
    }
    int notMade = 0;
    while (lines.next() != null) {
      notMade++;
    }
    int published = made - unsent - outstanding;
    finish(new Refused(published, outstanding + unsent + notMade, lastFailure), outstanding);
  }

  private void finish(Settlement settlement, int stillHeld) {
    done = true;
    memory.release((long) (made - stillHeld) * InFlight.BYTES_PER_LINE);
    settled.accept(settlement);
  }
}
