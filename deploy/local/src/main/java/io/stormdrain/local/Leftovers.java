package io.stormdrain.local;

import io.stormdrain.local.data.DataFolder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Processes of a run that was killed: they notice it by themselves and need a moment to end. */
final class Leftovers {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofMillis(50);

  private Leftovers() {}

  /** Waits for them, and kills those that take too long. Whoever calls holds the lock. */
  static void await(DataFolder folder) {
    List<ProcessHandle> left = folder.running().processes();
    if (left.isEmpty()) {
      return;
    }
    System.out.printf(
        "  waiting for %d process%s of an earlier run to end%n",
        left.size(), left.size() == 1 ? "" : "es");
    long start = System.nanoTime();
    while (!folder.running().processes().isEmpty()) {
      if (System.nanoTime() - start > LIMIT.toNanos()) {
        folder.running().processes().forEach(ProcessHandle::destroyForcibly);
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
