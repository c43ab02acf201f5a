package io.stormdrain.local.healthy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.local.classify.Classification;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A healthy day is a silent one; {@code -Dday=1000000} makes it that many lines long. All ten
 * stacks were silent so on 2026-11-22, after two to five minutes each on a busy machine.
 */
final class HealthyDayTest {

  private static final int LINES = Integer.getInteger("day", 4_800);
  private static final Classifier CLASSIFIER = Shipped.classifier();

  @ParameterizedTest
  @EnumSource
  void aDayOnWhichNothingIsWrongMakesNoIncident(Stack stack) throws IOException {
    HealthyDay day = new HealthyDay(stack, 7);
    for (int hour = 0; hour < 24; hour++) {
      List<String> lines = day.hour(hour, LINES / 24);
      try (BufferedReader text = new BufferedReader(new StringReader(String.join("\n", lines)))) {
        Classification said = Classification.of(text, "shop", CLASSIFIER);
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        said.writeText(new PrintStream(report, true, UTF_8));

        assertThat(said.hasIncidents()).as(report.toString(UTF_8)).isFalse();
      }
    }
  }
}
