package io.stormdrain.notifier.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong in a file of probes is named, and what is not said is as usual. */
final class ProbeFileTest {

  @TempDir Path folder;

  @Test
  void whatIsNotSaidIsAsUsual() throws IOException {
    Probe probe = read("- {app: shop, url: 'https://shop.example.com/health'}").getFirst();

    assertThat(probe.every()).isEqualTo(Duration.ofMinutes(1));
    assertThat(probe.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(probe.isWell(204)).isTrue();
    assertThat(probe.isWell(399)).isTrue();
    assertThat(probe.isWell(400)).isFalse();
  }

  @Test
  void aStatusThatIsExpectedIsTheOnlyOneThatIsWell() throws IOException {
    Probe probe =
        read("- {app: shop, url: 'https://shop.example.com/health', expect: 200}").getFirst();

    assertThat(probe.isWell(200)).isTrue();
    assertThat(probe.isWell(204)).isFalse();
  }

  @Test
  void whatIsWrongIsNamedWithItsPlace() {
    assertThatThrownBy(() -> read("- {app: shop, url: 'https://a.example', evry: 1m}"))
        .hasMessageContaining("probes.yaml:1: unknown key 'evry', known are")
        .hasMessageContaining("every");
    assertThatThrownBy(() -> read("app: shop"))
        .hasMessageContaining("probes.yaml:1: expected a list of probes");
    assertThatThrownBy(() -> read("- {app: shop, url: 'ftp://a.example'}"))
        .hasMessageContaining(
            "probe 1: url must be an address with http or https and a host, got ftp://a.example");
    assertThatThrownBy(() -> read("- {url: 'https://a.example'}"))
        .hasMessageContaining("probe 1: needs the name of an app");
    assertThatThrownBy(() -> read("- {app: a, url: 'https://a.example', every: 9s}"))
        .hasMessageContaining("every must be 10s to 1h, got PT9S");
    assertThatThrownBy(() -> read("- {app: a, url: 'https://a.example', every: 10s, timeout: 10s}"))
        .hasMessageContaining("timeout must be shorter than every");
    assertThatThrownBy(() -> read("- {app: a, url: 'https://a.example', expect: 99}"))
        .hasMessageContaining("expect must be a status, got 99");
    assertThatThrownBy(() ->
            read(
                """
                - {app: a, url: 'https://a.example'}
                - {app: a, url: 'https://b.example'}
                """))
        .hasMessageContaining("probe 2: app 'a' is there twice");
  }

  private List<Probe> read(String yaml) throws IOException {
    return ProbeFile.read(Files.writeString(folder.resolve("probes.yaml"), yaml));
  }
}
