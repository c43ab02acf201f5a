package io.stormdrain.bench.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ParsersAgreeTest {

  @Test
  void bothParsersReadTheSameFromEveryBody() {
    assertThat(ParseMeasure.bodies())
        .isNotEmpty()
        .allSatisfy(body -> assertThat(ByteParser.sum(body)).isEqualTo(SplitParser.sum(body)));
  }
}
