package io.stormdrain.notifier.signal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignalJsonTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "17", "\"signal\""})
  void whatIsNoSignalIsRefused(String value) {
    assertThatThrownBy(() -> SignalJson.read("signal", value.getBytes(UTF_8)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> SignalJson.read("rumour", value.getBytes(UTF_8)))
        .hasMessage("unknown kind 'rumour', expected signal or vitals");
    assertThatThrownBy(() -> SignalJson.read("vitals", null)).isInstanceOf(IOException.class);
  }

  @Test
  void textComesWithoutNul() throws Exception {
    ObjectNode hostile = Contract.tree("signal-module-missing.json");
    String nul = Character.toString(0);
    hostile.put("subject", "a" + nul + "b").withObject("captures").put("module", "c" + nul);
    hostile.withObject("evidence").put("line", nul + "d");

    Signal signal = (Signal) SignalJson.read("signal", hostile.toString().getBytes(UTF_8));

    assertThat(signal.subject()).isEqualTo("a\uFFFDb");
    assertThat(signal.capture("module")).isEqualTo("c\uFFFD");
    assertThat(signal.evidence()).extracting(Evidence::line).isEqualTo("\uFFFDd");
  }
}
