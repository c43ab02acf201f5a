package io.stormdrain.bench.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.analyzer.signature.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContestantsAgreeTest {

  private final ScannerText text = ScannerText.holding(List.copyOf(SignatureText.literals(50)));

  @ParameterizedTest
  @ValueSource(ints = {50, 200})
  void scannerAndSearchFindTheSameInEveryLine(int count) {
    List<Signature> signatures = SignatureText.signatures(count);
    Contestant scanner = Contestant.scanner(signatures);
    Contestant contains = Contestant.contains(signatures);

    for (int line = 0; line < text.count(); line += 7) {
      assertThat(scanner.scan(text, line))
          .as(text.strings()[line])
          .isEqualTo(contains.scan(text, line));
    }
  }

  @Test
  void oneOfTwentyLinesMatches() {
    Contestant scanner = Contestant.scanner(SignatureText.signatures(50));
    long matching = 0;
    for (int line = 0; line < text.count(); line++) {
      matching += Math.min(1, scanner.scan(text, line));
    }

    assertThat((double) matching / text.count()).isBetween(0.045, 0.055);
  }

  @Test
  void aLargerSetBeginsWithTheSmallerOne() {
    List<String> many = List.copyOf(SignatureText.literals(200));

    assertThat(many.subList(0, 50)).isEqualTo(List.copyOf(SignatureText.literals(50)));
  }
}
