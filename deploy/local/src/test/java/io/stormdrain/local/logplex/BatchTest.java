package io.stormdrain.local.logplex;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.local.transcript.TranscriptParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class BatchTest {

  private static Frame frame(String message) {
    return Frame.of(TranscriptParser.parse(1, "app[web.1]: " + message), Instant.EPOCH).getFirst();
  }

  @Test
  void holdsAtMost1024Messages() {
    Batch batch = new Batch();
    Frame small = frame("x");
    while (batch.hasRoomFor(small)) {
      batch.add(small);
    }

    assertThat(batch.size()).isEqualTo(1_024);
  }

  @Test
  void holdsAtMost102400Bytes() {
    Batch batch = new Batch();
    Frame large = frame("x".repeat(9_000));
    while (batch.hasRoomFor(large)) {
      batch.add(large);
    }

    assertThat(batch.body().length).isBetween(102_400 - large.length(), 102_400);
  }

  @Test
  void framesFollowEachOtherWithNothingBetween() {
    Batch batch = new Batch();
    batch.add(frame("a"));
    batch.add(frame("b"));

    assertThat(new String(batch.after(frame("first")).body(), StandardCharsets.UTF_8))
        .isEqualTo(frame("first").toString() + frame("a") + frame("b"));
  }
}
