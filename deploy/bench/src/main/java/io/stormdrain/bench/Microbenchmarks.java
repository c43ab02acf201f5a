package io.stormdrain.bench;

import io.stormdrain.bench.parse.FrameBenchmark;
import io.stormdrain.bench.scanner.ScannerBenchmark;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The benchmarks that JMH runs, in forks of its own, with what they allocate. */
final class Microbenchmarks {

  private Microbenchmarks() {}

  static int run() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(ScannerBenchmark.class.getName())
            .include(FrameBenchmark.class.getName())
            .addProfiler("gc")
            .build();
    var _ = new Runner(options).run();
    return 0;
  }
}
