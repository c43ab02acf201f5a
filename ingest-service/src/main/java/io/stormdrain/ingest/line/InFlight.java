package io.stormdrain.ingest.line;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes that requests hold in memory until they are answered, bodies and the records made of them.
 * Requests are turned away above the limit, so that an outage of Kafka cannot fill the heap.
 */
public final class InFlight {
  /** A record with its headers and what the Kafka client keeps for it, beside the value. */
  static final int BYTES_PER_LINE = 400;

  private final AtomicLong bytes = new AtomicLong();
  private final long limit;
  private final long shareLimit;
  private final Map<String, Share> shares = new ConcurrentHashMap<>();

  /** Admits bodies while fewer than so many bytes are held, by whomever. */
  public InFlight(long limit) {
    this(limit, limit);
  }

  /**
   * As above.
   *
   * @param shareLimit bytes that the bodies of one source may hold
   */
  public InFlight(long limit, long shareLimit) {
    this.limit = limit;
    this.shareLimit = shareLimit;
  }

  /** What a source holds of it; there are as many as sources. */
  public Share share(String source) {
    return shares.computeIfAbsent(source, id -> new Share(this, shareLimit));
  }

  /** Takes the bytes of a body, unless that passes the limit. */
  public boolean admit(long more) {
    if (bytes.addAndGet(more) <= limit) {
      return true;
    }
    bytes.addAndGet(-more);
    return false;
  }

  /** Takes bytes for a request that was admitted; those never wait for memory. */
  public void add(long more) {
    bytes.addAndGet(more);
  }

  /** Gives bytes back. */
  public void release(long less) {
    bytes.addAndGet(-less);
  }

  /** Bytes held now. */
  public long bytes() {
    return bytes.get();
  }
}
