package io.stormdrain.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * The end of processes that are not our children. The JDK asks for it only every second or two, and
 * takes the dead whom nobody has buried for living: in a container the first process may never do
 * it.
 */
final class Exits {

  private static final Duration STEP = Duration.ofMillis(20);
  private static final Duration WATCH_STEP = Duration.ofMillis(250);

  private Exits() {}

  /** Completed with -1 when the process has ended; its status is not ours to know. */
  static CompletableFuture<Integer> watch(ProcessHandle process) {
    CompletableFuture<Integer> exit = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("watch-" + process.pid())
        .start(() -> {
          while (!hasEnded(process)) {
            LockSupport.parkNanos(WATCH_STEP.toNanos());
          }
          exit.complete(-1);
        });
    return exit;
  }

  /**
   * Waits for the end of a process.
   *
   * @param limit how long to wait
   * @return whether it has ended
   */
  static boolean await(ProcessHandle process, Duration limit) {
    long start = System.nanoTime();
    while (!hasEnded(process) && System.nanoTime() - start < limit.toNanos()) {
      LockSupport.parkNanos(STEP.toNanos());
    }
    return hasEnded(process);
  }

  private static boolean hasEnded(ProcessHandle process) {
    return !process.isAlive() || isZombie(process.pid());
  }

  /** Known on Linux only: {@code pid (name) state ...}, and the name may hold anything. */
  private static boolean isZombie(long pid) {
    try {
      String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return status.startsWith(") Z", status.lastIndexOf(')'));
    } catch (IOException e) {
      return false;
    }
  }
}
