package io.stormdrain.notifier.delivery;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives what reached nobody another chance, because somebody says so. In its caller's transaction.
 */
@Singleton
public class Replay {

  /** What came of it. */
  public enum Result {
    /** It is tried again. */
    REPLAYED,
    /** It is not dead. */
    NOT_DEAD,
    /** There is no such delivery. */
    UNKNOWN
  }

  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  private final AfterCommit afterCommit;
  private final InstantSource clock;

  Replay(AfterCommit afterCommit, InstantSource clock) {
    this.afterCommit = afterCommit;
    this.clock = clock;
  }

  /** Has it tried again. */
  public Result replay(long id, String by) {
    StoredDelivery row = StoredDelivery.findById(id, PESSIMISTIC_WRITE);
    if (row == null) {
      return Result.UNKNOWN;
    }
    if (row.state != DeliveryState.DEAD) {
      return Result.NOT_DEAD;
    }
    row.replayed(clock.instant());
    afterCommit.enqueued(List.of(new AfterCommit.Entry(row.receiver, row.reason)));
    LOG.info("a dead delivery is tried again: delivery={} receiver={} by={}", id, row.receiver, by);
    return Result.REPLAYED;
  }
}
