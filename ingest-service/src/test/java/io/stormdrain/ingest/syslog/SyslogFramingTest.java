package io.stormdrain.ingest.syslog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogFramingTest {
  private static final String RENDER =
      "<11>1 2026-02-05T16:00:01.123456Z render backend-api web-5d4f9 web-5d4f9 - "
          + "==> Exited with status 1";

  @Test
  void theReferencesExamplesHaveTheLengthsItSays() {
    assertThat(RENDER.getBytes(UTF_8)).hasSize(99);
  }

  @Test
  void countsAndLineFeedsMayBeMixed() {
    assertThat(frames("99 " + RENDER + RENDER + "\n<14>1 a\r\n99 " + RENDER + "\n<14>b\n"))
        .containsExactly(RENDER, RENDER, "<14>1 a", RENDER, "<14>b");
  }

  @Test
  void aCountedMessageMayHaveLineFeeds() {
    assertThat(frames("9 <14>a\nb\nc5 <14>d")).containsExactly("<14>a\nb\nc", "<14>d");
  }

  @Test
  void aTokenMayStandBetweenCountAndMessage() {
    assertThat(frames("13 token <14>abc\n5 <14>d")).containsExactly("token <14>abc", "<14>d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567890 <14>a",
        "0 <14>a",
        "7 lines of text",
        "12345 more words <14>",
        "1jdkoe52 <1>1 2023-07-27T05:43:22.401882Z render a 1 a - text",
        "    at Object.<anonymous> (/app/server.js:3:1)",
      })
  void whatOnlyBeginsLikeACountEndsWithItsLine(String line) {
    assertThat(frames(line + "\n<14>next\n")).containsExactly(line, "<14>next");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 64, 1_000})
  void piecesOfAnySizeGiveTheSameFrames(int piece) {
    String bytes = "99 " + RENDER + "token-of-20-characters <14>1 x\n\n\n11 <14>1 two\nx<1>y\n";

    assertThat(frames(bytes, piece))
        .containsExactly(RENDER, "token-of-20-characters <14>1 x", "<14>1 two\nx", "<1>y");
  }

  @Test
  void halfAFrameAtTheEndIsKept() {
    assertThat(frames("<14>whole\n<14>ha")).containsExactly("<14>whole", "<14>ha");
    SyslogFraming framing = new SyslogFraming();
    framing.add("99 <14>ha".getBytes(UTF_8));
    assertThat(framing.next()).isFalse();
    framing.end();

    assertThat(framing.next()).isTrue();
    assertThat(framing.frame()).asString(UTF_8).isEqualTo("<14>ha");
    assertThat(framing.fault()).isEqualTo(Fault.OVERRUN);
    assertThat(framing.next()).isFalse();
  }

  @Test
  void aFrameIsCutAtTheLimitAndTheRestPassedOver() {
    String fits = "x".repeat(SyslogFraming.MOST);

    assertThat(frames(fits + "\n<1>y\n")).containsExactly(fits, "<1>y");
    assertThat(frames(fits + "zzz\n<1>y\n")).containsExactly(fits, "<1>y");
    String counted = "<1>" + "x".repeat(SyslogFraming.MOST - 3);
    assertThat(frames(counted.length() + " " + counted + "<1>y\n"))
        .containsExactly(counted, "<1>y");
    assertThat(frames(counted.length() + 3 + " " + counted + "zzz<1>y\n"))
        .containsExactly(counted, "<1>y");
  }

  @Test
  void holdsNoMoreThanAFrame() {
    SyslogFraming framing = new SyslogFraming();
    byte[] chunk = new byte[16 * 1024];
    Arrays.fill(chunk, (byte) 'x');
    int most = 0;
    for (int i = 0; i < 10_000; i++) {
      framing.add(chunk);
      while (framing.next()) {
        assertThat(framing.frame().length).isLessThanOrEqualTo(SyslogFraming.MOST);
      }
      most = Math.max(most, framing.held());
    }

    assertThat(most).isLessThan(4 * SyslogFraming.MOST);
  }

  private static List<String> frames(String bytes) {
    List<String> whole = frames(bytes, bytes.length());
    assertThat(frames(bytes, 7)).isEqualTo(whole);
    return whole;
  }

  private static List<String> frames(String text, int piece) {
    byte[] bytes = text.getBytes(UTF_8);
    SyslogFraming framing = new SyslogFraming();
    List<String> frames = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += piece) {
      framing.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece)));
      while (framing.next()) {
        frames.add(new String(framing.frame(), UTF_8));
      }
    }
    framing.end();
    while (framing.next()) {
      frames.add(new String(framing.frame(), UTF_8));
    }
    return frames;
  }
}
