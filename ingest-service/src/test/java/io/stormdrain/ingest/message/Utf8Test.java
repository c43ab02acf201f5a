package io.stormdrain.ingest.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Property
  void agreesWithJavaAboutWhatIsValid(@ForAll byte[] bytes) {
    assertThat(Utf8.isValid(bytes, 0, bytes.length)).isEqualTo(isValidForJava(bytes));
  }

  @Property
  void agreesWithJavaNearTheEdgesOfTheCode(
      @ForAll @IntRange(min = 0xC0, max = 0xFF) int first,
      @ForAll @IntRange(min = 0x7F, max = 0xC0) int second,
      @ForAll @IntRange(min = 0x7F, max = 0xC0) int third,
      @ForAll @Size(max = 2) byte[] rest) {
    byte[] bytes = new byte[3 + rest.length];
    bytes[0] = (byte) first;
    bytes[1] = (byte) second;
    bytes[2] = (byte) third;
    System.arraycopy(rest, 0, bytes, 3, rest.length);

    assertThat(Utf8.isValid(bytes, 0, bytes.length)).isEqualTo(isValidForJava(bytes));
  }

  @Property
  void keepsEveryValidText(@ForAll String text) {
    byte[] bytes = text.getBytes(UTF_8);

    assertThat(Utf8.text(bytes, 0, bytes.length)).isEqualTo(bytes);
  }

  @Property
  void whatItReturnsIsAlwaysValid(@ForAll byte[] bytes) {
    assertThat(isValidForJava(Utf8.text(bytes, 0, bytes.length))).isTrue();
  }

  @Property
  void cutsBetweenCharacters(@ForAll String text, @ForAll @IntRange(max = 100) int most) {
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length > most) {
      int end = Utf8.cut(bytes, 0, most);

      assertThat(end).isBetween(most - 3, most);
      assertThat(isValidForJava(Arrays.copyOf(bytes, Math.max(0, end)))).isTrue();
    }
  }

  @Test
  void cutsBytesThatAreNoCharactersAtTheLimit() {
    byte[] bytes = new byte[20];
    Arrays.fill(bytes, (byte) 0x80);

    assertThat(Utf8.cut(bytes, 0, 10)).isEqualTo(10);
  }

  private static boolean isValidForJava(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
