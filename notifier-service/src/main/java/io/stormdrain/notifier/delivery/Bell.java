package io.stormdrain.notifier.delivery;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rung when there may be something new in the outbox. */
@Singleton
class Bell {

  private final Semaphore rings = new Semaphore(0);

  void ring() {
    if (rings.availablePermits() == 0) {
      rings.release();
    }
  }

  /** Waits for it, so long at most. */
  void await(long millis) throws InterruptedException {
    if (rings.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      rings.drainPermits();
    }
  }
}
