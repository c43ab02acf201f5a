package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderApiTest {
  @ParameterizedTest
  @CsvSource({
    "93.184.216.34, true",
    "100.63.255.255, true",
    "2606:2800:220:1::1, true",
    "127.0.0.1, false",
    "10.0.0.1, false",
    "172.16.0.1, false",
    "192.168.1.1, false",
    "169.254.169.254, false",
    "100.64.0.1, false",
    "0.0.0.1, false",
    "224.0.0.1, false",
    "::1, false",
    "::ffff:10.0.0.1, false",
    "fe80::1, false",
    "fd00::1, false",
  })
  void onlyPublicAddressesAreSpokenTo(String address, boolean spoken) {
    assertThat(RenderApi.isPublic(InetAddress.ofLiteral(address))).isEqualTo(spoken);
  }
}
