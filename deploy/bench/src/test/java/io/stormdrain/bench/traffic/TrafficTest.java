package io.stormdrain.bench.traffic;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Memory;
import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import io.stormdrain.analyzer.signal.Signal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TrafficTest {

  @Test
  void theSameSeedSaysTheSame() {
    assertThat(lines(5, 1_000)).isEqualTo(lines(5, 1_000)).isNotEqualTo(lines(6, 1_000));
  }

  @Test
  void routerAppAndMetricsSpeakInTheirShares() {
    Map<Integer, Long> byPriority =
        lines(7, 10_000).stream().collect(groupingBy(TrafficLine::priority, counting()));

    assertThat(byPriority).hasSize(3);
    assertThat(byPriority.values()).allMatch(count -> count > 800);
  }

  @Test
  void healthyLinesMakeNoSignal() {
    Classifier classifier = Shipped.classifier();
    Memory memory = new Memory();
    List<Signal> signals = new ArrayList<>();
    List<TrafficLine> lines = lines(8, 5_000);

    IntStream.range(0, lines.size())
        .forEach(i -> classifier.accept(line(lines.get(i), i), memory, signals));
    classifier.end(memory, signals);

    assertThat(signals).isEmpty();
  }

  private static List<TrafficLine> lines(long seed, int count) {
    Traffic traffic = new Traffic(seed);
    return IntStream.range(0, count).mapToObj(i -> traffic.next()).toList();
  }

  private static LogLine line(TrafficLine line, int number) {
    return new LogLine(
        "bench",
        "bench",
        "heroku",
        "production",
        line.speaker().equals("heroku") ? Origin.PLATFORM : Origin.APP,
        line.process(),
        null,
        number * 1_000_000L,
        0,
        number,
        null,
        line.text().getBytes(StandardCharsets.UTF_8));
  }
}
