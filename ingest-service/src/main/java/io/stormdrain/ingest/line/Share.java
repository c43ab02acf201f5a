package io.stormdrain.ingest.line;

import java.util.concurrent.atomic.AtomicLong;

/** What the requests of one source hold of the memory for all, so that the others find some. */
public final class Share {
  private final InFlight all;
  private final long limit;
  private final AtomicLong bytes = new AtomicLong();

  /** What became of a body that wants memory. */
  public enum Admission {
    ADMITTED,
    /** Its source holds as much as one may. */
    SHARE_USED,
    /** All sources together do. */
    ALL_USED
  }

  Share(InFlight all, long limit) {
    this.all = all;
    this.limit = limit;
  }

  /** Takes the bytes of a body, unless that passes a limit. */
  public Admission admit(long more) {
    if (bytes.addAndGet(more) > limit) {
      bytes.addAndGet(-more);
      return Admission.SHARE_USED;
    }
    if (!all.admit(more)) {
      bytes.addAndGet(-more);
      return Admission.ALL_USED;
    }
    return Admission.ADMITTED;
  }

  /** Takes bytes for a request that was admitted; those never wait for memory. */
  public void add(long more) {
    bytes.addAndGet(more);
    all.add(more);
  }

  /** Gives bytes back. */
  public void release(long less) {
    bytes.addAndGet(-less);
    all.release(less);
  }

  /** Bytes held now. */
  long bytes() {
    return bytes.get();
  }
}
