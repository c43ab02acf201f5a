package io.stormdrain.local.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TranscriptReaderTest {

  private static List<TranscriptLine> read(String text) {
    List<TranscriptLine> lines = new ArrayList<>();
    new TranscriptReader(new StringReader(text)).forEachRemaining(lines::add);
    return lines;
  }

  @Test
  void countsLinesFromOneEmptyOnesIncluded() {
    assertThat(read("a\n\nb\n"))
        .extracting(TranscriptLine::number, TranscriptLine::message)
        .containsExactly(tuple(1, "a"), tuple(2, ""), tuple(3, "b"));
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertThat(read("a\nb")).extracting(TranscriptLine::message).containsExactly("a", "b");
    assertThat(read("")).isEmpty();
  }

  @Test
  void aCarriageReturnEndsNoLineAlone() {
    assertThat(read("10 %\r100 %\r\nb\r\n"))
        .extracting(TranscriptLine::message)
        .containsExactly("10 %\r100 %", "b");
  }

  @Test
  void anEndlessLineIsCutWithoutLosingAnything() {
    String endless = "x".repeat(RawLines.MAX_LINE * 2 + 5);

    List<TranscriptLine> lines = read(endless + "\nb");

    assertThat(String.join("", lines.stream().map(TranscriptLine::message).toList()))
        .isEqualTo(endless + "b");
    assertThat(lines.getLast().message()).isEqualTo("b");
  }
}
