package io.stormdrain.bench.parse;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a frame of a body of 100 takes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ParseMeasure.FRAMES_PER_BODY)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FrameBenchmark {

  private final List<byte[]> bodies = ParseMeasure.bodies();
  private int body;

  /** As the door reads them. */
  @Benchmark
  public long bytes() {
    return ByteParser.sum(next());
  }

  /** {@link String#split} and java.time. */
  @Benchmark
  public long split() {
    return SplitParser.sum(next());
  }

  private byte[] next() {
    body = body + 1 == bodies.size() ? 0 : body + 1;
    return bodies.get(body);
  }
}
