package io.stormdrain.analyzer.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.stormdrain.analyzer.Lines;
import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.signature.Hits;
import io.stormdrain.analyzer.signature.LinePattern;
import io.stormdrain.analyzer.signature.Scanner;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lines that were made to hurt cost little: in bytes that patterns look at and in bytes that are
 * allocated, which are the same on every machine, and not in time.
 */
final class HostileLinesTest {

  private static final int LENGTH = 100_000;

  /** Patterns that look at a line, each at its first 8 KiB: 60 is half a megabyte. */
  private static final int MOST_LOOKS = 60;

  /** What a line may leave behind as garbage. */
  private static final long MOST_ALLOCATED = 8L << 20;

  private static final Classifier CLASSIFIER = Shipped.classifier();
  private static final Scanner SCANNER = new Scanner(CLASSIFIER.signatures());
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Lines lines = new Lines();
  private final Memory memory = new Memory();
  private final List<Signal> signals = new ArrayList<>();

  static Stream<String> repeated() {
    return Stream.of(
        "a",
        " ",
        "\"",
        "'\"",
        "(((",
        "[{",
        "\\",
        "=",
        ": ",
        "::",
        "0",
        "1.",
        "/a",
        "\u0000",
        "\u001b[31m",
        "\u001b[",
        "[91m",
        "é",
        "at ",
        "\tat a.b(",
        "File \"",
        "in `",
        "Error",
        "Error: ",
        "ERROR ",
        "{\"a\":",
        "key=value ",
        "path=\"",
        "Traceback (most recent call last): ");
  }

  @ParameterizedTest
  @MethodSource("repeated")
  void aLineOfOneRepeatedTextIsHardlyLookedAt(String text) {
    byte[] bytes = text.repeat(LENGTH / text.length()).getBytes(UTF_8);

    assertThat(looks(bytes)).isLessThanOrEqualTo(MOST_LOOKS);
    assertThat(allocated(bytes)).isLessThan(MOST_ALLOCATED);
  }

  @ParameterizedTest
  @MethodSource("repeated")
  void bytesThatAreNoTextAreNoTrouble(String text) {
    byte[] bytes = text.repeat(1_000).getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i += 3) {
      bytes[i] = (byte) 0xff;
    }

    assertThat(looks(bytes)).isLessThanOrEqualTo(MOST_LOOKS);
    assertThat(allocated(bytes)).isLessThan(MOST_ALLOCATED);
  }

  @ParameterizedTest
  @MethodSource("repeated")
  void whatIsRememberedOfSuchLinesIsBounded(String text) {
    byte[] bytes = text.repeat(LENGTH / text.length()).getBytes(UTF_8);
    LogLine line = lines.app("web.1", "x").withText(bytes);
    for (int i = 0; i < 400; i++) {
      CLASSIFIER.accept(line, memory, signals);
    }
    CLASSIFIER.end(memory, signals);

    assertThat(signals).allMatch(signal -> signal.captures().toString().length() < 20_000);
  }

  /** How many patterns have to look at the line, because one of their literals is in it. */
  private static int looks(byte[] text) {
    Hits hits = SCANNER.hits();
    SCANNER.scan(text, 0, Math.min(text.length, LinePattern.MAX_LENGTH), hits);
    int looks = 0;
    for (int hit = hits.next(0); hit >= 0; hit = hits.next(hit + 1)) {
      looks++;
    }
    return looks;
  }

  private long allocated(byte[] text) {
    LogLine line = lines.app("web.1", "x").withText(Arrays.copyOf(text, text.length));
    CLASSIFIER.accept(line, memory, signals);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    CLASSIFIER.accept(line, memory, signals);
    CLASSIFIER.end(memory, signals);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
