package io.stormdrain.bench.ingest;

/**
 * What was done within a measured time.
 *
 * @param lines acknowledged by Kafka
 * @param nanos that it took
 * @param cpuNanos that the process under measure spent on it
 */
record Rate(long lines, long nanos, long cpuNanos) {

  double perSecond() {
    return lines * 1e9 / nanos;
  }

  /** Seconds of one core for a million lines. */
  double cpuSecondsPerMillion() {
    return cpuNanos / 1e3 / lines;
  }

  /** As words of a {@link io.stormdrain.bench.process.Worker}'s answer. */
  static Rate of(String[] words) {
    return new Rate(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
  }

  @Override
  public String toString() {
    return lines + " " + nanos + " " + cpuNanos;
  }
}
