package io.stormdrain.ingest.line;

import java.time.Duration;

/**
 * Where lines go that Kafka does not take.
 *
 * @param spool takes lines when they are on disk
 * @param after how long Kafka is waited for
 */
public record Spooling(Store spool, Duration after) {

  /** Keeps lines until Kafka takes them. */
  public interface Store extends Outlet {
    /** Lines wait in it: what comes now has to come behind them. */
    boolean isWaiting();
  }
}
