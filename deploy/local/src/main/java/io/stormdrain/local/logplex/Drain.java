package io.stormdrain.local.logplex;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A drain as Logplex serves it: one request in flight, three attempts without a pause, a 4xx is
 * final, a refused connection costs no attempt, and what was lost is told in front of the next
 * body.
 *
 * <p>Unlike Logplex it does not overflow: it waits while nobody listens, up to a limit.
 */
public final class Drain {

  private static final int ATTEMPTS = 3;

  private final Door door;
  private final Supplier<String> frameIds;
  private final Clock clock;
  private final Reconnect reconnect;
  private Totals totals = Totals.NONE;
  private int lost;
  private @Nullable Instant lostSince;

  Drain(Door door, Supplier<String> frameIds, Clock clock, Reconnect reconnect) {
    this.door = door;
    this.frameIds = frameIds;
    this.clock = clock;
    this.reconnect = reconnect;
  }

  /** A drain at an address. */
  public static Drain at(DrainAddress address, Supplier<String> frameIds) {
    return new Drain(new HttpDoor(address), frameIds, Clock.systemUTC(), new Reconnect());
  }

  /**
   * Sends a batch until its fate is decided.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  public Outcome send(Batch batch) throws InterruptedException {
    Batch body =
        lostSince == null ? batch : batch.after(Frame.lost(lost, lostSince, clock.instant()));
    Outcome outcome = attempt(frameIds.get(), body);
    switch (outcome) {
      case ACKNOWLEDGED -> {
        lost = 0;
        lostSince = null;
        totals = totals.plusAcknowledged(batch.size());
      }
      case REFUSED, GIVEN_UP -> {
        lost += batch.size();
        lostSince = lostSince == null ? clock.instant() : lostSince;
        totals = totals.plusDropped(batch.size());
      }
      case UNREACHABLE -> totals = totals.plusUnsent(batch.size());
    }
    return outcome;
  }

  private Outcome attempt(String frameId, Batch body) throws InterruptedException {
    int attempts = 0;
    Duration waited = Duration.ZERO;
    while (attempts < ATTEMPTS) {
      Answer answer = door.post(frameId, body);
      totals = totals.after(answer);
      switch (answer) {
        case Answer.Status(int code) -> {
          reconnect.connected();
          if (code >= 200 && code < 300) {
            return Outcome.ACKNOWLEDGED;
          }
          if (code >= 400 && code < 500 && code != 429) {
            return Outcome.REFUSED;
          }
          attempts++;
        }
        case Answer.Silence ignored -> {
          reconnect.connected();
          attempts++;
        }
        case Answer.NoConnection ignored -> {
          if (waited.compareTo(reconnect.patience()) >= 0) {
            return Outcome.UNREACHABLE;
          }
          waited = waited.plus(reconnect.pause());
        }
      }
    }
    return Outcome.GIVEN_UP;
  }

  /** What was sent so far. */
  public Totals totals() {
    return totals;
  }
}
