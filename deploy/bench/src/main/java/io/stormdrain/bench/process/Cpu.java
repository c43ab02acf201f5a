package io.stormdrain.bench.process;

import java.time.Duration;

/** Time that a process has had on the machine's cores, user and system, all threads. */
public final class Cpu {

  private Cpu() {}

  /** Nanoseconds since the process began, in steps of 10 ms on Linux. */
  public static long nanos(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(Duration::toNanos)
        .orElseThrow(() -> new IllegalStateException("process " + pid + " is gone"));
  }
}
