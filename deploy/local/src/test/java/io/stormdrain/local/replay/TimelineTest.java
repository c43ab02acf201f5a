package io.stormdrain.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stormdrain.local.transcript.TranscriptLine;
import io.stormdrain.local.transcript.TranscriptParser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TimelineTest {

  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private static final List<TranscriptLine> LINES =
      lines(
          "2026-03-01T10:00:00Z app[web.1]: a",
          "2026-03-01T10:00:30Z app[web.1]: b",
          "no time",
          "2026-03-01T10:01:00Z app[web.1]: c");

  private static List<TranscriptLine> lines(String... texts) {
    return IntStream.range(0, texts.length)
        .mapToObj(i -> TranscriptParser.parse(i + 1, texts[i]))
        .toList();
  }

  private static List<Timeline.Cue> cues(List<TranscriptLine> lines, Speed speed, boolean keep) {
    Timeline timeline = new Timeline(Span.of(lines.iterator()), NOW, speed, keep);
    return lines.stream().map(timeline::next).toList();
  }

  private static Timeline.Cue cue(long dueSeconds, long timeSeconds) {
    return new Timeline.Cue(NOW.plusSeconds(dueSeconds), NOW.plusSeconds(timeSeconds));
  }

  @Test
  void atOnceTheLastLineIsOfNowAndTheOthersKeepTheirDistance() {
    assertThat(cues(LINES, Speed.parse("max"), false))
        .containsExactly(cue(0, -60), cue(0, -30), cue(0, -30), cue(0, 0));
  }

  @Test
  void asRecordedEveryLineIsOfTheMomentInWhichItIsSent() {
    assertThat(cues(LINES, Speed.parse("1"), false))
        .containsExactly(cue(0, 0), cue(30, 30), cue(30, 30), cue(60, 60));
  }

  @Test
  void fasterThanRecordedTheLastLineIsOfTheMomentInWhichItIsSent() {
    assertThat(cues(LINES, Speed.parse("10"), false))
        .containsExactly(cue(0, -54), cue(3, -24), cue(3, -24), cue(6, 6));
  }

  @Test
  void timesCanBeKept() {
    assertThat(cues(LINES, Speed.parse("max"), true))
        .extracting(Timeline.Cue::time)
        .startsWith(Instant.parse("2026-03-01T10:00:00Z"));
  }

  @Test
  void aRecordingWithoutAnyTimeIsOfNow() {
    assertThat(cues(lines("a", "b"), Speed.parse("1"), true)).containsExactly(cue(0, 0), cue(0, 0));
  }

  @Test
  void aSpanReachesFromTheEarliestToTheLatestTime() {
    List<TranscriptLine> disorder =
        lines("2026-03-01T10:00:05Z app[a]: x", "2026-03-01T10:00:00Z app[a]: y");

    Span span = Span.of(disorder.iterator());

    assertThat(span.length()).isEqualTo(Duration.ofSeconds(5));
    assertThat(span.lines()).isEqualTo(2);
  }

  @Test
  void aSpeedMovesForward() {
    assertThatThrownBy(() -> Speed.parse("0")).hasMessage("speed must be above 0, is 0.0");
    assertThatThrownBy(() -> Speed.parse("fast"))
        .hasMessage("speed must be a number or max, is fast");
    assertThatThrownBy(() -> Speed.parse("NaN")).hasMessageContaining("above 0");
  }
}
