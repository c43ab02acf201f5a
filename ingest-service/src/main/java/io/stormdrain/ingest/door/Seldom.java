package io.stormdrain.ingest.door;

import java.util.concurrent.atomic.AtomicLong;

/** Lets something through once in a while, and counts what it kept back. */
final class Seldom {
  private final long nanosBetween;
  private final AtomicLong next;
  private final AtomicLong keptBack = new AtomicLong();

  Seldom(long nanosBetween, long now) {
    this.nanosBetween = nanosBetween;
    this.next = new AtomicLong(now);
  }

  /** How many times it was asked since it last said so; 0 when it is too soon to say. */
  long timesSinceSaid(long now) {
    long times = keptBack.incrementAndGet();
    long due = next.get();
    boolean say = now - due >= 0 && next.compareAndSet(due, now + nanosBetween);
    if (say) {
      keptBack.addAndGet(-times);
    }
    return say ? times : 0;
  }
}
