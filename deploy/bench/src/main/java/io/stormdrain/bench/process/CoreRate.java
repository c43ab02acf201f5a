package io.stormdrain.bench.process;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.ToLongFunction;

/** How often one thread does something per second of the time that it has had on a core. */
public final class CoreRate {

  /** Shorter than a round: whatever else runs on the machine costs nothing here. */
  private static final int SHARE = 5;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CoreRate() {}

  /**
   * Does it with all things in turn, for a while.
   *
   * @param work gives a number that depends on what it did, so that nobody leaves it out
   * @param each how much one thing counts
   */
  public static <T> double of(Plan plan, List<T> things, int each, ToLongFunction<T> work) {
    long enough = plan.time().toNanos() / SHARE;
    long done = 0;
    long sum = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    long spent = 0;
    while (spent < enough) {
      for (T thing : things) {
        sum += work.applyAsLong(thing);
        done += each;
      }
      spent = THREADS.getCurrentThreadCpuTime() - start;
    }
    if (sum == 0) {
      throw new IllegalStateException("nothing was done");
    }
    return done * 1e9 / spent;
  }
}
