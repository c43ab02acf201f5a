package io.stormdrain.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ArgumentsTest {

  @Test
  void readsNamesWithTheirValues() {
    Arguments arguments = Arguments.parse("--data", "/var/lib/x", "--port", "19092");

    assertThat(arguments.text("data")).isEqualTo("/var/lib/x");
    assertThat(arguments.number("port")).isEqualTo(19_092);
  }

  @Test
  void refusesWhatItDoesNotUnderstandAndNamesIt() {
    assertThatThrownBy(() -> Arguments.parse("data")).hasMessageContaining("got data");
    assertThatThrownBy(() -> Arguments.parse("--data")).hasMessageContaining("got --data");
    assertThatThrownBy(() -> Arguments.parse("--a", "1", "--a", "2"))
        .hasMessage("--a is given twice");
    assertThatThrownBy(() -> Arguments.parse("--prot", "1").allow("port"))
        .hasMessage("unknown argument --prot");
    assertThatThrownBy(() -> Arguments.parse().text("data")).hasMessage("--data is missing");
    assertThatThrownBy(() -> Arguments.parse("--port", "x").number("port"))
        .hasMessage("--port must be a number, is x");
  }
}
