package io.stormdrain.local.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.local.Wordless;
import io.stormdrain.local.corpus.Case.Said;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What logs of known meaning are said to mean. */
final class CorpusTest {

  private static final Path ROOT = Path.of(System.getProperty("stormdrain.root"));
  private static final Path OWN = ROOT.resolve("deploy/local/src/test/corpus");

  @Test
  void everyCaseOfTheCorpusIsUnderstood() throws IOException {
    Score score = score(Case.in(OWN));

    assertThat(score.faults).as(score.toString()).isEmpty();
    assertThat(score.healthy.value()).isEqualTo(1);
  }

  @Test
  void everyClassIsInTwoCasesAtLeast() throws IOException {
    Map<String, Long> cases =
        Case.in(OWN).stream()
            .flatMap(known -> known.wanted().stream().map(Said::type).distinct())
            .collect(Collectors.groupingBy(type -> type, Collectors.counting()));

    assertThat(ShippedRules.rules().all()).extracting(AlertRule::label).isNotEmpty();
    assertThat(ShippedRules.rules().all())
        .filteredOn(Wordless::isOfSomeLine)
        .allSatisfy(rule ->
            assertThat(cases.getOrDefault(rule.label(), 0L)).as(rule.label()).isGreaterThan(1));
  }

  @Test
  void oneLogInEightIsHealthy() throws IOException {
    List<Case> cases = Case.in(OWN);

    assertThat(cases.stream().filter(Case::isHealthy).count() * 8)
        .isGreaterThanOrEqualTo(cases.size());
  }

  /** Another folder of cases, which nobody has looked at while signatures were written. */
  @Test
  @EnabledIfSystemProperty(named = "corpus", matches = ".+")
  void anotherCorpusIsUnderstoodButForAFew() throws IOException {
    Score score = score(Case.in(ROOT.resolve(System.getProperty("corpus"))));

    assertThat(score.recall.value()).as(score.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.precision.value()).as(score.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.primary.value()).as(score.toString()).isGreaterThanOrEqualTo(0.9);
    assertThat(score.subject.value()).as(score.toString()).isGreaterThanOrEqualTo(0.9);
    assertThat(score.healthy.value()).as(score.toString()).isEqualTo(1);
  }

  private static Score score(List<Case> cases) throws IOException {
    Classifier classifier = Shipped.classifier();
    Score score = new Score();
    for (Case known : cases) {
      score.count(known, known.classified(classifier));
    }
    return score;
  }
}
