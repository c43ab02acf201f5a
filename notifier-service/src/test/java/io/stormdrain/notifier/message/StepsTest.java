package io.stormdrain.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StepsTest {

  @Test
  void twoSentencesThatAreAlikeStaySentences() {
    Steps steps = Steps.of(List.of("Add a to the file please", "Add b to the file please"));

    assertThat(steps.steps()).hasSize(2);
    assertThat(steps.listings()).isEmpty();
  }

  @Test
  void threeThatAreAlikeBecomeOneAndAList() {
    Steps steps =
        Steps.of(List.of("Add a to it (a1).", "Do this", "Add b to it (b1).", "Add c to it (c1)."));

    assertThat(steps.steps()).extracting(Step::text).containsExactly("Add … to it …).", "Do this");
    assertThat(steps.listings().getFirst().lines())
        .containsExactly("a  # (a1", "b  # (b1", "c  # (c1");
  }

  @Test
  void whatDiffersInManyPlacesTogetherStaysApart() {
    Steps steps = Steps.of(List.of("a 1 x y z", "a 2 x y z", "a 1 Q y z", "a 1 x R z"));

    assertThat(steps.listings()).isEmpty();
    assertThat(steps.steps()).hasSize(4);
  }

  @Test
  void theSameSentenceIsSaidOnce() {
    assertThat(Steps.of(List.of("Do this now please", "Do this now please")).steps()).hasSize(1);
  }

  @Test
  void thereAreNeverMoreThanEight() {
    List<String> many = IntStream.range(0, 30).mapToObj(n -> "x".repeat(n + 1)).toList();

    assertThat(Steps.of(many).steps()).hasSize(8);
  }

  @Test
  void aCommandEndsWithItsClause() {
    assertThat(Step.of("Look here: heroku ps --app x; then wait").spans())
        .containsExactly(
            new Span("Look here: ", false),
            new Span("heroku ps --app x", true),
            new Span("; then wait", false));
  }

  @Test
  void aSentenceThatOnlySpeaksOfACommandIsNone() {
    assertThat(Step.of("set host and password with heroku config:set --app x.").spans())
        .hasSize(1)
        .allMatch(span -> !span.code());
  }
}
