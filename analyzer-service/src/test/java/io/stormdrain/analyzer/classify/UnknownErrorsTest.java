package io.stormdrain.analyzer.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.analyzer.Lines;
import io.stormdrain.analyzer.line.Origin;
import io.stormdrain.analyzer.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnknownErrorsTest {

  private static final Classifier CLASSIFIER = Shipped.classifier();

  private final Lines lines = new Lines();
  private final Memory memory = new Memory();
  private final List<Signal> signals = new ArrayList<>();

  @Test
  void anErrorThatNoSignatureKnowsIsToldByItsWording() {
    said("2026-03-01 10:00:00 ERROR zone 7 has no tariff");

    assertThat(signals).extracting(Signal::type).containsExactly("error.unknown");
    assertThat(signals.getFirst().captures())
        .containsEntry("template", "<time> ERROR zone <n> has no tariff")
        .containsKey("fingerprint");
  }

  @Test
  void theSameWordingIsToldOnceInTenMinutes() {
    said("ERROR zone 7 has no tariff");
    said("ERROR zone 8 has no tariff");
    CLASSIFIER.accept(
        lines.at(Origin.APP, "web.1", "ERROR zone 9 has no tariff", 600_000), memory, signals);

    assertThat(signals).hasSize(2);
  }

  @Test
  void anAppThatAlwaysFindsNewWordsIsHeardAHundredTimesInTenMinutes() {
    for (char a = 'a'; a <= 'z'; a++) {
      for (char b = 'a'; b <= 'j'; b++) {
        said("ERROR the " + a + b + " is gone");
      }
    }

    assertThat(signals).hasSize(100);
  }

  @Test
  void whatASignatureKnowsIsNotUnknown() {
    said("ERROR: Error: connect ECONNREFUSED 127.0.0.1:5432");

    assertThat(signals).extracting(Signal::type).containsExactly("database.unreachable");
  }

  @Test
  void whatAStackTraceTellsIsNotUnknown() {
    said("Error: no tariff for zone 7");
    said("    at tariff (/app/src/tariffs.js:12:9)");
    said("    at cart (/app/src/cart.js:40:17)");
    CLASSIFIER.end(memory, signals);

    assertThat(signals).extracting(Signal::type).contains("exception.raised");
  }

  @Test
  void healthyLinesAreNoErrors() {
    said("INFO error handler registered");
    said("compiled with 0 errors");
    said("GET /errors.js 200 1 ms");
    said("level=info msg=done errors=0");
    said("{\"level\":30,\"error\":null}");

    assertThat(signals).isEmpty();
  }

  private void said(String text) {
    CLASSIFIER.accept(lines.app("web.1", text), memory, signals);
  }
}
