package io.stormdrain.analyzer.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-01 10:00:00,123 ERROR zone 7 has no tariff | <time> ERROR zone <n> has no tariff
          2026-03-01T10:00:00.1Z error: till 12 is locked | <time> error: till <n> is locked
          ERROR order 1b0f6f0e-5f0a-4f5e-9a4e-0d3c8f0e7a11 lost | ERROR order <id> lost
          ERROR ledger at 0x7f1b2c3d4e5f closed | ERROR ledger at <id> closed
          error: no answer of https://api.example.com/v1/zones?id=7 | error: no answer of <url>
          error: a.b@example.com is unknown | error: <mail> is unknown
          ERROR 10.0.0.8:4000 hung up | ERROR <address> hung up
          ERROR cannot read /srv/shop/tariffs/7.csv | ERROR cannot read <path>
          ERROR commit 9f1b2c3d4e is odd | ERROR commit <id> is odd
          ERROR took 12.5ms,  3 tries | ERROR took <n>ms, <n> tries
          """)
  void whatChangesIsTakenOut(String line, String template) {
    assertThat(Wording.of(line).template()).isEqualTo(template);
  }

  @Test
  void oneWordingHasOneIdWhateverItsNumbers() {
    assertThat(Wording.of("ERROR zone 7 has no tariff").id())
        .isEqualTo(Wording.of("ERROR zone 12 has no tariff").id())
        .isNotEqualTo(Wording.of("ERROR zone 7 has two tariffs").id());
  }

  /** Whoever changes masks changes ids: then the scheme's number must change as well. */
  @Test
  void idsOfThisSchemeStayWhatTheyAre() {
    assertThat(Wording.SCHEME).isEqualTo("1");
    assertThat(Wording.of("2026-03-01 10:00:00 ERROR zone 7 has no tariff").id())
        .isEqualTo("9bee560ae8d7");
  }

  @Test
  void aLineWithoutAnEndHasAWordingOfBoundedLength() {
    assertThat(Wording.of("ERROR " + "ab".repeat(50_000)).template()).hasSizeLessThan(301);
  }
}
