package io.stormdrain.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {

  @Test
  void aDuelIsARatioAndWhatItIsMadeOf() {
    Duel duel = new Duel();
    duel.add(400_000, 500_000);
    duel.add(450_000, 500_000);
    duel.add(300_000, 500_000);

    Table table =
        new Table().add(List.of(duel.row("we / they", Goal.atLeast(0.9), Unit.PER_SECOND)));

    assertThat(table)
        .hasToString(
            """
            | measure   | figure              | goal      |        | made of                          |
            | --------- | ------------------- | --------- | ------ | -------------------------------- |
            | we / they | 0.80 x (0.60..0.90) | >= 0.90 x | missed | 0.40 M/s (0.30..0.45) / 0.50 M/s |\
            """);
  }

  @Test
  void oneRoundHasNoRange() {
    Row row = new Row("p99", Spread.of(432e6), Unit.MILLISECONDS, Goal.NONE, "200 messages");

    assertThat(row.cells()).containsExactly("p99", "432 ms", "", "", "200 messages");
  }
}
