package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.NotifierConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How many deliveries are under way to each receiver, and how many more may be. */
@Singleton
class Hands {

  private final int each;
  private final Map<String, Integer> busy = new HashMap<>();

  Hands(NotifierConfig config) {
    this.each = config.delivery().atATime();
  }

  synchronized int free(String receiver) {
    return Math.max(0, each - busy.getOrDefault(receiver, 0));
  }

  synchronized boolean isBusy(String receiver) {
    return busy.containsKey(receiver);
  }

  synchronized void take(String receiver) {
    busy.merge(receiver, 1, Integer::sum);
  }

  synchronized void giveBack(String receiver) {
    busy.computeIfPresent(receiver, (name, count) -> count == 1 ? null : count - 1);
    notifyAll();
  }

  /** Waits until nothing is under way; says whether that has come about. */
  synchronized boolean awaitQuiet(Duration most) throws InterruptedException {
    long until = System.nanoTime() + most.toNanos();
    while (!busy.isEmpty()) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
