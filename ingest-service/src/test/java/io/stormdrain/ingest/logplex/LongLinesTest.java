package io.stormdrain.ingest.logplex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.logplex.Decoded.Line;
import io.stormdrain.ingest.message.Fault;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LongLinesTest {
  private static final String PART = "x".repeat(10_000);

  @Test
  void partsAreJoinedAcrossOtherProcessesLines() {
    Decoded body =
        decode(frame("web.1", PART), frame("web.2", "other\n"), frame("web.1", "the end\n"));

    assertThat(body.lines())
        .containsExactly(
            new Line(1, "190 app web.2", "", "other"),
            new Line(0, "190 app web.1", "", PART + "the end"));
  }

  @Test
  void aLineOfExactlyOnePartIsNoPart() {
    Decoded body = decode(frame("web.1", PART + "\n"), frame("web.1", "next\n"));

    assertThat(body.lines()).extracting(Line::text).containsExactly(PART, "next");
  }

  @Test
  void aShortLineWithoutLineFeedIsNoPart() {
    Decoded body = decode(frame("web.1", "short"), frame("web.1", "next\n"));

    assertThat(body.lines()).extracting(Line::text).containsExactly("short", "next");
  }

  @Test
  void aPartWhoseRestDoesNotComeIsKeptAtTheEnd() {
    Decoded body = decode(frame("web.1", PART), frame("web.2", "other\n"));

    assertThat(body.lines())
        .containsExactly(
            new Line(1, "190 app web.2", "", "other"), new Line(0, "190 app web.1", "", PART));
  }

  @Test
  void aJoinedLineIsCutAtTheLimitBetweenCharacters() {
    String part = "é".repeat(5_000);
    byte[][] frames = new byte[8][];
    Arrays.fill(frames, frame("web.1", part));
    frames[0] = frame("web.1", "a" + part);
    frames[7] = frame("web.1", "end\n");

    Decoded body = decode(frames);

    assertThat(body.lines()).singleElement().matches(line -> line.flags().equals("t"));
    assertThat(body.lines().getFirst().text().getBytes(UTF_8)).hasSize(65_535);
    assertThat(body.counts().truncatedLines()).isEqualTo(1);
  }

  @Test
  void oneLongFrameIsCutAtTheLimitBetweenCharacters() {
    Decoded body = decode(frame("web.1", "a" + "№".repeat(30_000) + "\n"));

    assertThat(body.lines()).singleElement().matches(line -> line.flags().equals("t"));
    assertThat(body.lines().getFirst().text().getBytes(UTF_8)).hasSize(65_536 - 65_535 % 3);
  }

  @Test
  void replacementsDoNotMakeALineLongerThanTheLimit() {
    byte[] invalid = frame("web.1", "x".repeat(65_000) + "\n");
    Arrays.fill(invalid, invalid.length - 2_000, invalid.length - 1, (byte) 0xFF);

    Decoded body = decode(invalid);

    assertThat(body.lines()).singleElement().matches(line -> line.flags().equals("t"));
    assertThat(body.lines().getFirst().text().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(65_536);
  }

  @Test
  void aLongRawStretchBecomesSeveralRecordsOfOneFault() {
    byte[] unframed = ("hello " + "z".repeat(140_000)).getBytes(UTF_8);

    Decoded body = Decoded.of(unframed, Decoded.LOGPLEX);

    assertThat(body.lines()).extracting(Line::index).containsExactly(0, 1, 2);
    assertThat(body.lines().stream().mapToInt(line -> line.text().length()).sum())
        .isEqualTo(unframed.length);
    assertThat(body.counts().faults()).containsExactly(java.util.Map.entry(Fault.UNCOUNTED, 1));
  }

  private static byte[] frame(String process, String message) {
    String line = "<190>1 2026-03-01T10:00:00.120001+00:00 host app " + process + " - " + message;
    byte[] bytes = line.getBytes(UTF_8);
    return (bytes.length + " " + line).getBytes(UTF_8);
  }

  private static Decoded decode(byte[]... frames) {
    int length = Arrays.stream(frames).mapToInt(frame -> frame.length).sum();
    byte[] body = new byte[length];
    int at = 0;
    for (byte[] frame : frames) {
      System.arraycopy(frame, 0, body, at, frame.length);
      at += frame.length;
    }
    return Decoded.of(body, Decoded.LOGPLEX);
  }
}
