package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.NotifierConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is under way to each receiver, and how much more may be. */
@Singleton
class Hands {

  /** No receiver's time-outs together are longer; what takes longer has gone wrong here. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final int each;
  private final Map<String, Map<UUID, Instant>> busy = new HashMap<>();

  Hands(NotifierConfig config) {
    this.each = config.delivery().atATime();
  }

  synchronized int free(Receiver receiver) {
    int most = Math.min(each, receiver.pace().atATime());
    return Math.max(0, most - busy.getOrDefault(receiver.name(), Map.of()).size());
  }

  synchronized boolean isBusy(String receiver) {
    return busy.containsKey(receiver);
  }

  synchronized void take(Claim claim, Instant now) {
    busy.computeIfAbsent(claim.receiver(), name -> new HashMap<>()).put(claim.token(), now);
  }

  synchronized void giveBack(Claim claim) {
    busy.computeIfPresent(
        claim.receiver(),
        (name, claims) -> {
          claims.remove(claim.token());
          return claims.isEmpty() ? null : claims;
        });
    notifyAll();
  }

  /** Tokens of what is under way. */
  synchronized List<UUID> tokens(Instant now) {
    return busy.values().stream()
        .flatMap(claims -> claims.entrySet().stream())
        .filter(claim -> claim.getValue().plus(LONGEST).isAfter(now))
        .map(Map.Entry::getKey)
        .toList();
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
