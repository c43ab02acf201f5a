package io.stormdrain.notifier.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stormdrain.notifier.outgoing.Guard.RefusedException;
import io.stormdrain.notifier.outgoing.Guard.Trust;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom receivers may speak to. */
final class GuardTest {

  private static final Guard STRICT = Guard.allowing(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "169.254.170.2",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
        "[::1]",
        "[::]",
        "[fe80::1]",
        "[fc00::1]",
        "[fd00:ec2::254]",
        "[fec0::1]",
        "[ff02::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:10.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b::a9fe:a9fe]",
        "[2002:7f00:1::]",
        "[2002:a00:1::]",
        "[2001:db8::1]",
        "[::7f00:1]",
        "localhost",
        "2130706433",
        "0x7f.1",
        "127.1"
      })
  void whatIsNotPublicIsRefused(String host) {
    assertThatThrownBy(() -> STRICT.resolve(URI.create("http://" + host + "/hook")))
        .isInstanceOfAny(RefusedException.class, java.net.UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "[2606:4700::1111]", "[2002:101:101::]"})
  void whatIsPublicIsReached(String host) throws Exception {
    assertThat(STRICT.resolve(URI.create("https://" + host + "/"))).isNotNull();
  }

  @Test
  void aRangeMayBeAllowed() throws Exception {
    Guard guard = Guard.allowing(List.of("10.1.0.0/16", "169.254.10.10"));

    assertThat(guard.resolve(URI.create("http://10.1.2.3"))).isNotNull();
    assertThat(guard.resolve(URI.create("http://169.254.10.10"))).isNotNull();
    assertThatThrownBy(() -> guard.resolve(URI.create("http://10.2.0.1")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void aNameMayBeAllowedWhereverItLeads() throws Exception {
    Guard guard = Guard.allowing(List.of("LocalHost"));

    assertThat(guard.resolve(URI.create("http://localhost:9000/")).isLoopbackAddress()).isTrue();
    assertThatThrownBy(() -> guard.resolve(URI.create("http://127.0.0.1/")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void whatTheOperatorWroteByHandMayBeThisMachineAndNothingElse() throws Exception {
    Guard guard = STRICT.trusting(Trust.OPERATOR);

    assertThat(guard.resolve(URI.create("http://127.0.0.1:9000/"))).isNotNull();
    assertThat(guard.resolve(URI.create("http://localhost:9000/"))).isNotNull();
    assertThat(guard.resolve(URI.create("http://[::1]:9000/"))).isNotNull();
    assertThatThrownBy(() -> guard.resolve(URI.create("http://10.0.0.1/")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void whoMayReachTheirOwnNetworkMayNotReachItsCredentials() throws Exception {
    Guard guard = STRICT.trusting(Trust.PRIVATE_ALLOWED);

    assertThat(guard.resolve(URI.create("http://10.0.0.1/"))).isNotNull();
    assertThatThrownBy(() -> guard.resolve(URI.create("http://169.254.169.254/latest/meta-data")))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> guard.resolve(URI.create("http://[fd00:ec2::254]/latest")))
        .isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.0.0.128/25, 10.0.0.127, false",
    "10.0.0.128/25, 10.0.0.129, true",
    "0.0.0.0/0, 8.8.8.8, true",
    "::/0, 8.8.8.8, false",
    "fe80::/10, febf::1, true",
    "fe80::/10, fec0::1, false"
  })
  void aRangeHoldsWhatBeginsAlike(String range, String address, boolean holds) {
    assertThat(NetworkRange.of(range).contains(InetAddress.ofLiteral(address))).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "hooks.internal/8", "10.0.0.0/x"})
  void aRangeThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> NetworkRange.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
