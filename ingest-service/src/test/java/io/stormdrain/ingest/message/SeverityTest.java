package io.stormdrain.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Severity.Trust;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeverityTest {
  @ParameterizedTest
  @CsvSource({
    "190, 9 guessed",
    "45, 10 guessed",
    "132, 13 guessed",
    "0, 21 guessed",
    "191, 5 guessed"
  })
  void isGuessedFromThePriority(int priority, String word) {
    assertThat(word(Severity.ofPriority(priority, Trust.GUESSED))).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 192, 999})
  void aPriorityThatDoesNotExistSaysNothing(int priority) {
    assertThat(Severity.ofPriority(priority, Trust.GUESSED)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "trace, 1",
    "DEBUG, 5",
    "Info, 9",
    "notice, 10",
    "warning, 13",
    "ERR, 17",
    "fatal, 21"
  })
  void isReadFromWords(String word, int number) {
    assertThat(word(Severity.ofWord(word, Trust.EXPLICIT))).isEqualTo(number + " explicit");
  }

  @ParameterizedTest
  @CsvSource({"10, 1", "20, 5", "30, 9", "40, 13", "50, 17", "60, 21"})
  void isReadFromPinosLevels(int level, int number) {
    assertThat(word(Severity.ofPino(level, Trust.STREAM))).isEqualTo(number + " stream");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 15, 70, -10})
  void otherNumbersAreNoLevels(int level) {
    assertThat(Severity.ofPino(level, Trust.EXPLICIT)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 25, Integer.MAX_VALUE})
  void aNumberThatOpenTelemetryDoesNotKnowSaysNothing(int number) {
    assertThat(Severity.ofNumber(number, Trust.EXPLICIT)).isNull();
  }

  private static String word(@Nullable Severity severity) {
    return Objects.requireNonNull(severity).word();
  }
}
