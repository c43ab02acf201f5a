package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stormdrain.acceptance.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Faults that take little time, on the stage of the stories; {@code ./stormdrain faults} runs all.
 */
final class FaultsTest {

  private static final Scale SHORT = new Scale(false, 1);

  @ParameterizedTest
  @ValueSource(strings = {"F19", "F20", "F21"})
  void stormdrainHolds(String id) {
    Outcome outcome =
        new Trial(new Ground(Stage.shared(), SHORT, Routes.in(Stage.FOLDER)))
            .of(FaultList.named(List.of(id)).getFirst());

    assertThat(outcome.verdict()).as(outcome.row()).isNotEqualTo(Outcome.Verdict.FAILED);
  }

  @Test
  void everyFaultHasANumberOfItsOwn() {
    assertThat(FaultList.ALL)
        .extracting(Fault::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("F\\d\\d"));
  }

  @Test
  void oneThatThereIsNotIsRefused() {
    assertThatThrownBy(() -> FaultList.named(List.of("f19", "F99")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("F99 is not one of [F01, ");
  }

  @Test
  void theSameSeedChoosesTheSameMoments() {
    assertThat(new Scale(true, 7).random("F01").nextLong())
        .isEqualTo(new Scale(false, 7).random("F01").nextLong())
        .isNotEqualTo(new Scale(true, 8).random("F01").nextLong());
  }
}
