package io.stormdrain.local.logplex;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.local.transcript.TranscriptLine;
import io.stormdrain.local.transcript.TranscriptParser;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FrameTest {

  private static final Instant TIME = Instant.parse("2026-03-01T10:00:00.123456Z");

  private static List<String> frames(String prefix, String message) {
    TranscriptLine line = TranscriptParser.parse(1, prefix + ": " + message);
    return Frame.of(line, TIME).stream().map(Frame::toString).toList();
  }

  @Test
  void looksAsOnTheWire() {
    assertThat(frames("heroku[web.1]", "State changed from starting to crashed"))
        .containsExactly(
            "98 <45>1 2026-03-01T10:00:00.123456+00:00 host heroku web.1 -"
                + " State changed from starting to crashed\n");
    assertThat(frames("app[web.1]", "ModuleNotFoundError: No module named 'typer'"))
        .containsExactly(
            "102 <190>1 2026-03-01T10:00:00.123456+00:00 host app web.1 -"
                + " ModuleNotFoundError: No module named 'typer'\n");
  }

  @Test
  void eachKindHasItsPriorityAndName() {
    assertThat(frames("heroku[router]", "x").getFirst()).contains("<158>1 ", " heroku router - x");
    assertThat(frames("app[api]", "x").getFirst()).contains("<134>1 ", " app api - x");
    assertThat(frames("heroku[logplex]", "x").getFirst()).contains("<172>1 ", "heroku logplex");
    assertThat(frames("app[heroku-redis]", "x").getFirst())
        .contains("<134>1 ", " app heroku-redis - x");
  }

  @Test
  void theLengthCountsBytes() {
    assertThat(frames("app[web.1]", "注文 №42 を処理 ✓").getFirst()).startsWith("84 <190>1 ");
  }

  @Test
  void aLineOfNobodyAndAnEmptyOneAreFramesToo() {
    TranscriptLine line = TranscriptParser.parse(1, "");

    assertThat(Frame.of(line, TIME))
        .singleElement()
        .hasToString("54 <190>1 2026-03-01T10:00:00.123456+00:00 host app - - \n");
  }

  @Test
  void aLongLineIsCutAsHerokuCutsIt() {
    assertThat(frames("app[worker.1]", "x".repeat(25_000)))
        .satisfiesExactly(
            first -> assertThat(first.substring(0, 12)).isEqualTo("10060 <190>1"),
            second -> assertThat(second.substring(0, 12)).isEqualTo("10060 <190>1"),
            last -> assertThat(last.substring(0, 11)).isEqualTo("5061 <190>1"));
    assertThat(frames("app[worker.1]", "x".repeat(10_000))).hasSize(1);
    assertThat(frames("app[worker.1]", "x".repeat(10_001))).hasSize(2);
  }

  @Test
  void theReportOfLostMessagesHasNoEndOfLine() {
    Frame lost = Frame.lost(17, Instant.parse("2026-03-01T09:59:58Z"), TIME);

    assertThat(lost)
        .hasToString(
            "157 <172>1 2026-03-01T10:00:00.123456+00:00 host heroku logplex - Error L10 (output"
                + " buffer overflow): 17 messages dropped since 2026-03-01T09:59:58.000000+00:00.");
  }
}
