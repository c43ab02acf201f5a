package io.stormdrain.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.local.transcript.TranscriptLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SamplesTest {

  private static List<TranscriptLine> lines(String sample) throws InterruptedException {
    List<TranscriptLine> lines = new ArrayList<>();
    Path file = Path.of(System.getProperty("stormdrain.root"), "deploy/local/samples", sample);
    new Recording(file)
        .<Integer>read(all -> {
          all.forEachRemaining(lines::add);
          return lines.size();
        });
    return lines;
  }

  private static long count(List<TranscriptLine> lines, String text) {
    return lines.stream().filter(line -> line.message().contains(text)).count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crash-loop.log", "retry-storm.log", "healthy-day.log"})
  void everyLineHasATimeAndAProcessAndComesInOrder(String sample) throws Exception {
    List<TranscriptLine> lines = lines(sample);

    assertThat(lines).allMatch(line -> line.time() != null && line.process() != null);
    assertThat(lines.stream().map(TranscriptLine::time).toList()).isSorted();
  }

  @Test
  void theCrashLoopFailsFourTimesOnOneModule() throws Exception {
    List<TranscriptLine> lines = lines("crash-loop.log");

    assertThat(count(lines, "ModuleNotFoundError: No module named 'bs4'")).isEqualTo(4);
    assertThat(count(lines, "State changed from starting to crashed")).isEqualTo(4);
    assertThat(count(lines, "State changed from crashed to starting")).isEqualTo(3);
    assertThat(count(lines, "code=H10")).isGreaterThan(20);
  }

  @Test
  void theRetryStormInstalls29PackagesAndThenComesUp() throws Exception {
    List<TranscriptLine> lines = lines("retry-storm.log");

    assertThat(count(lines, "Missing module: ")).isEqualTo(29);
    assertThat(count(lines, "Installing ")).isEqualTo(29);
    assertThat(count(lines, "All dependencies satisfied")).isEqualTo(1);
    assertThat(count(lines, "State changed from starting to up")).isEqualTo(1);
  }

  @Test
  void theHealthyDayHoldsTheWordsOfTroubleInHarmlessPlaces() throws Exception {
    List<TranscriptLine> lines = lines("healthy-day.log");

    assertThat(lines).hasSizeGreaterThan(400);
    for (String word : List.of("error", "failed", "crash", "status 143", "Cycling", "status=404")) {
      assertThat(count(lines, word)).as(word).isPositive();
    }
    assertThat(count(lines, "code=H")).isZero();
    assertThat(count(lines, "status=5")).isZero();
  }
}
