package io.stormdrain.bench.scanner;

import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.analyzer.signature.Signature;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the scanner takes for a line, and what a search for each literal takes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScannerBenchmark {

  /** How many signatures; {@code shipped} are those of the catalogue. */
  @Param({"50", "200", "1000", "shipped"})
  public String signatures = "";

  private Contestant scanner = (text, line) -> 0;
  private Contestant contains = (text, line) -> 0;
  private ScannerText text = new ScannerText(new byte[0][], new String[0]);
  private int line;

  /** Makes the signatures. */
  @Setup
  public void prepare() {
    List<Signature> all =
        signatures.equals("shipped")
            ? Shipped.catalogue().signatures()
            : SignatureText.signatures(Integer.parseInt(signatures));
    scanner = Contestant.scanner(all);
    contains = Contestant.contains(all);
    text = ScannerText.holding(List.copyOf(SignatureText.literals(50)));
  }

  /** The scanner. */
  @Benchmark
  public int scanner() {
    return scanner.scan(text, next());
  }

  /** {@link String#contains} for each literal. */
  @Benchmark
  public int contains() {
    return contains.scan(text, next());
  }

  private int next() {
    line = line + 1 == text.count() ? 0 : line + 1;
    return line;
  }
}
