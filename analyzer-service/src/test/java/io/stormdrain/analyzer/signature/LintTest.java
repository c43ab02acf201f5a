package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.analyzer.classify.Shipped;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LintTest {

  @Test
  void aSampleWithoutAnyOfTheLiteralsIsNeverFound() {
    assertThat(
            reasons(
                """
                - id: one
                  regex: 'till (?P<till>\\d+) (?:locked|shut)'
                  literals: [' locked']
                  signal: till.locked
                  matches: ['till 7 locked', 'till 7 shut']
                  rejects: ['till']
                """))
        .containsExactly(Lint.Reason.LITERAL_MISSING);
  }

  @Test
  void manyCountedRepetitionsCostMuch() {
    String regex = "till .{1,300} ".repeat(9);

    assertThat(
            reasons(
                """
                - id: one
                  regex: '%s|till locked'
                  literals: ['till locked']
                  signal: till.locked
                  matches: ['till locked', 'a till locked']
                  rejects: ['till']
                """
                    .formatted(regex)))
        .containsExactly(Lint.Reason.PATTERN_COSTLY);
  }

  @Test
  void aShortLiteralSlowsTheScannerDown() {
    assertThat(
            reasons(
                """
                - id: one
                  pattern: 'till'
                  signal: till.locked
                  matches: ['till', 'tills']
                  rejects: ['shop']
                """))
        .containsExactly(Lint.Reason.LITERAL_SHORT);
  }

  @Test
  void twoMeaningsOfOneLineOverlapUnlessOneGivesWay() {
    String two =
        """
        - id: one
          pattern: 'the till is locked'
          signal: till.locked
          matches: ['the till is locked', 'so the till is locked']
          rejects: ['till']
        - id: two
          pattern: 'the till is'
          signal: till.seen
          GENERIC
          matches: ['the till is new', 'the till is old']
          rejects: ['till']
        """;

    assertThat(reasons(two.replace("GENERIC", "generic: false")))
        .containsExactly(Lint.Reason.OVERLAP, Lint.Reason.OVERLAP);
    assertThat(reasons(two.replace("GENERIC", "generic: true"))).isEmpty();
  }

  @Test
  void nothingShippedMustBeMended() {
    assertThat(Lint.of(Shipped.catalogue())).noneMatch(remark -> remark.reason().isFault());
  }

  private static List<Lint.Reason> reasons(String yaml) {
    Catalogue catalogue =
        new CatalogueReader()
            .read("test", new ByteArrayInputStream(yaml.getBytes(UTF_8)))
            .catalogue();
    return Lint.of(catalogue).stream().map(Lint.Remark::reason).toList();
  }
}
