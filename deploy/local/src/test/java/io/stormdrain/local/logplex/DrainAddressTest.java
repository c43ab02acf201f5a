package io.stormdrain.local.logplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class DrainAddressTest {

  @Test
  void anAddressWithoutAPathLeadsToTheDoor() {
    assertThat(DrainAddress.parse("http://127.0.0.1:8080").uri())
        .isEqualTo(URI.create("http://127.0.0.1:8080/logplex"));
    assertThat(DrainAddress.parse("https://logs.example/own?app=x").uri())
        .isEqualTo(URI.create("https://logs.example/own?app=x"));
  }

  @Test
  void credentialsAreShownAtTheDoorAndNowhereElse() {
    DrainAddress address = DrainAddress.parse("https://drain:s3cr3t@logs.example/logplex?key=k3y");

    assertThat(address.authorization()).isEqualTo("Basic ZHJhaW46czNjcjN0");
    assertThat(address).hasToString("https://logs.example/logplex");
    assertThat(DrainAddress.parse("http://x").authorization()).isNull();
  }

  @Test
  void whatIsNoWebAddressIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> DrainAddress.parse("drain:s3cr3t@host"))
        .hasMessage("not an http or https address");
    assertThatThrownBy(() -> DrainAddress.parse("http://drain:s3cr3t@ho st"))
        .message()
        .doesNotContain("s3cr3t");
  }
}
