package io.stormdrain.analyzer.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.analyzer.Lines;
import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MemoryTest {

  private static final Classifier CLASSIFIER = Shipped.classifier();

  private final Memory memory = new Memory(2);
  private final List<Signal> signals = new ArrayList<>();
  private final Lines lines = new Lines();

  @Test
  void theAppUnheardOfForLongestMakesRoom() {
    for (String app : List.of("shop", "ledger", "shop", "kids")) {
      hear(app, "hello");
    }

    assertThat(memory.takeForgotten()).isEqualTo(1);
    assertThat(memory.takeForgotten()).isZero();
    hear("shop", "hello");
    assertThat(memory.takeForgotten()).isZero();
    hear("ledger", "hello");
    assertThat(memory.takeForgotten()).isEqualTo(1);
  }

  @Test
  void whatAForgottenAppHasToTellIsTold() {
    hear("shop", "Traceback (most recent call last):");
    hear("shop", "  File \"/app/shop.py\", line 7, in load");
    hear("shop", "shop.errors.TillLocked: till 7");
    hear("ledger", "hello");
    hear("kids", "hello");
    CLASSIFIER.end(memory, signals);

    assertThat(memory.takeForgotten()).isEqualTo(1);
    assertThat(signals).extracting(Signal::type).containsExactly("exception.raised");
    assertThat(memory.takeVitals())
        .extracting(vitals -> vitals.source() + " " + vitals.lines())
        .containsExactlyInAnyOrder("shop 3", "ledger 1", "kids 1");
  }

  private void hear(String app, String text) {
    LogLine line = lines.app("web.1", text);
    CLASSIFIER.accept(
        new LogLine(
            app,
            app,
            line.platform(),
            null,
            line.origin(),
            line.process(),
            null,
            line.time(),
            0,
            line.offset(),
            null,
            line.text()),
        memory,
        signals);
  }
}
