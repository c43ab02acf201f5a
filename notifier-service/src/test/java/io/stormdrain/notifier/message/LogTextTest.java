package io.stormdrain.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class LogTextTest {

  @Test
  void coloursCursorMovementsAndTitlesGo() {
    assertThat(LogText.line("\u001b[1;31mred\u001b[0m \u001b]0;own3d\u0007x\u001b[2J\u009b5;1Hy"))
        .isEqualTo("red xy");
  }

  @Test
  void coloursThatLostTheirEscapeOnTheWayGo() {
    assertThat(LogText.line("[91m1/1 replicas never became healthy![0m"))
        .isEqualTo("1/1 replicas never became healthy!");
  }

  @Test
  void listsInBracketsStay() {
    assertThat(LogText.line("args [12, 7] and [3] m")).isEqualTo("args [12, 7] and [3] m");
  }

  @Test
  void lineBreaksBecomeSpacesAndInvisibleCharactersGo() {
    assertThat(LogText.line("a\r\nb\u2028c\u200bd\u202ee\u00adf")).isEqualTo("a b cdef");
  }

  @Test
  void whatIsCutSaysSoAndKeepsItsCharactersWhole() {
    assertThat(LogText.line("abcdef", 4)).isEqualTo("abc…");
    assertThat(LogText.line("ab😀cd", 4)).isEqualTo("ab…");
    assertThat(LogText.line("abcd", 4)).isEqualTo("abcd");
  }

  @Property
  void nothingThatComesOutMovesACursorOrHides(@ForAll("hostile") String text) {
    String line = LogText.line(text);

    assertThat(line.chars()).allMatch(c -> c >= ' ' && c != 0x7f && !(c >= 0x80 && c < 0xa0));
    assertThat(LogText.isClean(line)).isTrue();
  }

  @Property
  void noLineIsLongerThanAskedFor(
      @ForAll("hostile") String text, @ForAll @IntRange(min = 2, max = 50) int most) {
    String line = LogText.line(text, most);

    assertThat(line.length()).isLessThanOrEqualTo(most);
    assertThat(LogText.isClean(line)).isTrue();
  }

  @Provide
  Arbitrary<String> hostile() {
    return HostileText.any();
  }
}
